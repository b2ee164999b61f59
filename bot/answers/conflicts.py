"""Whether two sentences tell one thing in two ways: another figure, or what the other denies. Pure.

It is meant to be sure: bounds and rounded figures agree with what is near them, and where a sentence gives
two figures of one thing nothing is said. It knows neither who says a sentence nor where it stands.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from bot.language.dates import find_dates
from bot.language.lemmas import lemmas
from bot.language.script import fold, is_cyrillic
from bot.language.tables import lines, number_of
from bot.language.tokens import words
from bot.stories.words import event_words
from bot.support.alignment import WORTH, Alignment
from bot.support.amounts import Amount, amounts, unit_of
from bot.support.case import make_case
from bot.support.lexicon import small_words
from bot.support.negation import negations

NEAR = 60  # characters on each side of a figure in which stands what it is a figure of
SHARED = 2  # telling words near both figures
NEAR_ENOUGH = 0.5  # ... as a share of those near the one with fewer
PASSING = frozenset({"second", "minute", "hour", "day"})
LIKE = 0.6  # share of either sentence that rests on the other, from which a denial is one of the same
FEWEST = 4  # words of a sentence that can deny another
COMMON = 0.4  # of the telling words of the shorter sentence, from which two are compared at all
_NUMBER_OF = re.compile(r"(?:№|\bNo\.?|\bnumber|\bномер)\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OR_MORE = re.compile(
    r".{0,24}?\b(?:or (?:more|greater|higher|less|fewer)|and (?:more|over)|и (?:более|выше|больше|менее))\b"
)
_UNSURE = ("approximate", "over", "under", "upper bound")

Kind = Literal["figure", "denial"]


class Conflict(NamedTuple):
    """What differs between two sentences; the words of each that differ, as written."""

    kind: Kind
    one: str
    other: str


class Figure(NamedTuple):
    """A figure with what stands near it."""

    value: str  # "" when it is not sure
    near: frozenset[str]
    shown: str


def conflict(one: str, other: str) -> Conflict | None:
    """How two sentences differ in what they tell alike; None when they do not, or it is not sure."""
    if not _is_comparable(one, other):
        return None
    return _figures_differ(one, other) or _is_denied(one, other)


def _is_comparable(one: str, other: str) -> bool:
    first, second = _telling(one), _telling(other)
    least = min(len(first), len(second))
    return least > 0 and len(first & second) >= COMMON * least


@lru_cache(maxsize=4000)
def _telling(text: str) -> frozenset[str]:
    """The telling words of a text without those of amounts, which any two sums share."""
    found = event_words(text, frozenset())
    return frozenset(word for word in found if not unit_of(word) and not number_of("number_words.tsv", word))


def _figures_differ(one: str, other: str) -> Conflict | None:
    if _times(one) != _times(other):  # "103 million in July" is another robbery
        return None
    theirs = figures(other)
    for counted, mine in figures(one).items():
        if len(mine) == len(theirs.get(counted, ())) == 1:
            first, second = mine[0], theirs[counted][0]
            if first.value != second.value and _is_of_same(first.near, second.near):
                return Conflict("figure", first.shown, second.shown)
    return None


def _times(text: str) -> frozenset[str]:
    """The months and years that a text names."""
    named = (number_of("months.tsv", word) for word in words(text) if word[:1].isupper() or is_cyrillic(word))
    return frozenset([*map(str, filter(None, named)), *_YEAR.findall(text)])


def _is_of_same(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= SHARED and shared >= NEAR_ENOUGH * min(len(one), len(other))


@lru_cache(maxsize=2000)
def figures(text: str) -> dict[str, tuple[Figure, ...]]:
    """The sure figures of a sentence by what they count: "рубль", "house"; no days, years and ordinals."""
    found: dict[str, list[Figure]] = defaultdict(list)
    days = [(mention.start, mention.end) for mention in find_dates(text, None)]
    for amount, start in _placed(text):
        end = start + len(amount.shown)
        dated = any(start < last and first < end for first, last in days)
        counted = _counted(text, end, amount)
        if counted and not dated and not _NUMBER_OF.search(text[:start]):
            near = _telling(text[max(0, start - NEAR) : end + NEAR]) - {counted}
            sure = not _OR_MORE.match(text[end:]) and not any(
                amount.qualifiers & small_words(kind) for kind in _UNSURE
            )
            found[counted].append(Figure(amount.value if sure else "", near, amount.shown))
    return {counted: tuple(held) for counted, held in found.items() if all(one.value for one in held)}


def _placed(text: str) -> Iterator[tuple[Amount, int]]:
    """The amounts of a text with where they stand."""
    at = 0
    for amount in amounts(text):
        start = text.find(amount.shown, at)
        if start >= 0:
            yield amount, start
            at = start + 1


def _counted(text: str, end: int, amount: Amount) -> str:
    """What a figure counts: its unit, else the word behind it.

    "" for a year, a time of day, a figure alone, an age ("36-year-old"), and days, which pass meanwhile.
    """
    if _YEAR.fullmatch(amount.shown) or amount.shown.startswith("0") or text[end : end + 1] in {"-", "‑"}:
        return ""
    if amount.unit:
        return "" if amount.unit in PASSING else amount.unit
    following = re.match(r"\s+([^\W\d_]{3,})", text[end:])
    told = event_words(following[1], frozenset()) if following else []
    return told[0] if told else ""


def _is_denied(one: str, other: str) -> Conflict | None:
    """Whether the sentences tell the same but for a word that only one of them denies."""
    if _has_negator(one) == _has_negator(other):
        return None
    turned = _negated(one, other), _negated(other, one)
    return Conflict("denial", turned[0], turned[1]) if all(turned) else None


def _has_negator(text: str) -> bool:
    """A plain one, or a verb of denial: "avoid" and "prevent" turn a sentence round without denying it."""
    found = [fold(word) for word in words(text)]
    return any(
        word in small_words("negators") or word.endswith(("n't", "n’t")) or is_denial(word) for word in found
    )


def _negated(one: str, other: str) -> str:
    """The word of a sentence that the other, on which nearly all of it rests, denies; "" for none."""
    case = make_case(one, [other])
    if not all(_rests(alignment) for alignment in case.alignments):
        return ""
    return next((reason.words for reason in negations(case)), "")


def _rests(alignment: Alignment) -> bool:
    return len(alignment.matches) >= FEWEST and _share(alignment) >= LIKE


def _share(alignment: Alignment) -> float:
    """Share of the telling words of a sentence that rest on the sentences chosen for it."""
    worth: Sequence[float] = [WORTH[match.relation] if match.aligned else 0.0 for match in alignment.matches]
    return sum(worth) / len(worth) if worth else 0.0


def is_denial(word: str) -> bool:
    """Whether a word is a form of "deny", "refute", «опровергнуть»."""
    return not _denials().isdisjoint(lemmas(fold(word)))


@cache
def _denials() -> frozenset[str]:
    """The verbs of denial, in base forms."""
    return frozenset(lemma for line in lines(__package__, "denials.txt") for lemma in lemmas(line))
