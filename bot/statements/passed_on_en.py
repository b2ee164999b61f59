"""English words passed on in the passive or "as saying": "quoted X as saying", "was told by X that".

It sees one line. Who passes the words on becomes the first link of the chain; they are its agent's words.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.models import Span
from bot.statements.borders import left_border
from bot.statements.contents import make_found
from bot.statements.found import Found
from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import DASHES, FINAL, GRAMMAR, PUNCTUATION, Phrase, subject_before

QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
SAYING = frozenset({"saying", "telling", "writing", "warning", "adding"})
LONGEST = 24  # pieces between "quoted" and "as saying"


def passed_on(line: Line, number: int) -> Iterator[Found]:
    """All statements of these forms in a line; their `cue` bounds "quoted ... as saying" or "told by"."""
    for i in range(1, len(line) - 1):
        if line.words[i] == "as" and line.words[i + 1] in SAYING:
            found = _as_saying(line, number, i)
        elif line.words[i] == "told" and line.words[i + 1] == "by":
            found = _told_by(line, number, i)
        else:
            continue
        if found:
            yield found


def _as_saying(line: Line, number: int, at: int) -> Found | None:
    quoting = next((q for q in range(at - 1, max(0, at - LONGEST), -1) if line.words[q] in QUOTING), None)
    if quoting is None:
        return None
    subject = subject_before(line, _group_start(line, quoting))
    speaker, relay = _parties(line, quoting, at, subject)
    if speaker is None or speaker.end <= speaker.start:
        return None
    pieces = _content(line, at + 2, subject.start if subject else quoting)
    made = make_found(line, number, pieces, (quoting, at + 2), (speaker.start, speaker.end))
    if made is None:
        return None
    chain = (_span(line, relay),) if relay else ()
    return replace(made, chain=chain, lemma="quote", shape="trail" if pieces[0][1] <= at else "lead")


def _parties(
    line: Line, quoting: int, at: int, subject: Phrase | None
) -> tuple[Phrase | None, Phrase | None]:
    """Who spoke, and who passed it on: the other way round in the passive."""
    if line.words[quoting - 1] in GRAMMAR["be"]:
        return subject, _agent(line, quoting + 1, at)
    return Phrase(quoting + 1, at, quoting + 1), subject


def _group_start(line: Line, verb: int) -> int:
    while verb > 0 and line.words[verb - 1] in GRAMMAR["be"] | GRAMMAR["auxiliary"] | GRAMMAR["adverb"]:
        verb -= 1
    return verb


def _agent(line: Line, start: int, end: int) -> Phrase | None:
    """ "by the agency" between a passive and its complement."""
    by = next((i for i in range(start, end) if line.words[i] == "by"), None)
    return Phrase(by + 1, end, by + 1) if by is not None and by + 1 < end else None


def _content(line: Line, after: int, subject: int) -> list[tuple[int, int]]:
    """What follows "saying", or the quotation before the subject when nothing does."""
    start = after
    while start < len(line) and line.words[start] in (",", ":"):
        start += 1
    if start < len(line) and line.words[start] not in FINAL:
        return [(_past_addressee(line, start), _end(line, start))]
    left = subject
    while left > 0 and line.words[left - 1] in (",", *DASHES):
        left -= 1
    return [(left_border(line, left), left)] if left else [(after, after)]


def _past_addressee(line: Line, start: int) -> int:
    """Behind "telling the engineer", when a "that" follows soon."""
    if line.words[start - 1] != "telling":
        return start
    return next((i for i in range(start, min(len(line), start + 8)) if line.words[i] == "that"), start)


def _end(line: Line, start: int) -> int:
    if line.words[start] == QUOTE:
        return next((i for i in range(start, len(line)) if line.words[i] != QUOTE), len(line))
    return len(line)


def _told_by(line: Line, number: int, at: int) -> Found | None:
    """ "Reporters were told by the clerk that ...": the agent speaks."""
    if line.words[at - 1] not in GRAMMAR["be"]:
        return None
    for i in range(at + 3, min(len(line) - 1, at + 16)):
        if line.words[i] in ("that", ":"):
            start = i + (line.words[i] == ":")
            return make_found(line, number, [(start, len(line))], (at, at + 1), (at + 2, i))
        if line.words[i] in PUNCTUATION:
            return None
    return None


def _span(line: Line, phrase: Phrase) -> Span:
    return Span(line.starts[phrase.start], line.ends[phrase.end - 1])
