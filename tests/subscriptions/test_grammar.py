"""Wishes in both languages, and what a person is told who writes none."""

import pytest

from bot.errors import UsageError
from bot.subscriptions.grammar import LONGEST, parse_timing, parse_wish, whole_schedule
from bot.subscriptions.phrases import Timing
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.values import Scope

USUAL = Schedule("daily", 500, 3)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("orlov", Scope("speaker", "orlov")),
        ("/subscribe Anna Orlova", Scope("speaker", "Anna Orlova")),
        ("speaker: Orlov", Scope("speaker", "Orlov")),
        ("Orlov about the ferry", Scope("speaker", "Orlov", "the ferry")),
        ("Orlov on water prices", Scope("speaker", "Orlov", "water prices")),
        ("alert me when Orlov speaks about the ferry", Scope("speaker", "Orlov", "the ferry")),
        ("speaker: Orlov, topic: the ferry", Scope("speaker", "Orlov", "the ferry")),
        ("topic: central bank", Scope("topic", "central bank")),
        ("topic Obama", Scope("topic", "Obama")),
        ("about the ferry", Scope("topic", "the ferry")),
        ("anyone about the ferry", Scope("topic", "the ferry")),
        ("news about the ferry", Scope("topic", "the ferry")),
        ("новости о пароме", Scope("topic", "пароме")),
        ('topic: "the daily"', Scope("topic", "the daily")),
        ("source: Gazette", Scope("source", "Gazette")),
        ("everything", Scope()),
        ("подпиши меня на Орлову", Scope("speaker", "Орлову")),
        ("Орлов о пароме", Scope("speaker", "Орлов", "пароме")),
        ("спикер: Орлов, тема: паром", Scope("speaker", "Орлов", "паром")),
        ("тема: ставка", Scope("topic", "ставка")),
        ("про ставку", Scope("topic", "ставку")),
        ("источник: «Вестник»", Scope("source", "Вестник")),
        ("все новости", Scope()),
        ("всё", Scope()),
        ("Темирканов", Scope("speaker", "Темирканов")),
        ("Обама", Scope("speaker", "Обама")),
    ],
)
def test_what_is_followed(text, scope):
    for language in ("en", "ru"):
        assert parse_wish(text, language).scope == scope
        assert parse_wish(f"{text}, daily 9:00", language).scope == scope


def test_only_bare_words_are_a_guess():
    guessed = {
        text: parse_wish(text, "en").guessed for text in ("orlov", "speaker orlov", "orlov on tea", "news")
    }
    assert guessed == {"orlov": True, "speaker orlov": False, "orlov on tea": False, "news": False}


def test_an_alert_is_at_once_unless_a_time_is_said():
    assert parse_wish("alert me when Orlov speaks", "en").timing == Timing("at_once")
    assert parse_wish("сообщи, когда Орлов", "ru").timing == Timing("at_once")
    assert parse_wish("alert me when Orlov speaks daily 9:00", "en").timing == Timing("daily", minute=540)


@pytest.mark.parametrize(
    ("said", "schedule"),
    [
        (Timing(), USUAL),
        (Timing(minute=60), Schedule("daily", 60, 3)),
        (Timing("weekly", 5), Schedule("weekly", 500, 5)),
        (Timing("daily", usual=1140), Schedule("daily", 1140, 3)),
        (Timing("daily", minute=60, usual=1140), Schedule("daily", 60, 3)),
        (Timing("hourly"), Schedule("hourly", 0)),
        (Timing("at_once"), Schedule("at_once", 0)),
        (Timing("daily", minute=0), Schedule("daily", 0, 3)),
    ],
)
def test_what_was_not_said_is_as_usual(said, schedule):
    assert whole_schedule(said, USUAL) == schedule


def test_a_time_alone_leaves_an_hourly_usual_for_a_daily_one():
    assert whole_schedule(Timing(minute=60), Schedule("hourly", 0)) == Schedule("daily", 60)


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("", "Say whom", "Напишите, за кем"),
        ("daily 9:00", "Say whom", "Напишите, за кем"),
        ("topic:", "Say whom", "Напишите, за кем"),
        ("«»", "Say whom", "Напишите, за кем"),
        ("Orlov hourly 9:00", "leave the time out", "уберите время"),
        ("Orlov at 9 and at 18", "“at 9” is too much", "«at 9» — лишнее"),
        ("Orlov every 3 hours", "“every 3 hours” is no schedule", "Расписания «every 3 hours» у меня нет"),
        ("Orlov at 25:00", "no such time as “at 25:00”", "Времени «at 25:00» не бывает"),
        ("x" * (LONGEST + 1), "up to 100 characters", "не длиннее 100 знаков"),
    ],
)
def test_what_cannot_be_read_is_told_in_the_readers_language(text, english, russian):
    for language, words in (("en", english), ("ru", russian)):
        with pytest.raises(UsageError, match=words):
            parse_wish(text, language)


def test_a_schedule_alone():
    assert parse_timing("weekly on monday 8:30", "en") == Timing("weekly", 1, 510)
    assert parse_timing("каждый час", "ru") == Timing("hourly")
    with pytest.raises(UsageError, match="“Orlov” says no time"):
        parse_timing("Orlov at 9", "en")
    with pytest.raises(UsageError, match="В «» нет времени"):
        parse_timing("", "ru")
