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
from bot.statements.other_cues_en import according, labelled, nouns, signed
from bot.statements.outlets import is_outlet
from bot.statements.passed_on_en import passed_on
from bot.statements.phrases import DASHES, FINAL, GRAMMAR
from bot.statements.subjects_en import has_clause

SPEECH = frozenset({"say", "tell", "show", "think", "quote"})
NOT_CONTENT = GRAMMAR["continuing"] | GRAMMAR["not_content"]


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
    return sorted(found, key=lambda f: f.cue.start if f.cue else 0)


def _is_passed_on(line: Line, cand: Candidate, passed: list[Found]) -> bool:
    at = line.starts[cand.group.verb]
    return any(one.cue and one.cue.start <= at < one.cue.end for one in passed)


def _spoken(line: Line, number: int, cands: list[Candidate]) -> Iterator[Found]:
    """The statements of the cue verbs, but for those that the words of another hide."""
    hidden = _preceding_contents(line, cands)
    taken = opened = 0
    for k, cand in enumerate(cands):
        covered = cand.group.verb < taken or any(first <= cand.group.verb < last for first, last in hidden)
        if covered and not (_is_nested(line, cand) or _is_relayed(line, cand, opened)):
            continue
        one, reach = _statement(line, number, cand, cands[k + 1 :])
        if one:
            yield one
            taken = max(taken, reach)
            opened = cand.content or 0


def _is_relayed(line: Line, cand: Candidate, opened: int) -> bool:
    """ "TASS reported that Orlov said ...": a statement that is the whole content of one passed on."""
    if not opened or cand.subject is None or cand.same or cand.cue.frame not in ("say", "tell"):
        return False
    start = opened + (line.words[opened] == "that")
    return cand.first == start and line.raw[cand.subject.end - 1][0].isupper()


def _is_nested(line: Line, cand: Candidate) -> bool:
    """A statement inside another's words counts when it names its own speaker and quotes or has "that"."""
    if cand.cue.frame not in ("say", "tell") or cand.same or cand.content is None or cand.subject is None:
        return False
    named = any(word[0].isupper() for word in line.raw[cand.subject.start : cand.subject.end])
    return named and line.words[cand.content] in ("that", QUOTE)


def _preceding_contents(line: Line, cands: list[Candidate]) -> list[tuple[int, int]]:
    """Pieces that a later ", he said" claims as its content."""
    claimed = []
    for cand in cands:
        left = _trailing(line, cand) if cand.cue.frame in ("say", "tell") else None
        relays = cand.subject is not None and is_outlet(line.slice(cand.subject.start, cand.subject.end))
        if left is not None and not (relays and line.words[left - 1] != QUOTE):
            claimed.append((left_border(line, left), left))
    return claimed


def _statement(line: Line, number: int, cand: Candidate, later: list[Candidate]) -> tuple[Found | None, int]:
    """The statement of one candidate, and the piece up to which its content hides further cues."""
    left = _trailing(line, cand)
    if left is not None:
        return _trail(line, number, cand, left, later), cand.last
    if cand.inverted:
        return None, 0
    if (cand.first == 1 and line.words[0] == "as") or (cand.first == 2 and line.words[1] == "as"):
        return _as_opening(line, number, cand)
    if cand.content is None:
        return None, 0
    end = cand.until or content_end(line, cand, later)
    mention = _mention(cand)
    made = make_found(line, number, [(cand.content, end)], (cand.group.start, cand.last), mention)
    if made is None:
        return None, 0
    made = replace(made, same_speaker=cand.same, declined=cand.declined, shape="lead", lemma=cand.cue.lemma)
    return made, end


def _as_opening(line: Line, number: int, cand: Candidate) -> tuple[Found | None, int]:
    """ "As Lee put it, the bridge is safe": the content follows the comma."""
    for i in range(cand.group.verb, len(line) - 1):
        if line.words[i] in (",", ":"):
            made = make_found(
                line, number, [(i + 1, len(line))], (cand.group.start, cand.group.verb + 1), _mention(cand)
            )
            return (
                (replace(made, lemma=cand.cue.lemma), i) if made and cand.cue.frame in SPEECH else (None, 0)
            )
    return None, 0


def _mention(cand: Candidate) -> tuple[int, int] | None:
    return (cand.subject.start, cand.subject.end) if cand.subject else None


def _trailing(line: Line, cand: Candidate) -> int | None:
    """For a cue whose content precedes it: the piece where that content ends; None for all others."""
    if cand.cue.frame not in SPEECH or (cand.same and not cand.inverted):
        return None
    at = cand.first
    if at == 0:
        return None
    before = line.words[at - 1]
    if (
        before == "as"
        and at > 2
        and (line.words[at - 2] == "," or line.words[at - 2] == QUOTE)
        and not cand.same
    ):
        return at - 1 if line.words[at - 2] == QUOTE else at - 2
    if before == QUOTE:
        return at if _closes(line, at - 1) or cand.content is None else None
    if before in (",", *DASHES):
        if (
            at > 1
            and line.words[at - 2] == QUOTE
            and (before in DASHES or cand.content is None or _closes(line, at - 2))
        ):
            return at - 1
        if cand.content is None and at > 2:
            return at - 1
    return None


def _closes(line: Line, quote: int) -> bool:
    """Does the quotation end in a mark that calls for "he said"?"""
    inner = line.quotes[quote].inner
    text = line.text[inner.start : inner.end].rstrip(" \n\u00a0'’”\"")
    return text[-1:] in (",", "?", "!", "…", "-", "—", "–")


def _trail(line: Line, number: int, cand: Candidate, left: int, later: list[Candidate]) -> Found | None:
    start = left_border(line, left)
    pieces = [(start, left)]
    right = _right_part(line, cand, quoted=line.words[left - 1] == QUOTE, later=later)
    if right:
        pieces.append(right)
    made = make_found(line, number, pieces, (cand.group.start, cand.group.verb + 1), _mention(cand))
    return replace(made, shape="trail", lemma=cand.cue.lemma) if made else None


def _right_part(line: Line, cand: Candidate, quoted: bool, later: list[Candidate]) -> tuple[int, int] | None:
    """Content that goes on after ", he said, "."""
    stop = min(
        (c.first for c in later if c.cue.frame in ("say", "tell") and c.first > cand.last), default=len(line)
    )
    if quoted:
        return _next_quotation(line, cand.last, stop)
    i = cand.last
    while i < len(line) and line.words[i] not in (",", QUOTE, ":", *FINAL, *DASHES):
        i += 1
    if i >= len(line) - 1:
        return None
    if line.words[i] == QUOTE or line.words[i + 1] == QUOTE:
        return _next_quotation(line, i, len(line))
    following = line.words[i + 1]
    if not has_clause(line, cand.first - 1):
        return (i + 1, len(line)) if line.words[i] == "," else None
    if line.words[i] in FINAL or following in NOT_CONTENT or following.endswith("ing") or stop <= i + 2:
        return None
    return i + 1, len(line)


def _next_quotation(line: Line, at: int, stop: int) -> tuple[int, int] | None:
    """The next quotation behind a comma or dash: the rest of a split one."""
    for i in range(at, min(stop, len(line))):
        if line.words[i] == QUOTE and line.words[i - 1] in (",", ":", *DASHES):
            return i, _quotes_end(line, i)
        if line.words[i] == QUOTE and i == at:
            return i, _quotes_end(line, i)
        if i + 1 < len(line) and line.words[i + 1] == QUOTE and line.words[i] in ("but", "and"):
            return i, _quotes_end(line, i + 1)
    return None


def _quotes_end(line: Line, at: int) -> int:
    while at < len(line) and line.words[at] == QUOTE:
        at += 1
    return at
