"""The word lists `data/*.txt` (one entry a line, `#` comments) and patterns of them; knows not their use."""

import re
from functools import cache

from bot.language.tables import lines


def entries(name: str) -> tuple[str, ...]:
    """The entries of the list `name` in their order, without comments and blank lines."""
    return lines(__package__, f"{name}.txt")


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of the list `name`, for looking words up."""
    return frozenset(entries(name))


def phrase_pattern(phrase: str) -> str:
    """A regular expression for one phrase: white space is flexible, `*` stands for up to six words."""
    words = [r"\S+(?:\s+\S+){0,5}?" if word == "*" else re.escape(word) for word in phrase.split()]
    return r"\s+".join(words).replace("'", "['’]")


@cache
def any_of(name: str) -> str:
    """An alternation of all entries of the list, longest first, as a regular expression without a group."""
    return "|".join(phrase_pattern(entry) for entry in sorted(entries(name), key=len, reverse=True))
