"""What part of speech an English word may be, as far as a word list and its ending tell.

English words carry no such marks; the Russian side of the lexicon does, so a word that is only ever
translated by a verb is one. It knows no sentence: who asks must use the place of a word as well.
"""

import re
from functools import cache, lru_cache
from typing import Literal

from bot.language.morphology import morph
from bot.language.script import fold
from bot.language.tables import lines, rows

WordClass = Literal["verb", "verb or noun", "participle", "adjective", "adverb", "other"]
_ADJECTIVE = re.compile(r"(?:able|ible|ful|ous|ive|less|ical|ish)$")
_VERBAL = frozenset({"INFN", "VERB"})
_ADJECTIVAL = frozenset({"ADJF", "ADJS"})
SHORTEST_ENDING = 5  # letters of a word whose ending is believed: "red" is no participle


@lru_cache(20_000)
def word_class(word: str) -> WordClass:
    """The class of an English word; "other" is a noun, or a word that nothing is known of."""
    low = fold(word)
    if low in _listed("participles_en.txt"):
        return "participle"
    if low in _listed("adjectives_en.txt"):
        return "adjective"
    known = _known(low)
    return known if known != "other" else _by_ending(low)


def _known(low: str) -> WordClass:
    found = next((kinds for base in _bases(low) if (kinds := _classes().get(base))), frozenset[str]())
    if "verb" in found:
        return "verb or noun" if "noun" in found else "verb"
    return "adjective" if found == {"adjective"} else "other"


def _bases(low: str) -> tuple[str, ...]:
    """A word and what it may be a form with -s of."""
    if low.endswith("ies"):
        return low, low[:-3] + "y"
    return (low, low[:-1], low[:-2]) if low.endswith("es") else (low, low.removesuffix("s"))


def _by_ending(low: str) -> WordClass:
    if len(low) < SHORTEST_ENDING:
        return "other"
    if low.endswith("ly"):
        return "adverb"
    if low.endswith("ed") and not low.endswith("eed"):
        return "participle"
    return "adjective" if _ADJECTIVE.search(low) else "other"


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(__package__, name) for word in line.split())


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Word -> the classes that the lexicon and the list of verbs give it."""
    found: dict[str, set[str]] = {}
    for english, russian in rows("en_ru.tsv"):
        found.setdefault(fold(english), set()).add(_class_of(russian))
    for word, kinds in _more_verbs():
        found.setdefault(word, set()).update(kinds)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _class_of(russian: str) -> str:
    readings = morph(fold(russian))
    pos = readings[0].pos if readings else ""
    return "verb" if pos in _VERBAL else "adjective" if pos in _ADJECTIVAL else "noun"


def _more_verbs() -> list[tuple[str, set[str]]]:
    kinds = {"verb"}
    found: list[tuple[str, set[str]]] = []
    for line in lines(__package__, "verbs_en.txt"):
        if line == "noun":
            kinds = {"verb", "noun"}
        else:
            found += [(word, kinds) for word in line.split()]
    return found
