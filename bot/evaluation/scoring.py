"""Holds an answer against an expectation: what is missing, what is there and must not be. Pure.

Whether the answer is supported by its sources is another question, which `grounding` asks.
"""

import re
from collections.abc import Iterator

from bot.evaluation.cases import Expectation
from bot.models import Answer

LONGEST = 20_000  # letters of an answer that patterns are tried on: a slow pattern has little to be slow on
SHOWN = 90  # letters of a pattern in a report


def misses(answer: Answer, expected: Expectation, *, words_alone: bool = True) -> tuple[str, ...]:
    """Where the answer falls short of what is expected, in words; empty when nowhere.

    What must not be said is looked for in the claims; with `words_alone` false also in the rest of the
    text but for the question as it was typed, which a refusal may repeat.
    """
    found = list(_answered(answer, expected))
    if expected.answered:
        found += _missing(answer, expected)
    found += _forbidden(answer, expected, words_alone)
    return tuple(found)


def _answered(answer: Answer, expected: Expectation) -> Iterator[str]:
    if expected.answered is None or answer.answered == expected.answered:
        return
    yield "refused, an answer was expected" if expected.answered else "answered, a refusal was expected"


def _missing(answer: Answer, expected: Expectation) -> Iterator[str]:
    text = f"{answer.text}\n{_claims(answer)}"[:LONGEST]
    yield from _unmatched(text, expected)
    if expected.cite_any and not any(_is(url, one) for url in _cited(answer) for one in expected.cite_any):
        yield "none of the expected articles is cited"
    if expected.speaker and not _spoken_by(answer, expected.speaker):
        yield f"speaker {expected.speaker.pattern} missing, got {_speakers(answer)}"


def _unmatched(text: str, expected: Expectation) -> Iterator[str]:
    for choices in expected.must:
        if not any(choice.search(text) for choice in choices):
            yield "missing: " + " | ".join(choice.pattern for choice in choices)[:SHOWN]


def _forbidden(answer: Answer, expected: Expectation, words_alone: bool) -> Iterator[str]:
    text = _claims(answer)
    if not words_alone:
        text += "\n" + answer.text.replace(answer.question, "")
    for pattern in expected.must_not:
        if pattern.search(text[:LONGEST]):
            yield f"forbidden: {pattern.pattern[:SHOWN]}"
    unwanted = expected.speaker_not
    if unwanted and any(unwanted.search(speaker) for speaker in _speakers(answer)):
        yield f"wrong speaker: {unwanted.pattern[:SHOWN]}"


def _claims(answer: Answer) -> str:
    return "\n".join(claim.text for claim in answer.claims)


def _speakers(answer: Answer) -> list[str]:
    return list(dict.fromkeys(claim.speaker for claim in answer.claims if claim.speaker))


def _spoken_by(answer: Answer, speaker: re.Pattern[str]) -> bool:
    """Among the speakers of the claims, or in their text when they are facts without a speaker."""
    return any(speaker.search(words) for words in _speakers(answer) or [_claims(answer)[:LONGEST]])


def _cited(answer: Answer) -> set[str]:
    return {citation.url for claim in answer.claims for citation in claim.citations}


def _is(url: str, wanted: str) -> bool:
    """Whether an address is the wanted one; a file may be wanted by its name alone."""
    return wanted in (url, url.removeprefix("file:"))
