"""Single words of office: is a word one, whose role is it, in which cases may it stand.

It knows the word lists, not offices as wholes (that is `offices`) and no persons.
"""

import re
from functools import cache, lru_cache

from bot.language.lemmas import lemmas
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.statements.lexicon import entries, words

_FORMER = re.compile(r"\b(?:former|emeritus|ex-|экс-|бывш)", re.IGNORECASE)
_DEPUTY = re.compile(r"\b(?:deputy|assistant)\s\w|\bзам", re.IGNORECASE)
_SMALL = frozenset({"of", "the", "for", "general", "state", "public", "affairs", "cabinet", "bank"})


@lru_cache(50_000)
def is_office_word(word: str) -> bool:
    """Does the word occur in the names of offices as their head?"""
    bare = word.lower().removeprefix("экс-").removeprefix("ex-")
    forms = (fold(morph(bare)[0].normal),) if is_cyrillic(bare) else lemmas(bare)
    return any(form in _office_words() for form in forms)


def is_former(office: str) -> bool:
    """Is it said of an office as worded that its holder has left it?"""
    return _FORMER.search(office) is not None


def is_deputy(office: str) -> bool:
    """Does an office as worded belong to whom stands below its holder?"""
    return _DEPUTY.search(office) is not None


@lru_cache(20_000)
def is_owned_role(word: str) -> bool:
    """Is it somebody's role ("представитель Орлова" is not Орлов)?"""
    return any(lemma in words("owned_roles.txt") for lemma in lemmas(word))


@lru_cache(20_000)
def cases(word: str) -> frozenset[str]:
    """Every case that a Russian word may stand in."""
    return frozenset(parse.case for parse in morph(word.lower()))


@cache
def _office_words() -> frozenset[str]:
    """Base forms of the words that make a phrase an office: the nouns of the list."""
    phrases = (phrase for entry in entries("offices.txt") for phrase in entry.split(":", 1)[1].split("|"))
    nouns = {word for phrase in phrases for word in phrase.split()} - _SMALL
    found = {lemma for noun in nouns for lemma in lemmas(noun)}
    return frozenset(found - set(entries("not_office_words.txt")))
