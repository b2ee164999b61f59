"""How much of what was asked a piece of text covers: every word in any form, script or translation.

Pure; it knows nothing of statements, articles or the index.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from bot.language.lemmas import Remembered, is_stop, piece_terms, pieces, term_set, terms
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


EMPTY = Bag(frozenset(), frozenset())


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
    """Capitalised words and abbreviations count as names."""
    return word[:1].isupper()


@lru_cache(maxsize=600)
def bag(text: str) -> Bag:
    """The words of a text as the index knows them; kept, since one question looks at a text several times."""
    forms = term_set(text)
    return Bag(forms, frozenset(chain.from_iterable(map(_ROOTS.__getitem__, forms))))


def joined(bags: Sequence[Bag]) -> Bag:
    """What several texts hold together."""
    forms = frozenset[str]().union(*(one.forms for one in bags))
    return Bag(forms, frozenset[str]().union(*(one.roots for one in bags)))


def _roots(form: str) -> tuple[str, ...]:
    """Beginnings under which derived words meet, the one that a question uses last."""
    if len(form) < ROOT_MIN or form[0] == "@" or not form.isalpha():
        return ()
    folded = form.translate(ALTERNATIONS)
    return (folded[:5], folded[:6]) if len(form) > 7 else (folded[:6], folded[:5])


_ROOTS = Remembered(_roots, 60_000)


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
    """For every word its best match over several places, each with the worth of that place."""
    best = [0.0] * len(words)
    for text, worth in places:
        for position, word in enumerate(words):
            if best[position] < worth:
                best[position] = max(best[position], worth * match(word, text))
    return tuple(best)


class Matcher:
    """One question against many texts: as `best_matches` on their bags, in a fifth of the time.

    It remembers which pieces of text match, few of all that it met, and so builds no bags.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._forms = frozenset[str]().union(*(word.forms | word.near for word in words))
        self._roots = frozenset[str]().union(*(word.roots for word in words))
        self._openings = frozenset(form[:2] for form in self._forms | self._roots)
        self._none = (0.0,) * len(words)
        self._seen: set[str] = set()
        self._found: dict[str, tuple[float, ...]] = {}
        self._texts: dict[str, tuple[float, ...]] = {}  # several statements lie in one

    def matches(self, *places: tuple[str, float]) -> tuple[float, ...]:
        """For every word its best match over several texts, each with its worth."""
        best = self._none
        for text, worth in places:
            if text not in self._texts:
                self._texts[text] = self._match(text)
            if self._texts[text] is not self._none:
                best = tuple(map(max, best, (worth * value for value in self._texts[text])))
        return best

    def _match(self, text: str) -> tuple[float, ...]:
        here = set(pieces(text))
        self._look_at(here - self._seen)
        found = [*filter(None, map(self._found.get, here))]
        return tuple(map(max, self._none, *found)) if found else self._none

    def _look_at(self, fresh: set[str]) -> None:
        """Remember those that match."""
        self._seen |= fresh
        # all terms of a plain English word begin with its first two letters, so most need not be made; not
        # so those of "dying" (die), nor of names, which have keys
        for piece in fresh:
            may = piece[:2] in self._openings or piece[1:2] == "y" or not piece[:1].islower()
            if may or not (piece.isalpha() and piece.isascii()):
                self._take(piece)

    def _take(self, piece: str) -> None:
        found = piece_terms(piece)
        roots = {root for form in found for root in _ROOTS[form]}
        if not (self._forms.isdisjoint(found) and self._roots.isdisjoint(roots)):
            text = Bag(frozenset(found), frozenset(roots))
            self._found[piece] = tuple(match(word, text) for word in self._words)


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
    return share(words, best_matches(words, [(bag(text), 1.0)]))


def closeness(words: Sequence[Word], text: str) -> float:
    """Share of the neighbouring words of a question that stand close together in a text, 0 to 1."""
    if len(words) < 2:
        return 0.0
    forms = [terms(word) for word in all_words(text)]
    places = [[at for at, found in enumerate(forms) if not word.forms.isdisjoint(found)] for word in words]
    pairs = [_near_by(one, other) for one, other in pairwise(places)]
    return sum(pairs) / len(pairs)


def _near_by(one: Sequence[int], other: Sequence[int]) -> bool:
    return any(abs(first - second) <= CLOSE for first in one[:MEETINGS] for second in other[:MEETINGS])
