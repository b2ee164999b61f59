"""Base forms of words, stop words, and the normalised shadow text that is indexed; it knows no index.

A Russian word has every base form that its letters allow, since the right one cannot be told without the
sentence; capitals decide that a word keeps its own form as well, as a name.
"""

from functools import cache, lru_cache
from typing import Any

import Stemmer

from bot.language.morphology import morph
from bot.language.names import word_keys
from bot.language.script import fold, is_cyrillic
from bot.language.tables import folded
from bot.language.tokens import words

NAME_MARKS = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn"})
KEY = "@"  # marks a key of a name among the terms


@cache
def _stemmer() -> Any:
    return Stemmer.Stemmer("english")


@lru_cache(200_000)
def lemmas(word: str) -> tuple[str, ...]:
    """Base forms of a word, folded: every parse of a Russian one, stem and form of any other."""
    folded = fold(word).removesuffix("'s").rstrip("'")
    if not is_cyrillic(word):
        return tuple(dict.fromkeys((str(_stemmer().stemWord(folded)), folded)))
    readings = morph(folded)
    forms = [fold(parse.normal) for parse in readings if parse.known] or [
        fold(parse.normal) for parse in readings
    ]
    if word[:1].isupper():
        forms += [fold(parse.normal) for parse in readings if parse.marks & NAME_MARKS]
        forms.append(folded)
    return tuple(dict.fromkeys(forms))


@lru_cache(200_000)
def terms(word: str) -> tuple[str, ...]:
    """What a word of a text is indexed under: its base forms and, for a capitalised one, its name keys."""
    keys = sorted(word_keys(word)) if word[:1].isupper() else ()
    return (*lemmas(word), *(KEY + key for key in keys))


@lru_cache(200_000)
def _joined(word: str) -> str:
    return " ".join(terms(word))


def shadow(text: str) -> str:
    """The text as the index sees it: terms of its words in order, separated by spaces."""
    return " ".join(map(_joined, words(text)))


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for line in folded("stop_words.txt") for word in line.split())


def is_stop(word: str) -> bool:
    """Whether a word says nothing about the topic."""
    return fold(word) in _stop_words()


def content_words(text: str) -> list[str]:
    """The words that carry meaning, as written, in order."""
    return [word for word in words(text) if not is_stop(word)]
