"""Reads the word lists `data/*.txt` (one entry a line, `#` comments); knows nothing of their use."""

import re
from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of the list `name` in their order, without comments and blank lines."""
    text = (files("bot.articles") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


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
