"""Names and offices that sign a paragraph."""

import pytest

from bot.articles.pullquotes import find_signature, is_signature
from bot.models import Span

WORDS = "We are sure that this ferry will bring both shores together"
RUSSIAN = "Мы уверены, что этот паром сблизит оба берега"


def signature(text: str) -> str | None:
    found = find_signature(text, Span(0, len(text)))
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{WORDS} Ida Holm Mayor of Tarn", "Ida Holm Mayor of Tarn"),
        (f"{WORDS}. Ida Holm, Tarn chief spokeswoman", "Ida Holm, Tarn chief spokeswoman"),
        (f"{WORDS} J. B. Vale President of the Ferry Company", "J. B. Vale President of the Ferry Company"),
        (f"{RUSSIAN} Ида Хольм мэр Тарна", "Ида Хольм мэр Тарна"),
        (f"{RUSSIAN} Ида Хольм официальный представитель мэрии", "Ида Хольм официальный представитель мэрии"),
        (f"{WORDS[:-8]} of Tarn Ida Holm President of the Council", "Ida Holm President of the Council"),
        (f"{'All of it is good. ' * 40}{WORDS} Ida Holm Mayor of Tarn", "Ida Holm Mayor of Tarn"),
    ],
)
def test_signed(text: str, signed: str) -> None:
    assert signature(text) == signed


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS} Ida Holm Mayor of Tarn.",
        f"“{WORDS}” Ida Holm Mayor of Tarn",
        f"{WORDS}, says Ida Holm Mayor of Tarn",
        f"{WORDS} with Ida Holm Mayor of Tarn",
        f"{WORDS} Ida Holm gladly",
        f"{WORDS} Holm Mayor of Tarn",
        f"{WORDS} IDA HOLM Mayor of Tarn",
        f"{WORDS} Ida Holm Mayor of " + "Tarn and " * 14 + "Lumen",
        "We are sure Ida Holm Mayor of Tarn",
        "Ida Holm Mayor",
        WORDS,
    ],
)
def test_unsigned(text: str) -> None:
    assert signature(text) is None


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("Ida Holm Mayor of Tarn", True),
        ("Ида Хольм, мэр Тарна", True),
        ("Ida Holm", False),
        ("Mayor of Tarn", False),
        ("The ferry of Ida Holm Mayor of Tarn", False),
        ("Ida Holm Mayor of Tarn " * 20, False),
    ],
)
def test_a_line_of_a_name_and_an_office(line: str, whole: bool) -> None:
    assert is_signature(line, Span(0, len(line))) is whole
