"""Whether a word is an ordinary one."""

import pytest

from bot.statements.ordinary_words import is_name_like, is_ordinary


@pytest.mark.parametrize("word", ["rate", "summit", "may", "the", "мост", "ставка", "2024", "x"])
def test_ordinary_words(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["May", "Мост", "греф", "орлов", "krylova"])
def test_names_and_capitals(word: str) -> None:
    assert not is_ordinary(word)


def test_the_capital_of_the_first_word_says_nothing() -> None:
    assert is_ordinary("May", first=True)
    assert not is_ordinary("Krylova", first=True)


def test_only_long_capitalised_words_may_be_misspelt_names() -> None:
    assert is_name_like("Krilova")
    assert not is_name_like("krilova")
    assert not is_name_like("Oslo")
