"""Where the content behind an English cue ends: before a new attribution or main clause, or with the line.

It sees one line and its candidates.
"""

from bot.statements.clauses import Candidate
from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import DASHES, FINAL, GRAMMAR, PUNCTUATION
from bot.statements.subjects_en import opens_subject

LATEST_SUBORDINATE = 6  # pieces before the subject of a clause that opens the line: "In a year when"


def content_end(line: Line, cand: Candidate, later: list[Candidate]) -> int:
    """The piece at which content that begins at `cand.content` stops."""
    start = cand.content or 0
    if line.words[start] == QUOTE and (end := _after_quotation(line, start)) is not None:
        return end
    breaks = (_break_at(line, cand, start, other) for other in later)
    first = next((at for at in breaks if at is not None), None)
    ends = (_end_of_subordinate(line, cand, start), _end_at_quotation(line, cand, start), first)
    found = [end for end in ends if end is not None]
    return min(found) if found else _end_of_clause(line, start)


def _break_at(line: Line, cand: Candidate, start: int, other: Candidate) -> int | None:
    """Where a later attribution of the line cuts the content, if it does."""
    at, verb = other.first, other.group.start
    if _is_in_aside(line, cand, start, other):
        return verb - 1  # the cue stood in an aside of the subject: "Lee, who backed the plan, said"
    if verb <= start or at <= start:
        return None
    return _shared_break(line, other) if other.same else _new_break(line, start, other)


def _is_in_aside(line: Line, cand: Candidate, start: int, other: Candidate) -> bool:
    verb = other.group.start
    return verb > start and other.first < cand.first and not other.same and line.words[verb - 1] == ","


def _shared_break(line: Line, other: Candidate) -> int | None:
    """Before a further cue of the same subject: ", adding that", "and said"."""
    before = line.words[other.first - 1]
    if other.cue.form == "ing":
        return _participle_break(other, before)
    return other.first - 1 if other.cue.form in ("past", "s") and before in ("and", "but") else None


def _participle_break(other: Candidate, before: str) -> int | None:
    if before in ("and", "but"):
        return other.first - 1 if other.cue.frame in ("say", "tell") else None
    return other.first if before in (",", QUOTE, *DASHES) and other.cue.frame != "think" else None


def _new_break(line: Line, start: int, other: Candidate) -> int | None:
    """Before an attribution with a subject of its own."""
    at = other.first
    before, second = line.words[at - 1], line.words[at - 2]
    if before in ("while", "whereas", "though", "although"):
        return at - 2 if second in (",", *DASHES) and at - 2 > start else None
    if before == ",":
        return at - 1 if _trails(other) else None
    return at - 1 if before in ("and", "but") and second in (",", QUOTE, *DASHES) else None


def _trails(other: Candidate) -> bool:
    """Does its content precede the attribution?"""
    return other.content is None and other.cue.frame in ("say", "tell", "show")


def _end_of_clause(line: Line, start: int) -> int:
    for i in range(start + 1, len(line)):
        word = line.words[i]
        if word in FINAL and word != ".":
            return i
        if word in ("according", "but") and line.words[i - 1] == ",":
            return i - 1
        if word in DASHES and _is_remark(line, i, start):
            return i
    return len(line)


def _is_remark(line: Line, dash: int, start: int) -> bool:
    """Do the dash and what follows add the writer's own words: "in May - though it is unclear ..."?"""
    if dash + 1 >= len(line) or line.words[dash + 1] not in GRAMMAR["remark"]:
        return False
    return not any(word in DASHES for word in (*line.words[start:dash], *line.words[dash + 1 :]))


def _end_of_subordinate(line: Line, cand: Candidate, start: int) -> int | None:
    """In "While she said X, he left" the content ends at the comma before the main clause."""
    opener = line.words[cand.first - 1] if cand.first else ""
    if opener not in GRAMMAR["opens_subordinate"] or cand.first > LATEST_SUBORDINATE:
        return None
    for i in range(start + 1, len(line) - 1):
        if line.words[i] == "," and opens_subject(line, i + 1):
            return i
        if _ends_in_comma(line, i):
            return i + 1
    return None


def _end_at_quotation(line: Line, cand: Candidate, start: int) -> int | None:
    """A quotation that a comma closes, or that an attitude is about, ends the clause said."""
    for i in range(start, len(line) - 1):
        if _ends_in_comma(line, i) and line.words[i + 1] not in ("and", "or", QUOTE):
            return i + 1
        end = _end_of_object(line, i) if cand.cue.frame == "object" else None
        if end is not None:
            return end
    return None


def _end_of_object(line: Line, i: int) -> int | None:
    word, following = line.words[i], line.words[i + 1]
    if word == QUOTE:
        return i + 1 if following in DASHES else None
    return i if word == "," and _is_participle(following) else None


def _is_participle(word: str) -> bool:
    return word.endswith("ing") and len(word) > 5


def _ends_in_comma(line: Line, i: int) -> bool:
    return line.words[i] == QUOTE and line.text[line.quotes[i].inner.end - 1] == ","


def _after_quotation(line: Line, start: int) -> int | None:
    """A whole quotation ends its content; one that is part of a clause does not."""
    end = start
    while end < len(line) and line.words[end] == QUOTE:
        end += 1
    if end >= len(line) or line.words[end] in PUNCTUATION:
        return end
    inner = line.text[slice(*line.quotes[end - 1].inner)].rstrip()
    whole = inner[-1:] in (",", ".", "?", "!", "…") or line.text[line.quotes[start].inner.start].isupper()
    return end if whole and line.words[end] in GRAMMAR["after_quotation"] else None
