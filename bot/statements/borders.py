"""Where a content that stands before its cue begins, in an English line."""

from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import DASHES, FINAL


def left_border(line: Line, left: int) -> int:
    """Where a preceding content begins: at the line's start, or at its quotation when words introduce it."""
    at = left - 1
    if line.words[at] == QUOTE:
        while at > 0 and (line.words[at - 1] == QUOTE):
            at -= 1
        opening = line.text[line.quotes[at].inner.start : line.quotes[at].inner.start + 1]
        if at > 0 and opening.isupper() and line.words[at - 1] in (",", ":", *DASHES, *FINAL):
            return at
    for i in range(left - 1, -1, -1):
        if line.words[i] in FINAL:
            return i + 1
    start = 0
    while start < left and line.words[start] in ("but", "and", "still", ",", "yet", *DASHES):
        start += 1
    return start
