"""Scripts and folding."""

import pytest

from bot.language.script import detect_language, fold, is_cyrillic, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry is late.", "en"),
        ("Паром опаздывает.", "ru"),
        ("Компания Ferry из города Yar", "ru"),
        ("The town of Яр", "en"),
        ("", "en"),
        ("12345 !?", "en"),
    ],
)
def test_the_script_of_most_letters_decides(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_folding_joins_what_reads_alike() -> None:
    assert fold("Ёлка") == "елка"
    assert fold("O’Neill") == fold("o'neill")


def test_one_cyrillic_letter_is_enough() -> None:
    assert is_cyrillic("Xй")
    assert not is_cyrillic("Xy")


def test_what_is_told_of_a_language_counts_until_the_letters_plainly_show_another() -> None:
    russian, english = "Паром опаздывает, и порт закрыт. " * 20, "The ferry is late, the port is shut. " * 20
    assert language_of(russian, "en") == "ru"
    assert language_of(english, "ru") == "en"
    assert language_of(english, "en") == "en"
    assert language_of("Паром опаздывает.", "en") == "en"
    assert language_of(russian + english, "en") == language_of(english + russian, "en") == "en"
    assert language_of("Паром опаздывает.", None) == "ru"
