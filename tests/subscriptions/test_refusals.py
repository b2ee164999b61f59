"""What is said to a wish that cannot be read."""

import string

from bot.subscriptions.refusals import refusal, refusals


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_sentences_and_places() -> None:
    english, russian = refusals()["en"], refusals()["ru"]
    assert {sort: places(text) for sort, text in english.items()} == {
        sort: places(text) for sort, text in russian.items()
    }


def test_braces_in_a_value_stay() -> None:
    assert "“{words}”" in refusal("two", "en", words="{words}")
