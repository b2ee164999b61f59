"""Whether a claim lets the one do what the source lets the other do: the order around the same verb.

English tells by order and by the passive, Russian by case; where neither tells, nothing is said.
"""

from collections.abc import Iterator, Sequence

from bot.language.cases import name_readings
from bot.language.script import fold
from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.reading import Word, is_russian

AROUND = 6  # words from a name to the verb
PASSIVE = frozenset({"by"})
SUBJECT = "nomn"


def swapped(case: Case) -> list[Reason]:
    """Pairs of names that have changed places around a word."""
    return [
        Reason("swapped", f"{one.word.text} / {other.word.text}")
        for alignment in case.alignments
        for one, other in _named_pairs(alignment)
        if _is_swapped(one, other, alignment, case)
    ]


def _named_pairs(alignment: Alignment) -> Iterator[tuple[Match, Match]]:
    """Names of the claim with another one behind them, resting on one sentence and a common word between."""
    names = [
        match
        for match in alignment.matches
        if match.word.kind == "name" and match.aligned and _is_name(match.found)
    ]
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            apart = other.word.place - one.word.place
            if 1 < apart <= 2 * AROUND and one.place == other.place and one.found is not other.found:
                yield one, other


def _is_name(word: Word | None) -> bool:
    return word is not None and word.kind == "name"


def _is_swapped(one: Match, other: Match, alignment: Alignment, case: Case) -> bool:
    if one.found is None or other.found is None:
        return False
    if is_russian(one.word) and is_russian(one.found):
        return _roles_changed(one, other)
    if is_russian(one.word) or is_russian(one.found) or one.found.place < other.found.place:
        return False
    between = [
        match
        for match in alignment.matches
        if match.word.kind == "word"
        and match.aligned
        and match.place == one.place
        and one.word.place < match.word.place < other.word.place
        and match.found is not None
        and other.found.place < match.found.place < one.found.place
    ]
    here = alignment.words[one.word.place : other.word.place]
    there = case.beside(one)[other.found.place : one.found.place]
    return bool(between) and _is_passive(here) == _is_passive(there)


def _is_passive(words: Sequence[Word]) -> bool:
    return any(fold(word.text) in PASSIVE for word in words)


def _roles_changed(one: Match, other: Match) -> bool:
    """Of two Russian names the one that acts in the claim is acted on in the source, and vice versa."""
    if one.found is None or other.found is None:
        return False
    here, there = _actor(one.word, other.word), _actor(one.found, other.found)
    return None not in (here, there) and here != there


def _actor(one: Word, other: Word) -> int | None:
    """Which of two names acts by its form; the other may be anything that is not surely an actor."""
    sure = [at for at, word in enumerate((one, other)) if _acts(word)]
    return sure[0] if len(sure) == 1 else None


def _acts(word: Word) -> bool | None:
    """Whether a name stands in the nominative; None when its form does not tell."""
    cases = {parse.case for parse, _ in name_readings(word.text)}
    return None if not cases or (SUBJECT in cases and len(cases) > 1) else SUBJECT in cases
