"""Texts by the words of a topic."""

import pytest

from bot.digests.register import Register
from bot.search.coverage import asked_words

TEXTS = {
    1: "The central bank raised its rate",
    2: "Центральный банк повысил ставку",
    3: "A bank of the river was flooded",
    4: "The council met in the centre of Ostvik",
}


@pytest.mark.parametrize(
    ("topic", "numbers"),
    [
        ("central bank", {1, 2}),  # in any language
        ("ставка центрального банка", {1, 2}),  # in any case form
        ("banks", {1, 2, 3}),
        ("Ostvik", {4}),
        ("Tarnholm", set()),
        ("", set()),
        ("the", set()),
    ],
)
def test_every_word_must_be_held(topic: str, numbers: set[int]) -> None:
    assert Register(TEXTS).holding(asked_words(topic)) == numbers


def test_roots_find_more_where_they_are_asked_for() -> None:
    repaired = {1: "Мост отремонтировали", 2: "Паром ходит"}
    words = asked_words("ремонтировать")
    assert Register(repaired).holding(words) == set()
    assert Register({1: "Мост ремонтирован"}, by_root=True).holding(words) == {1}
