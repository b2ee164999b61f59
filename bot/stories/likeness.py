"""How surely two articles tell the same event: a few readable features and a weight for each.

It knows nothing of where articles come from. How rare a word is, is asked of the caller.
"""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from math import exp, fsum, log, log1p, sqrt

from bot.stories.profile import Profile
from bot.stories.weights import BIAS, UNTOLD, WEIGHTS

_LEAST = 0.02  # of rarity: a word of every article still counts a little
_DIGIT = 0.5  # of the rarity of a number of one digit, which tells little


class Rarity:
    """How much a word tells: 1 for one met nowhere else, near 0 for one of every article."""

    def __init__(self, counts: Mapping[str, int], articles: int) -> None:
        """`counts` tell in how many of all `articles` a word or number stands."""
        self._counts = counts
        self._total = articles + 1
        self._scale = log(self._total) or 1.0
        self._of_counts: dict[int, float] = {}  # most words are as rare as some other
        self.squared = _Squares(self)

    def __call__(self, word: str) -> float:
        count = self._counts.get(word, 0)
        if count not in self._of_counts:
            self._of_counts[count] = max(_LEAST, log(self._total / (count + 0.5)) / self._scale)
        return self._of_counts[count]

    def count(self, word: str) -> int:
        """In how many articles a word stands."""
        return self._counts.get(word, 0)

    def of_number(self, number: str) -> float:
        """As of a word; numbers are counted apart from words."""
        return self(number_term(number)) * (_DIGIT if len(number) == 1 else 1.0)


class _Squares(dict[str, float]):
    """The squared rarity of words; a hundred articles that are compared hold the same ones."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity

    def __missing__(self, word: str) -> float:
        value = self[word] = self._rarity(word) ** 2
        return value


def number_term(number: str) -> str:
    """A number as it is counted among words."""
    return f"#{number}"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A profile with the rarity of its words, squared: what they weigh in shares and products."""

    profile: Profile
    words: dict[str, float]
    numbers: dict[str, float]
    all_words: float  # the weight of these together, and of the parts of a profile
    all_numbers: float
    head: float
    head_names: float


def weigh(profile: Profile, rarity: Rarity) -> Weighed:
    """A profile ready to be compared with many."""
    words = dict(zip(profile.counts, map(rarity.squared.__getitem__, profile.counts), strict=True))
    numbers = {number: rarity.of_number(number) ** 2 for number in profile.numbers}
    return Weighed(
        profile,
        words,
        numbers,
        fsum(words.values()),
        fsum(numbers.values()),
        _sum(words, profile.head),
        _sum(words, profile.head_names),
    )


def likeness(one: Weighed, other: Weighed) -> float:
    """The probability, from 0 to 1, that two articles tell the same event."""
    found = features(one, other)
    return 1 / (1 + exp(-(BIAS + sum(WEIGHTS[name] * value for name, value in found.items()))))


def features(one: Weighed, other: Weighed) -> dict[str, float]:
    """The features by name; see `bot.stories.weights` for what each means."""
    a, b = one.profile, other.profile
    shared = _sum(one.words, filter(other.words.__contains__, one.words))
    heads = _shares(one, other, lambda profile: profile.counts)
    head_names = (
        _share(one.words, a.head_names, b.counts, one.head_names, empty=1.0),
        _share(other.words, b.head_names, a.counts, other.head_names, empty=1.0),
    )
    return {
        "headlines": _part(_sum(one.words, a.head & b.head), sqrt(one.head * other.head)),
        "head_in_lead": sum(_shares(one, other, lambda profile: profile.lead)) / 2,
        "head_in_body": sum(heads) / 2,
        "head_in_body_least": min(heads),
        "numbers": _part(_sum(one.numbers, a.numbers & b.numbers), sqrt(one.all_numbers * other.all_numbers)),
        "leads": log1p(_sum(one.words, a.lead & b.lead)),
        "length": log(len(a.counts) + len(b.counts) + 1),
        "other_days": _differ(a.days, b.days),
        "other_head_days": _differ(a.head_days, b.head_days),
        "other_numbers": _numbers_differ(a, b),
        "other_names": (1 - max(head_names)) * _part(shared, one.all_words + other.all_words - shared),
    }


def _shares(one: Weighed, other: Weighed, whole: Callable[[Profile], Container[str]]) -> tuple[float, float]:
    """How much of the head of each article, by weight, a part of the other holds."""
    a, b = one.profile, other.profile
    return (
        _share(one.words, a.head, whole(b), one.head, UNTOLD),
        _share(other.words, b.head, whole(a), other.head, UNTOLD),
    )


def _share(
    weights: Mapping[str, float], part: Iterable[str], whole: Container[str], total: float, empty: float
) -> float:
    """What `whole` holds of a part that weighs `total`; `empty` for a part without words."""
    return _sum(weights, filter(whole.__contains__, part)) / total if total else empty


def _part(shared: float, total: float) -> float:
    return shared / total if total else 0.0


def _sum(weights: Mapping[str, float], words: Iterable[str]) -> float:
    # Exact, as sets of words come in another order in every process.
    return fsum(map(weights.__getitem__, words))


def _differ(one: Collection[object], other: Collection[object]) -> float:
    """1 when both name some and none in common."""
    return float(bool(one) and bool(other) and set(one).isdisjoint(other))


def _numbers_differ(a: Profile, b: Profile) -> float:
    """1 when both leads tell numbers, and neither's stand in the other article."""
    told = bool(a.lead_numbers) and bool(b.lead_numbers)
    return float(told and a.lead_numbers.isdisjoint(b.numbers) and b.lead_numbers.isdisjoint(a.numbers))
