"""The word lists: readable, without doubles, and phrases as patterns."""

import re
from importlib.resources import files

import pytest

from bot.articles.lexicon import any_of, entries, phrase_pattern, word_set

LISTS = sorted(path.name.removesuffix(".txt") for path in (files("bot.articles") / "data").iterdir())


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_readable(name: str) -> None:
    found = entries(name)
    assert found
    assert len(set(found)) == len(found)
    assert word_set(name) == frozenset(found)
    re.compile(any_of(name))


@pytest.mark.parametrize("name", ["furniture", "paywalls", "wall_pages"])
def test_a_star_stands_for_words_and_so_stands_alone(name: str) -> None:
    assert not [
        entry
        for entry in entries(name)
        if any("*" in word and word != "*" for word in entry.removesuffix("...").split())
    ]


def test_phrases() -> None:
    pattern = re.compile(phrase_pattern("Get * in your inbox"))
    assert pattern.fullmatch("Get the  morning news\nin your inbox")
    assert not pattern.fullmatch("Get in your inbox")
    assert re.fullmatch(phrase_pattern("Here's what"), "Here’s what")
