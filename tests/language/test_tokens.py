"""Words, numbers and marks with their places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.tokens import tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: no.", ["He", "said", ":", "no", "."]),
        ("$83.7 billion", ["$", "83.7", "billion"]),
        ("в 2:30, 10,5 руб.", ["в", "2:30", ",", "10,5", "руб", "."]),
        ("Kassym-Jomart don't", ["Kassym-Jomart", "don't"]),
        ("Касым-Жомарт «Яр»", ["Касым-Жомарт", "«", "Яр", "»"]),
        ("SSJ-100", ["SSJ-100"]),
        ("", []),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    assert [tuple(token) for token in tokens("one two three", 4, 7)] == [(4, 7, "two")]


def test_words_leave_out_marks() -> None:
    assert words("“Late,” she said: 40%!") == ["Late", "she", "said", "40"]


@given(st.text())
def test_every_token_is_its_own_text(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
