"""English statements of one line: which cues hold, and where the content of each begins and ends.

It yields cue, content and mention as spans; who the mention is, and what lies beyond the line, is decided
elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.statements.borders import left_border
from bot.statements.clauses import Candidate, candidates
from bot.statements.contents import make_found
from bot.statements.ends_en import content_end
from bot.statements.found import Found
from bot.statements.lines import QUOTE, Line
from bot.statements.other_cues_en import according, colon_quotation, labelled, nouns, signed
from bot.statements.passed_on_en import passed_on
from bot.statements.trailing_en import SPEECH, preceding_contents, right_part, trailing

Reached = tuple[Found | None, int]  # a statement, and the piece up to which it hides further cues
NOTHING: Reached = (None, 0)


def extract_en(line: Line, number: int, heading: bool = False) -> list[Found]:
    """All statements of a line, in order of their cues."""
    passed = list(passed_on(line, number))
    found = [*according(line, number), *nouns(line, number), *passed]
    cands = [cand for cand in candidates(line) if not _is_passed_on(line, cand, passed)]
    found.extend(_spoken(line, number, cands))
    if not found or heading:
        found.extend(labelled(line, number, heading and not found))
    if not found:
        found.extend(signed(line, number))
        found.extend(colon_quotation(line, number))
    return sorted(found, key=lambda f: f.cue.start if f.cue else 0)


def _is_passed_on(line: Line, cand: Candidate, passed: list[Found]) -> bool:
    at = line.starts[cand.group.verb]
    return any(one.cue and one.cue.start <= at < one.cue.end for one in passed)


def _spoken(line: Line, number: int, cands: list[Candidate]) -> Iterator[Found]:
    """The statements of the cue verbs, but for those that the words of another hide."""
    hidden = preceding_contents(line, cands)
    taken = opened = 0
    for k, cand in enumerate(cands):
        verb = cand.group.verb
        covered = verb < taken or any(first <= verb < last for first, last in hidden)
        if covered and not _is_nested(line, cand, opened):
            continue
        one, reach = _statement(line, number, cand, cands[k + 1 :])
        if one:
            yield one
            taken = max(taken, reach)
            opened = cand.content or 0


def _is_nested(line: Line, cand: Candidate, opened: int) -> bool:
    """A statement inside another's words counts when it names its own speaker and is plain: it quotes, has
    "that", or is the whole content of the other ("TASS reported that Orlov said ...").
    """
    if cand.cue.frame not in ("say", "tell") or cand.same or cand.subject is None:
        return False
    if opened and cand.first == opened + (line.words[opened] == "that"):
        return line.raw[cand.subject.end - 1][0].isupper()
    named = any(word[0].isupper() for word in line.raw[cand.subject.start : cand.subject.end])
    return named and cand.content is not None and line.words[cand.content] in ("that", QUOTE)


def _statement(line: Line, number: int, cand: Candidate, later: list[Candidate]) -> Reached:
    """The statement of one candidate, and the piece up to which its content hides further cues."""
    left = trailing(line, cand)
    if left is not None:
        return _trail(line, number, cand, left, later), cand.last
    if cand.inverted:
        return NOTHING
    if cand.first in (1, 2) and line.words[cand.first - 1] == "as":
        return _as_opening(line, number, cand)
    return _lead(line, number, cand, later) if cand.content is not None else NOTHING


def _lead(line: Line, number: int, cand: Candidate, later: list[Candidate]) -> Reached:
    """The content follows the cue."""
    end = cand.until or content_end(line, cand, later)
    made = make_found(line, number, [(cand.content or 0, end)], (cand.group.start, cand.last), _mention(cand))
    if made is None:
        return NOTHING
    return replace(made, same_speaker=cand.same, declined=cand.declined, lemma=cand.cue.lemma), end


def _as_opening(line: Line, number: int, cand: Candidate) -> Reached:
    """ "As Lee put it, the bridge is safe": the content follows the comma."""
    at = next((i for i in range(cand.group.verb, len(line) - 1) if line.words[i] in (",", ":")), None)
    if at is None or cand.cue.frame not in SPEECH:
        return NOTHING
    cue = (cand.group.start, cand.group.verb + 1)
    made = make_found(line, number, [(at + 1, len(line))], cue, _mention(cand))
    return (replace(made, lemma=cand.cue.lemma), at) if made else NOTHING


def _mention(cand: Candidate) -> tuple[int, int] | None:
    return (cand.subject.start, cand.subject.end) if cand.subject else None


def _trail(line: Line, number: int, cand: Candidate, left: int, later: list[Candidate]) -> Found | None:
    """The content precedes the cue, and may go on behind it."""
    pieces = [(left_border(line, left), left)]
    right = right_part(line, cand, left, later)
    if right:
        pieces.append(right)
    made = make_found(line, number, pieces, (cand.group.start, cand.group.verb + 1), _mention(cand))
    return replace(made, shape="trail", lemma=cand.cue.lemma) if made else None
