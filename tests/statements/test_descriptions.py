"""What names are descriptions."""

import pytest

from bot.statements.descriptions import is_proper, told_keys


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("Ivan Orlov", True),
        ("Ludwig van Orlov", True),
        ("Bank of Dolsk", True),
        ("President Orlov's sudden rise", False),
        ("spokesman for Orlov", False),
        ("", False),
    ],
)
def test_a_name_has_no_long_word_in_small_letters(name: str, proper: bool) -> None:
    assert is_proper(name) is proper


def test_small_words_are_no_part_of_a_description() -> None:
    assert told_keys("the lawyer for Orlov") == told_keys("Orlov's lawyer")
