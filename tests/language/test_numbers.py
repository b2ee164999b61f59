"""Comparable number values, English and Russian."""

import time

import pytest

from bot.language.numbers import numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,000,000", "1 000 000"),
        ("1\u00a0000\u00a0000", "1000000"),
        ("1.000.000", "one million"),
        ("83.7", "83,7"),
        ("83.70", "83,7"),
        ("2 percent", "2%"),
        ("two percent", "2 процента"),
        ("16.4 thousand", "16,400"),
        ("16,4 тыс. человек", "16 400 человек"),
        ("$83.7 billion", "83,7 млрд долларов"),
        ("twenty-five", "двадцать пять"),
        ("двадцати пяти", "25"),
        ("two hundred and fifty thousand", "250 тыс."),
        ("сто двадцать три", "123"),
        ("тысяча двести", "1,200"),
        ("a million", "миллион"),
        ("три тысячи", "3000"),
        ("1,234,567.89", "1 234 567,89"),
        ("ten months", "десяти месяцев"),
        ("1990s", "1990-х"),
    ],
)
def test_equal_values(one: str, other: str) -> None:
    assert numbers(one) == numbers(other)
    assert len(numbers(one)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        ("no numbers, one of them is a pronoun; один из них", set()),
        ("thousands of people, миллионы людей", set()),
        ("twenty-one", {"21"}),
        ("пять-шесть дней", {"5", "6"}),
        ("from 5 to 10 million", {"5", "10000000"}),
        ("0,125 and 1.234", {"0.125", "1.234"}),
        ("09.07.2025", {"9", "7", "2025"}),
        ("at 2:30", {"2", "30"}),
        ("an F-16 over 3 towns", {"16", "3"}),
        ("5 200", {"5200"}),
        ("in 2024 300 people", {"2024", "300"}),
        ("five six seven", {"5", "6", "7"}),
        ("007", {"7"}),
    ],
)
def test_values(text: str, expected: set[str]) -> None:
    assert numbers(text) == expected


def test_a_long_run_of_digits_is_kept_as_it_stands() -> None:
    assert numbers("9" * 50) == {"9" * 50}
    assert numbers("9" * 50 + " million") == {"9" * 50}


@pytest.mark.parametrize(
    "text", ["1 " * 200_000, "five " * 100_000, "1," * 200_000, "9" * 500_000, "сто " * 100_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    numbers(text)
    assert time.process_time() - began < 5
