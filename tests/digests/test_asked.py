"""Requests for a digest in words."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.digests.asked import Asked, read_asked
from bot.errors import UsageError
from bot.subscriptions.values import Scope

NOW = datetime(2031, 5, 8, 12, tzinfo=UTC)  # a Thursday
END = NOW + timedelta(seconds=1)


def day(number: int, hour: int = 0) -> datetime:
    return datetime(2031, 5, number, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("", "en", Asked(Scope(), day(7, 12), END)),
        ("yesterday", "en", Asked(Scope(), day(7), day(8))),
        ("since Monday", "en", Asked(Scope(), day(5), END)),
        ("weekly everything", "en", Asked(Scope("speaker", "weekly everything"), day(7, 12), END, True)),
        ("everything weekly", "en", Asked(Scope(), day(1, 12), END)),
        ("central bank since Monday", "en", Asked(Scope("speaker", "central bank"), day(5), END, True)),
        ("topic: central bank", "en", Asked(Scope("topic", "central bank"), day(7, 12), END)),
        ("Лунина о причале с понедельника", "ru", Asked(Scope("speaker", "Лунина", "причале"), day(5), END)),
        ("источник: Вестник сегодня", "ru", Asked(Scope("source", "Вестник"), day(8), END)),
        ("причал сразу", "ru", Asked(Scope("speaker", "причал"), day(7, 12), END, True)),
    ],
)
def test_a_scope_and_an_interval(text: str, language: str, asked: Asked) -> None:
    assert read_asked(text, NOW, language) == asked


def test_words_that_name_nothing() -> None:
    with pytest.raises(UsageError, match="Say whom"):
        read_asked("topic:", NOW, "en")
