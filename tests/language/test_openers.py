"""Words that open a sentence and are no names."""

import pytest

from bot.language.openers import is_common


@pytest.mark.parametrize(
    "word", ["The", "However", "He's", "It’s", "We'll", "Don’t", "Потом", "Никто", "В", "О"]
)
def test_words_that_are_never_names(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["Holm", "Holm's", "O'Stark", "Орлов", "Москва", "СНГ", "Brzk"])
def test_words_that_may_be_names(word: str) -> None:
    assert not is_common(word)
