"""How much of a claim its sources cover, and what takes the place of what they do not.

A word that rests on nothing weighs most where the source has another word between the same neighbours.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.directions import WIDE, displaced, is_at_home, neighbours
from bot.support.reading import Word
from bot.support.weights import JUMP, LEAST, LIMIT, SHARE, UNCOVERED

Slot = Literal["replaced", "inserted", "beside", "free"]


def uncovered(case: Case) -> list[Reason]:
    """The words of a claim that its sources do not cover, when they weigh too much together."""
    told = ((words, UNCOVERED.get(what, 0.0)) for words, what in _features(case))
    weak = [(words, weight) for words, weight in told if weight]
    weight = sum(weight for _, weight in weak) + JUMP * sum(map(jumps, case.alignments))
    if weight < _limit(case):
        return []
    return [Reason("not in the source", words) for words, _ in weak] or [Reason("not in the source", "")]


def foreign(case: Case) -> list[Reason]:
    """The words of a claim, but for light ones, that rest on nothing at all, however much the rest does."""
    return [
        Reason("not in the source", words)
        for words, (rests_on, _) in _features(case)
        if rests_on.startswith("none ")
    ]


def _limit(case: Case) -> float:
    """What words may weigh together: in "the leaders quarrelled" a single one is half of what is claimed."""
    matches = [match for alignment in case.alignments for match in alignment.matches]
    plain = [match for match in matches if match.word.kind == "word" and not match.word.is_light]
    return min(LIMIT, SHARE * max(len(plain), LEAST))


def _features(case: Case) -> Iterator[tuple[str, tuple[str, Slot]]]:
    """The words of a claim that are not at home, each with its feature."""
    for alignment in case.alignments:
        for match in alignment.matches:
            if (what := feature(match, alignment)) is not None:
                yield match.word.text, what


def jumps(alignment: Alignment) -> int:
    """How often neighbouring words rest on different sentences, past once for each further sentence."""
    places = [match.place for match in alignment.matches if match.aligned]
    changes = sum(one != other for one, other in pairwise(places))
    return max(0, changes - len(alignment.places) + 1)


def feature(match: Match, alignment: Alignment) -> tuple[str, Slot] | None:
    """What a word rests on that is not at home, and what stands in its place; None for one that is."""
    if match.word.kind == "number":
        return None  # its own check knows better
    if is_at_home(match):
        brought = match.word.kind == "word" and not match.word.is_light and displaced(match, alignment)
        return ("brought word", "replaced") if brought else None
    if match.word.is_light:
        return "light word", "free"
    known = "none" if match.relation == "none" else "same" if match.relation == "same" else "akin"
    kind = "name" if match.word.kind == "name" else "word"
    return f"{known} {kind}", slot(match, alignment)


def slot(match: Match, alignment: Alignment) -> Slot:
    """What the source has where the word would stand."""
    left, right = neighbours(match, alignment)
    if left and right and left.sentence == right.sentence and 0 < right.place - left.place <= WIDE:
        return "replaced" if _between(left, right, alignment) else "inserted"
    beside = [word for word in alignment.unclaimed if _touches(word, left, 1) or _touches(word, right, -1)]
    return "beside" if beside else "free"


def _between(left: Word, right: Word, alignment: Alignment) -> list[Word]:
    return [
        word
        for word in alignment.unclaimed
        if word.sentence == left.sentence and left.place < word.place < right.place
    ]


def _touches(word: Word, neighbour: Word | None, side: int) -> bool:
    return (
        neighbour is not None
        and word.sentence == neighbour.sentence
        and 0 < side * (word.place - neighbour.place) <= 3
    )


def counted(case: Case) -> Counter[tuple[str, Slot]]:
    """How many words there are of every feature: what the weights are chosen on."""
    return Counter(what for _, what in _features(case))
