"""The words of an article in one form for both languages, so that reports of one event can meet.

A Russian word that the lexicon translates counts as the English one; a name without a translation counts by
its sound ("@prigojin"). It knows nothing of articles.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache

from bot.language.lemmas import KEY, is_stop, lemmas
from bot.language.morphology import morph
from bot.language.names import find_names, word_keys
from bot.language.openers import PROPER, is_common
from bot.language.script import fold, is_cyrillic
from bot.language.spelling import word_key
from bot.language.tokens import words
from bot.language.translate import translations


def event_words(sentence: str, ordinary: Collection[str]) -> list[str]:
    """The telling words of a sentence in order; `ordinary` are base forms that are no names here."""
    return [_form(word, _may_be_name(word, ordinary)) for word in words(sentence) if _tells(word)]


def name_words(sentence: str, ordinary: Collection[str]) -> set[str]:
    """Those of the names in a sentence."""
    found = (word for name in find_names(sentence) for word in words(name.text))
    return {_form(word, True) for word in found if word[0].isupper() and _base(word) not in ordinary}


def ordinary_words(sentences: Iterable[str]) -> frozenset[str]:
    """Base forms met without a capital: in a headline of capitals only these are no names."""
    return frozenset(_base(word) for sentence in sentences for word in words(sentence) if word.islower())


def _tells(word: str) -> bool:
    if word[0].isdigit() or len(word) < 2:
        return False
    # "US" and "WHO" are names, "us" and "who" are not
    return not is_stop(word) or (
        not word.islower() and not word.istitle() and bool(translations(_base(word)))
    )


def _may_be_name(word: str, ordinary: Collection[str]) -> bool:
    if not word[0].isupper() or _base(word) in ordinary:
        return False
    return not (is_cyrillic(word) and is_common(word))


@lru_cache(100_000)
def _base(word: str) -> str:
    return lemmas(fold(word))[0]


@lru_cache(100_000)
def _form(word: str, is_name: bool) -> str:
    base = _base(word)
    known = translations(base)
    if known:
        return known[0].lstrip(KEY) if is_cyrillic(word) else base
    return (is_name and _sound(word)) or base


def _sound(word: str) -> str:
    """One key for all case forms: that of the dictionary, else the shortest, which has no ending."""
    if is_cyrillic(word):
        for parse in morph(fold(word)):
            if parse.known and parse.marks & PROPER:
                return KEY + word_key(parse.normal)
    keys = sorted(word_keys(word), key=lambda key: (len(key), key))
    return KEY + keys[0] if keys else ""
