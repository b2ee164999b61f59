"""How much of what was asked a piece of text covers: every word in any form, script or translation.

Pure; it knows nothing of statements, articles or the index.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from operator import and_

from bot.language.lemmas import Remembered, is_stop, term_set, terms
from bot.language.tokens import words as all_words
from bot.language.translate import expand, translations
from bot.search.weights import DERIVED, EXACT, NAME_TERM, PLAIN_TERM, SYNONYM

ROOT_MIN = 6  # shorter words have no root worth comparing
CLOSE = 3  # words from one to the other
MEETINGS = 8  # places of a word that are compared
ALTERNATIONS = str.maketrans("жшчщ", "зскт")  # торможение - тормозить, встреча - встретить


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a question with every index form that may stand for it."""

    text: str
    forms: frozenset[str]
    roots: frozenset[str]
    near: frozenset[str]  # words that translate alike: "exchange" for "swap"
    name: bool

    @property
    def weight(self) -> float:
        """Its share in what is asked, relative to other words."""
        return NAME_TERM if self.name else PLAIN_TERM


@dataclass(frozen=True, slots=True)
class Bag:
    """The index forms and roots that occur in a text."""

    forms: frozenset[str]
    roots: frozenset[str]


def asked_words(text: str) -> tuple[Word, ...]:
    """The content words of a question or topic, each once, in order."""
    found: dict[frozenset[str], Word] = {}
    for word in telling_words(text):
        forms = frozenset(form for form in expand(word) if not is_stop(form))
        if forms and not any(forms <= known for known in found):
            name = is_name(word)
            near = frozenset[str]() if name else _near(forms)
            found[forms] = Word(word, forms, _asked_roots(forms, name), near, name)
    return tuple(found.values())


def _asked_roots(forms: frozenset[str], name: bool) -> frozenset[str]:
    """The root of every form; none of a name without a translation."""
    if name and not any(translations(form) for form in forms):
        return frozenset()  # Petrova is not petroleum; but Russian goes with Russia
    return frozenset(root for form in forms for root in _ROOTS[form][-1:])


def telling_words(text: str) -> list[str]:
    """The words that are no stop words; "US" and "WHO" are none, unless all is written large."""
    shouted = text.isupper() and " " in text.strip()
    return [
        word
        for word in all_words(text)
        if not is_stop(word) or (word.isupper() and len(word) > 1 and not shouted)
    ]


@lru_cache(maxsize=8192)
def _near(forms: frozenset[str]) -> frozenset[str]:
    """What the translations of a word translate back to."""
    back = (again for form in forms for other in translations(form) for again in translations(other))
    return frozenset(back) - forms


def is_name(word: str) -> bool:
    """Capitalised words and abbreviations count as names; "U-turn" and "X-ray" are none."""
    return word[:1].isupper() and not (word[1:2] == "-" and word[2:].islower())


@lru_cache(maxsize=600)
def bag(text: str) -> Bag:
    """The words of a text as the index knows them; kept, since one question looks at a text several times."""
    forms = term_set(text)
    return Bag(forms, frozenset(roots_of(forms)))


def _roots(form: str) -> tuple[str, ...]:
    """Beginnings under which derived words meet, the one that a question uses last."""
    if len(form) < ROOT_MIN or form[0] == "@" or not form.isalpha():
        return ()
    folded = form.translate(ALTERNATIONS)
    return (folded[:5], folded[:6]) if len(form) > 7 else (folded[:6], folded[:5])


_ROOTS = Remembered(_roots, 60_000)


def roots_of(forms: Iterable[str]) -> set[str]:
    """The roots of some index forms."""
    return set(chain.from_iterable(map(_ROOTS.__getitem__, forms)))


def match(word: Word, text: Bag) -> float:
    """1 for a word found, less for one of the same root, 0 for none."""
    if not word.forms.isdisjoint(text.forms):
        return EXACT
    if not word.near.isdisjoint(text.forms):
        return SYNONYM
    if not word.roots.isdisjoint(text.roots):
        return DERIVED
    return 0.0


def best_matches(words: Sequence[Word], places: Iterable[tuple[Bag, float]]) -> tuple[float, ...]:
    """For every word its best match over several places, each with the worth of that place.

    One question against many texts is for `bot.search.matcher`.
    """
    best = [0.0] * len(words)
    for text, worth in places:
        for position, word in enumerate(words):
            if best[position] < worth:
                best[position] = max(best[position], worth * match(word, text))
    return tuple(best)


def share(words: Sequence[Word], matches: Sequence[float], rarity: Sequence[float] = ()) -> float:
    """Weighted share of the words that are covered, 0 to 1; 1 when nothing was asked."""
    weights = [word.weight * rare for word, rare in zip(words, rarity or (1.0,) * len(words), strict=True)]
    total = sum(weights)
    return (
        sum(weight * value for weight, value in zip(weights, matches, strict=True)) / total if total else 1.0
    )


def rarities(matches: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """How much each word tells some texts apart: 1 for one that all hold, more the fewer hold it.

    `matches` are those of every word, text by text.
    """
    held = (sum(value > 0 for value in values) for values in zip(*matches, strict=True))
    return tuple(1.0 + math.log((len(matches) + 1) / (count + 1)) for count in held)


def names_share(words: Sequence[Word], matches: Sequence[float]) -> float:
    """The same for the names alone."""
    pairs = [(word, value) for word, value in zip(words, matches, strict=True) if word.name]
    return sum(value for _, value in pairs) / len(pairs) if pairs else 1.0


def plain_share(words: Sequence[Word], matches: Sequence[float]) -> float:
    """The same for everything that is not a name."""
    pairs = [(word, value) for word, value in zip(words, matches, strict=True) if not word.name]
    return sum(value for _, value in pairs) / len(pairs) if pairs else 1.0


def text_share(words: Sequence[Word], text: str) -> float:
    """Weighted share of the words that one text covers."""
    return share(words, text_matches(words, text))


def text_matches(words: Sequence[Word], *texts: str) -> tuple[float, ...]:
    """For every word its best match over several texts of the same worth."""
    return best_matches(words, [(bag(text), 1.0) for text in texts])


def closeness(words: Sequence[Word], text: str, matches: Sequence[float]) -> float:
    """Share of the neighbouring words of a question that stand close together in a text, 0 to 1.

    `matches` are those of the words in that text.
    """
    there = [value == EXACT for value in matches]
    if not any(map(and_, there, there[1:])):
        return 0.0
    forms = [terms(word) for word in all_words(text)]
    places = [
        [at for at, found in enumerate(forms) if not word.forms.isdisjoint(found)] if held else []
        for word, held in zip(words, there, strict=True)
    ]
    pairs = [_near_by(one, other) for one, other in pairwise(places)]
    return sum(pairs) / len(pairs)


def _near_by(one: Sequence[int], other: Sequence[int]) -> bool:
    return any(abs(first - second) <= CLOSE for first in one[:MEETINGS] for second in other[:MEETINGS])
