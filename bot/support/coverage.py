"""How much of a claim its sources cover, and what takes the place of what they do not.

A word that rests on nothing weighs most where the source has another word between the same neighbours.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.directions import is_at_home, neighbours
from bot.support.reading import Word
from bot.support.weights import FREE, LIMIT, UNCOVERED

Slot = Literal["replaced", "inserted", "beside", "free"]
WIDE = 6  # words from one neighbour to the other


def uncovered(case: Case) -> list[Reason]:
    """The words of a claim that its sources do not cover, when they weigh too much together."""
    weak = [(words, weight) for words, weight in _weak_words(case) if weight]
    if sum(weight for _, weight in weak) < LIMIT:
        return []
    return [Reason("not in the source", words) for words, _ in weak]


def _weak_words(case: Case) -> Iterator[tuple[str, float]]:
    for alignment in case.alignments:
        for match in alignment.matches:
            if not is_at_home(match):
                yield match.word.text, UNCOVERED[feature(match, alignment, case)]


def feature(match: Match, alignment: Alignment, case: Case) -> tuple[str, Slot]:
    """What a word that is not at home rests on, and what stands in its place."""
    known = "none" if match.relation == "none" else "same" if match.relation == "same" else "akin"
    kind = "name" if match.word.kind == "name" else "word"
    return f"{known} {kind}", slot(match, alignment, case)


def slot(match: Match, alignment: Alignment, case: Case) -> Slot:
    """What the source has where the word would stand."""
    left, right = neighbours(match, alignment)
    unclaimed = {id(word) for word in case.unclaimed(alignment)}
    if left and right and left.sentence == right.sentence and 0 < right.place - left.place <= WIDE:
        others = _between(left, right, alignment, case)
        return "replaced" if any(id(word) in unclaimed for word in others) else "inserted"
    beside = [word for word in case.unclaimed(alignment) if _touches(word, left, 1) or _touches(word, right, -1)]
    return "beside" if beside else "free"


def _between(left: Word, right: Word, alignment: Alignment, case: Case) -> list[Word]:
    return [
        word
        for word in case.resting(alignment)
        if word.sentence == left.sentence and left.place < word.place < right.place
    ]


def _touches(word: Word, neighbour: Word | None, side: int) -> bool:
    return neighbour is not None and word.sentence == neighbour.sentence and 0 < side * (word.place - neighbour.place) <= 3


def counted(case: Case) -> Counter[tuple[str, Slot]]:
    """How many words there are of every feature; what the weights were fitted on."""
    return Counter(
        feature(match, alignment, case)
        for alignment in case.alignments
        for match in alignment.matches
        if not is_at_home(match)
    )


__all__ = ["FREE", "counted", "feature", "slot", "uncovered"]
