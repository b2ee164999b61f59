"""Where a content that stands before its cue begins, in an English line."""

from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import DASHES, FINAL

LEADS = DASHES | {"but", "and", "still", ",", "yet"}
INTRODUCING = DASHES | FINAL | {",", ":"}


def left_border(line: Line, left: int) -> int:
    """Where a preceding content begins: at the line's start, or at its quotation when words introduce it."""
    at = left - 1
    while at > 0 and line.words[at] == QUOTE and line.words[at - 1] == QUOTE:
        at -= 1
    if line.words[at] == QUOTE and _is_introduced(line, at):
        return at
    last_final = next((i for i in range(left - 1, -1, -1) if line.words[i] in FINAL), None)
    if last_final is not None:
        return last_final + 1
    return next((i for i in range(left) if line.words[i] not in LEADS), left)


def _is_introduced(line: Line, quote: int) -> bool:
    opening = line.text[line.quotes[quote].inner.start : line.quotes[quote].inner.start + 1]
    return quote > 0 and opening.isupper() and line.words[quote - 1] in INTRODUCING
