"""Whether what somebody claims stands in the sources: every sentence of a message judged by itself. Pure.

What may be the source of a sentence is found elsewhere; it knows nothing of stores and front ends.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from bot.answers.compose import citation
from bot.answers.grounds import Ground
from bot.language.quotes import quotations
from bot.language.script import detect_language
from bot.language.sentences import paragraphs, sentences
from bot.language.tables import lines
from bot.models import Check, CheckedClaim, Citation, Language, Span, Statement, Verdict
from bot.support.alignment import WORTH
from bot.support.case import Case, Reason
from bot.support.judging import reasons
from bot.support.merging import is_told
from bot.support.quotations import quoted
from bot.support.reading import read
from bot.support.sources import Place
from bot.support.speakers import overlapping, same_speaker, statements_in, wrong_speakers

LONGEST = 4000  # characters of a message that are looked at
MOST = 20  # claims of a message
ALIKE = 0.5  # share of a claim's words that a source must have to be its original
ABOUT_SPEAKERS = frozenset({"speaker", "name", "not in the source", "instead of"})
ORDER: tuple[Verdict, ...] = ("supported", "misattributed", "altered", "unsupported")
Find = Callable[[str], Sequence[Ground]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a message, and whom it gives words to as the whole message tells it."""

    text: str
    said: tuple[Statement, ...]  # with their sentences as offsets in the text


@dataclass(frozen=True, slots=True)
class _Finding:
    """What one ground makes of a claim."""

    verdict: Verdict
    faults: tuple[Reason, ...]
    likeness: float
    ground: Ground  # the places that tell
    speaker: str | None = None


def check(text: str, find: Find) -> Check:
    """A message beside what `find` gives for each of its claims."""
    asked = text.strip()
    message = unframed(asked[:LONGEST])
    claims = claims_of(message)
    judged = [_judged(sentence, find(sentence.text)) for sentence in claims[:MOST]]
    cut = len(claims) > MOST or len(asked) > LONGEST
    return Check(text, detect_language(message), _numbered(judged), cut)


def unframed(message: str) -> str:
    """What "is it true that ...?" asks about, as a sentence that claims it."""
    match = _frame().match(message)
    if match is None:
        return message
    claimed = message[match.end() :]
    return claimed[:1].upper() + claimed[1:].replace("?", ".", 1)


@cache
def _frame() -> re.Pattern[str]:
    frames = sorted(lines(__package__, "check_frames.txt"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, frames))})\b[\s,:]*(?=[\w«“\"])", re.IGNORECASE)


def claims_of(message: str) -> list[Sentence]:
    """The sentences of a message that claim something; the whole of it when none seems to."""
    told = statements_in(message)
    spans = list(_whole_quotations(message))
    telling = [span for span in spans if _claims_something(message[slice(*span)])]
    return [_sentence(message, span, told) for span in telling or [Span(0, len(message))]]


def _whole_quotations(message: str) -> Iterator[Span]:
    """Sentences, those of one quotation together."""
    language = detect_language(message)
    marks = [(one.start, one.end) for one in quotations(message) if one.depth == 0]
    open_: Span | None = None
    for span in chain.from_iterable(sentences(message, line, language) for line in paragraphs(message)):
        joined = span if open_ is None else Span(open_.start, span.end)
        open_ = joined if any(start < span.end < end for start, end in marks) else None
        if open_ is None:
            yield joined
    if open_ is not None:
        yield open_


def _claims_something(sentence: str) -> bool:
    telling = any(word.kind != "stop" for words in read(sentence).sentences for word in words)
    return telling and not sentence.endswith("?")


def _sentence(message: str, span: Span, told: Sequence[Statement]) -> Sentence:
    own = tuple(one.moved(-span.start) for one in told if span.start <= one.spans[0].start < span.end)
    return Sentence(message[slice(*span)], own)


def _judged(sentence: Sentence, grounds: Sequence[Ground]) -> CheckedClaim:
    """By the ground that makes most of it."""
    found = [_finding(sentence, ground) for ground in grounds]
    language = detect_language(sentence.text)
    best = min(found, key=lambda one: _rank(one, language), default=None)
    if best is None or best.verdict == "unsupported":
        return CheckedClaim(sentence.text, "unsupported", _told(best.faults) if best else ("not found",))
    citations = tuple(citation(one.article, one.span) for one in best.ground.excerpts)
    return CheckedClaim(
        sentence.text, best.verdict, _told(best.faults), _differences(best.faults), citations, best.speaker
    )


def _told(faults: Iterable[Reason]) -> tuple[str, ...]:
    return tuple(map(str, faults))


def _differences(faults: Sequence[Reason]) -> tuple[str, ...]:
    """The words that the faults turn on, each once; those of a whole quotation when nothing is more exact."""
    exact = [fault.words for fault in faults if fault.kind != "quoted words"]
    words = [word for word in exact or [fault.words for fault in faults] if word]
    return tuple(
        dict.fromkeys(one for one in words if not any(one != other and one in other for other in words))
    )


def _rank(finding: _Finding, language: Language) -> tuple[int, float, bool]:
    """Of findings that are worth the same, the one in the language of the claim comes first."""
    foreign = any(excerpt.article.language != language for excerpt in finding.ground.excerpts)
    return ORDER.index(finding.verdict), -round(finding.likeness, 1), foreign


def _finding(sentence: Sentence, ground: Ground) -> _Finding:
    case = ground.case(sentence.text)
    likeness = _likeness(case)
    resting = ground.only(_places(case), case)
    faults = _faults(sentence, ground, case)
    if not faults and ground.one_article and resting.excerpts:
        faults = _faults(sentence, resting, resting.case(sentence.text))
    if not faults:
        return _Finding("supported", (), likeness, resting, _speaker_in(resting))
    told = tuple(faults)
    if other := _said_by_another(sentence, ground, faults):
        return _Finding("misattributed", told, likeness, other, _speaker_in(other))
    verdict: Verdict = "altered" if likeness >= ALIKE else "unsupported"
    return _Finding(verdict, told, likeness, resting, _speaker_in(resting))


def _faults(sentence: Sentence, ground: Ground, case: Case) -> list[Reason]:
    return list(dict.fromkeys([*reasons(case), *wrong_speakers(case, ground.ledgers(), sentence.said)]))


def _likeness(case: Case) -> float:
    """Share of the words of a claim that stand in the sentence which each sentence of it rests on first."""
    matches = [(match, alignment) for alignment in case.alignments for match in alignment.matches]
    held = sum(WORTH[match.relation] for match, alignment in matches if match.place in alignment.places[:1])
    return held / len(matches) if matches else 0.0


def _places(case: Case) -> list[Place]:
    """The sentences that a claim rests on, each once; one that has only a name or "said" tells nothing."""
    matches = [match for alignment in case.alignments for match in alignment.matches]
    telling = {match.place for match in matches if match.aligned and not is_told(match, case)}
    places = dict.fromkeys(place for alignment in case.alignments for place in alignment.places)
    return [place for place in places if place in telling] or list(places)


def _said_by_another(sentence: Sentence, ground: Ground, faults: Sequence[Reason]) -> Ground | None:
    """Where the words stand that a sentence gives to somebody, when others said them; else None."""
    if any(fault.kind not in ABOUT_SPEAKERS for fault in faults):
        return None
    for words in _contents(sentence):
        case = ground.case(words)
        places = _places(case)
        if reasons(case) or not places:
            continue
        held = [one for place in places[:1] for one in overlapping(case, ground.ledgers(), place)]
        claimed = [one.speaker for one in sentence.said if one.speaker]
        if held and not any(same_speaker(one.speaker, name) for one in held for name in claimed):
            return ground.only(places[:1], case)
    return None


def _contents(sentence: Sentence) -> list[str]:
    """What a sentence says that somebody said, without its speaker."""
    if not sentence.said:
        return quoted(sentence.text)
    return [" ".join(sentence.text[slice(*span)] for span in one.spans) for one in sentence.said]


def _speaker_in(ground: Ground) -> str | None:
    """Who speaks in the places that tell, when somebody does."""
    return next((one.speaker for excerpt in ground.excerpts for one in excerpt.ledger if one.speaker), None)


def _numbered(claims: Sequence[CheckedClaim]) -> tuple[CheckedClaim, ...]:
    """With the citations numbered through, the same place always by the same number."""
    known: dict[Citation, int] = {}
    numbered: list[CheckedClaim] = []
    for claim in claims:
        cited = tuple(replace(one, number=known.setdefault(one, len(known) + 1)) for one in claim.citations)
        numbered.append(replace(claim, citations=cited))
    return tuple(numbered)
