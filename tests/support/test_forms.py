"""What single words may be."""

import pytest

from bot.support.forms import is_adjective, is_genitive, is_noun, noun_parses
from bot.support.reading import read


def word(text):
    return read(f"x {text}").sentences[0][-1]


@pytest.mark.parametrize(
    ("text", "found"),
    [("моста", True), ("мост", False), ("Зориной", True), ("Зорину", False), ("bridge", False)],
)
def test_genitives(text, found):
    assert is_genitive(word(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("старый", True), ("закрытый", True), ("мост", False), ("famous", True), ("bridge", False)],
)
def test_adjectives(text, found):
    assert is_adjective(word(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("мост", True),
        ("закрыт", False),
        ("bridge", True),
        ("famous", False),
        ("firefighters", True),
        ("Holm", True),
        ("14", False),
    ],
)
def test_nouns(text, found):
    assert is_noun(word(text)) == found


def test_only_russian_nouns_and_names_have_cases():
    assert {parse.case for parse in noun_parses(word("полиция"))} == {"nomn"}
    assert noun_parses(word("закрыли")) == noun_parses(word("bridge")) == []
