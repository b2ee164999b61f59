"""Where the content behind an English cue ends: before a new attribution or main clause, or with the line.

It sees one line and its candidates.
"""

from bot.statements.clauses import Candidate
from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import DASHES, FINAL, GRAMMAR, PUNCTUATION

MAIN_OPENERS = GRAMMAR["pronoun"] | GRAMMAR["determiner"]


def content_end(line: Line, cand: Candidate, later: list[Candidate]) -> int:
    """The piece at which content that begins at `cand.content` stops."""
    start = cand.content or 0
    end = _after_quotation(line, start) if line.words[start] == QUOTE else None
    if end is None:
        end = _end_of_subordinate(line, cand, start)
    if end is None:
        end = next((at for other in later if (at := _break_at(line, cand, start, other)) is not None), None)
    return end if end is not None else _end_of_clause(line, start)


def _break_at(line: Line, cand: Candidate, start: int, other: Candidate) -> int | None:
    """Where a later attribution of the line cuts the content, if it does."""
    at = other.first
    verb = other.group.start
    if verb > start and at < cand.first and not other.same and line.words[verb - 1] == ",":
        return verb - 1  # the cue stood in an aside of the subject: "Lee, who backed the plan, said"
    if other.group.verb <= start or at <= start:
        return None
    before = line.words[at - 1]
    if other.same:
        if other.cue.form == "ing":
            return at if before in (",", QUOTE, *DASHES) and other.cue.frame != "think" else None
        return at - 1 if other.cue.form in ("past", "s") and before in ("and", "but") else None
    if before in ("while", "whereas") and line.words[at - 2] == "," and at - 2 > start:
        return at - 2
    if before == "," and other.content is None and other.cue.frame in ("say", "tell", "show"):
        return at - 1
    return at - 1 if before in ("and", "but") and line.words[at - 2] in (",", QUOTE) else None


def _end_of_clause(line: Line, start: int) -> int:
    for i in range(start + 1, len(line)):
        word = line.words[i]
        if word in FINAL and word != ".":
            return i
        if word in ("according", "but") and line.words[i - 1] == ",":
            return i - 1
    return len(line)


def _end_of_subordinate(line: Line, cand: Candidate, start: int) -> int | None:
    """In "While she said X, he left" the content ends at the comma before the main clause."""
    opener = line.words[cand.first - 1] if cand.first else ""
    if opener not in GRAMMAR["opens_subordinate"] or cand.first > 3:
        return None
    for i in range(start + 1, len(line) - 1):
        if line.words[i] == "," and (line.words[i + 1] in MAIN_OPENERS or line.raw[i + 1][0].isupper()):
            return i
        if line.words[i] == QUOTE and line.text[line.quotes[i].inner.end - 1] == ",":
            return i + 1
    return None


def _after_quotation(line: Line, start: int) -> int | None:
    """A whole quotation ends its content; one that is part of a clause does not."""
    end = start
    while end < len(line) and line.words[end] == QUOTE:
        end += 1
    if end >= len(line) or line.words[end] in PUNCTUATION:
        return end
    inner = line.text[line.quotes[end - 1].inner.start : line.quotes[end - 1].inner.end].rstrip()
    whole = (
        inner[-1:] in (",", ".", "?", "!", "…")
        or line.text[line.quotes[start].inner.start : line.quotes[start].inner.start + 1].isupper()
    )
    return (
        end
        if whole
        and line.words[end]
        in ("and", "but", "in", "on", "as", "while", "when", "at", "during", "before", "after")
        else None
    )
