"""Offices compared over wordings and languages: "Kremlin spokesman" == «пресс-секретарь Кремля».

The concepts are in `data/offices.txt` and `data/bodies_words.txt`; who holds an office is not known here.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from bot.language.lemmas import is_stop, lemmas
from bot.language.names import word_key, word_keys
from bot.language.script import is_cyrillic
from bot.language.tokens import words
from bot.statements.lexicon import entries

Forms = frozenset[str]
Concept = tuple[tuple[Forms, ...], str]
SMALL_WORDS = frozenset({"of", "the", "for", "a", "an", "по", "и", "в", "на", "to", "s"})
TOO_PLAIN = frozenset({"former", "then", "бывший", "экс", "new", "новый", "current", "acting", "врио", "ио"})


@lru_cache(maxsize=8192)
def office_key(text: str) -> frozenset[str]:
    """Concept and body keys of an office as worded; empty when the text holds no word of office.

    Equal sets mean the same office; a subset is the same office said less exactly.
    """
    forms = [(word, _forms(word)) for word in _words(text)]
    keys: set[str] = set()
    offices = 0
    i = 0
    while i < len(forms):
        length, key, office = _longest(forms, i)
        if key:
            keys.add(key)
            offices += office
        else:
            keys.update(_own_key(forms[i][0]))
        i += max(length, 1)
    return frozenset(keys) if offices else frozenset()


@lru_cache(maxsize=8192)
def is_body(text: str) -> bool:
    """Does the text begin with the name of a listed country or body?"""
    forms = [(word, _forms(word)) for word in _words(text)]
    length, _, office = _longest(forms[:4], 0) if forms else (0, "", True)
    return length > 0 and not office


def _words(text: str) -> Iterator[str]:
    for word in words(text):
        bare = word.removesuffix("'s").removesuffix("’s")
        for former in ("экс-", "Экс-", "ex-", "Ex-"):
            bare = bare.removeprefix(former)
        if bare and bare.casefold() not in SMALL_WORDS:
            yield bare


@lru_cache(maxsize=8192)
def _forms(word: str) -> Forms:
    return frozenset((*lemmas(word), *lemmas(word.lower())))


def _own_key(word: str) -> tuple[str, ...]:
    """A capitalised word that no list holds stands for itself, in any script and case."""
    if not word[:1].isupper() or is_stop(word.lower()) or word.lower() in TOO_PLAIN:
        return ()
    return (min(word_keys(word)),) if is_cyrillic(word) else (word_key(word),)


def _longest(forms: list[tuple[str, Forms]], i: int) -> tuple[int, str, bool]:
    """Length, key and kind of the longest phrase at a word: body words first when equally long."""
    best = (0, "", False)
    for offices, concepts in ((False, _concepts("bodies_words.txt")), (True, _concepts("offices.txt"))):
        for form in forms[i][1]:
            for phrase, key in concepts.get(form, ()):
                if len(phrase) > best[0] and _matches(phrase, forms, i):
                    best = (len(phrase), key, offices)
    return best


def _matches(phrase: tuple[Forms, ...], forms: list[tuple[str, Forms]], i: int) -> bool:
    if i + len(phrase) > len(forms):
        return False
    return all(part & forms[i + k][1] for k, part in enumerate(phrase))


@cache
def _concepts(name: str) -> dict[str, tuple[Concept, ...]]:
    """Phrases by every base form of their first word."""
    found: dict[str, list[Concept]] = {}
    for entry in entries(name):
        key, _, right = entry.partition(":")
        for wording in right.split("|"):
            phrase = tuple(_forms(word) for word in _words(wording))
            for form in phrase[0]:
                found.setdefault(form, []).append((phrase, key.strip()))
    return {form: tuple(concepts) for form, concepts in found.items()}
