"""The keys under which speakers are looked up, made of one name or office as statements word it.

They are stored with the speaker, so that a question need not read all of them. Pure; it knows no table and
decides nothing between namesakes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import prod
from typing import Literal

from bot.language.lemmas import lemmas, shadow
from bot.language.names import word_key, word_keys
from bot.language.script import fold
from bot.language.tokens import words as split_words
from bot.statements.offices import office_key

# stored keys of another version are made anew; raise it with every change of what follows, of `office_key`,
# `word_key`, `lemmas`, or of the lexicons behind them
KEYS_VERSION = 6

NameSort = Literal[
    "surname",  # the last word of a name
    "word",  # any word of it
    "body",  # the whole name of a body as base forms
    "part",  # where that name begins or ends with them: "US" of "US Treasury"
]
OfficeSort = Literal[
    "office",  # a concept or body of the office, see `office_key`
    "worded",  # a base form in its wording, whatever the lexicon knows
    "spokes",  # an index term of an office that speaks for others
]

ARTICLES = frozenset({"the", "a", "an"})
MOST_READINGS = 200  # of a phrase's words, so that a long phrase costs no more than a short one
LONGEST_BODY = 12  # words
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_GENERATION = re.compile(r"[IVX]{2,}|[JS]r\.?")
_SPOKES = re.compile(r"spokes|press secretary|representative|пресс-секретар|представител", re.IGNORECASE)


def name_keys(name: str) -> Iterator[tuple[NameSort, str]]:
    """The keys of a name as that of a person."""
    form = name_form(name)
    yield from (("word", key) for key in form)
    yield from (("surname", key) for key in form[-1:])


def body_keys(name: str) -> Iterator[tuple[NameSort, str]]:
    """The keys of a name as that of a body."""
    for form in body_forms(phrase_words(name)[:LONGEST_BODY]):
        yield "body", " ".join(form)
        for cut in range(1, len(form)):
            yield "part", " ".join(form[:cut])
            yield "part", " ".join(form[cut:])


def office_keys(office: str) -> Iterator[tuple[OfficeSort, str]]:
    """The keys of an office as worded."""
    yield from (("office", key) for key in office_of(office))
    yield from (("worded", form) for word in phrase_words(office) for form in plain_lemmas(word))
    if _SPOKES.search(office):
        yield from (("spokes", term) for term in shadow(office).split())


def bare_word(word: str) -> str:
    """A word without the English possessive ending: "Peskov's" -> "Peskov"."""
    for ending in ("'s", "’s", "'", "’"):
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)]
    return word


def without_dots(text: str) -> str:
    """Abbreviations of capitals as one word: "U.S." -> "US"."""
    return _DOTTED.sub(lambda match: match.group().replace(".", ""), text)


def phrase_words(text: str) -> list[str]:
    """The words of a name as it may be written in a question: no articles, no possessive endings."""
    found = [bare_word(word) for word in split_words(without_dots(text))]
    return [word for word in found if fold(word) not in ARTICLES]


def name_form(name: str) -> tuple[str, ...]:
    """The key of each word of a name, in order, but for "III" and "Jr."."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalnum()]
    named = [word for word in words if not _GENERATION.fullmatch(word)] or words
    return tuple(map(word_key, named))


@lru_cache(maxsize=20_000)
def keys_of(word: str) -> frozenset[str]:
    """The name keys of one word in any case form; a double-barrelled one has those of both halves."""
    parts = word.split("-")
    return (
        frozenset().union(*(word_keys(part) for part in parts if part)) if len(parts) > 1 else word_keys(word)
    )


def body_forms(parts: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Words as every sequence of base forms: no spelling keys, under which CIA and "say" would meet."""
    readings = [tuple(dict.fromkeys((*lemmas(part), fold(part)))) for part in parts]
    return product(*readings) if 0 < prod(map(len, readings)) <= MOST_READINGS and readings else ()


def plain_lemmas(word: str) -> tuple[str, ...]:
    """Base forms of a word, whatever its capitals."""
    return lemmas(fold(bare_word(word)))


@lru_cache(maxsize=20_000)
def office_of(text: str) -> frozenset[str]:
    """`office_key`, remembered: questions and speakers repeat the same few offices."""
    return office_key(text)
