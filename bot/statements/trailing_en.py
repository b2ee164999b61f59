"""English contents that precede their cue: "..., he said", and how they go on behind it.

It sees one line and its candidates and gives pieces.
"""

from bot.statements.borders import left_border
from bot.statements.clauses import Candidate
from bot.statements.lines import QUOTE, Line
from bot.statements.outlets import is_outlet
from bot.statements.phrases import DASHES, FINAL, GRAMMAR, is_title
from bot.statements.subjects_en import has_clause

Pieces = tuple[int, int]
SPEECH = frozenset({"say", "tell", "show", "think", "quote"})
NOT_CONTENT = GRAMMAR["continuing"] | GRAMMAR["not_content"]
MARKS = DASHES | {","}
ENDS = DASHES | FINAL | {",", QUOTE, ":"}
CALLS_FOR_CUE = (",", "?", "!", "…", "-", "—", "–")


def trailing(line: Line, cand: Candidate) -> int | None:
    """For a cue whose content precedes it: the piece where that content ends; None for all others."""
    at = cand.first
    if cand.cue.frame not in SPEECH or (cand.same and not cand.inverted) or at == 0:
        return None
    before = line.words[at - 1]
    if cand.cue.frame == "quote" and QUOTE not in line.words[max(0, at - 2) : at]:
        return None
    if before == "as":
        return _before_as(line, cand)
    if before == QUOTE:
        return at if (_closes(line, at - 1) or cand.content is None) else None
    return _before_mark(line, cand) if before in MARKS else None


def _before_as(line: Line, cand: Candidate) -> int | None:
    """ "..., as he put it"."""
    at = cand.first
    if at < 3 or cand.same or line.words[at - 2] not in (",", QUOTE):
        return None
    return at - (1 if line.words[at - 2] == QUOTE else 2)


def _before_mark(line: Line, cand: Candidate) -> int | None:
    """ "..., he said", "“...” — he said"."""
    at = cand.first
    alone = cand.content is None
    if at > 1 and line.words[at - 2] == QUOTE:
        dashed = line.words[at - 1] in DASHES
        return at - 1 if dashed or alone or _closes(line, at - 2) else None
    return at - 1 if alone and at > 1 else None


def _closes(line: Line, quote: int) -> bool:
    """Does the quotation end in a mark that calls for "he said"?"""
    inner = line.quotes[quote].inner
    text = line.text[inner.start : inner.end].rstrip(" \n\u00a0'’”\"")
    return text[-1:] in CALLS_FOR_CUE and not is_title(line, quote)


def preceding_contents(line: Line, cands: list[Candidate]) -> list[Pieces]:
    """Pieces that a later ", he said" claims as its content."""
    claimed = []
    for cand in cands:
        left = trailing(line, cand) if cand.cue.frame in ("say", "tell") else None
        if left is not None and not (_relays(line, cand) and line.words[left - 1] != QUOTE):
            claimed.append((left_border(line, left), left))
    return claimed


def _relays(line: Line, cand: Candidate) -> bool:
    return cand.subject is not None and is_outlet(line.slice(cand.subject.start, cand.subject.end))


def right_part(line: Line, cand: Candidate, left: int, later: list[Candidate]) -> Pieces | None:
    """Content that goes on after ", he said, "."""
    own = (c.first for c in later if c.cue.frame in ("say", "tell") and c.first > cand.last)
    stop = min(own, default=len(line))
    if line.words[left - 1] == QUOTE:
        return _next_quotation(line, cand.last, stop) or _going_on(line, cand.last)
    i = next((i for i in range(cand.last, len(line)) if line.words[i] in ENDS), len(line))
    if i >= len(line) - 1:
        return None
    if QUOTE in (line.words[i], line.words[i + 1]):
        return _next_quotation(line, i, len(line))
    opened = line.words[i] == "," and not has_clause(line, cand.first - 1)
    return (i + 1, len(line)) if opened or _goes_on(line, cand, i, stop) else None


def _goes_on(line: Line, cand: Candidate, i: int, stop: int) -> bool:
    """Does the clause before the cue go on behind piece `i`?"""
    following = line.words[i + 1]
    closed = line.words[i] in FINAL or following in NOT_CONTENT or following.endswith("ing")
    return not closed and stop > i + 2 and has_clause(line, cand.first - 1)


def _next_quotation(line: Line, at: int, stop: int) -> Pieces | None:
    """The next quotation behind a comma or dash: the rest of a split one."""
    for i in range(at, min(stop, len(line))):
        if line.words[i] == QUOTE and (i == at or line.words[i - 1] in (",", ":", *DASHES)):
            return i, _quotes_end(line, i)
        if line.words[i] in ("but", "and") and line.words[i + 1 : i + 2] == [QUOTE]:
            return i, _quotes_end(line, i + 1)
    return None


def _going_on(line: Line, at: int) -> Pieces | None:
    """ "“Bad luck,” he said, that both had left": the clause goes on behind the cue."""
    return (at + 1, len(line)) if line.words[at : at + 2] == [",", "that"] else None


def _quotes_end(line: Line, at: int) -> int:
    while at < len(line) and line.words[at] == QUOTE:
        at += 1
    return at
