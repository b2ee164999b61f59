"""Subscriptions in words: readable, and understood again when they are typed."""

import pytest

from bot.subscriptions.grammar import parse_wish, whole_schedule
from bot.subscriptions.schedule import QuietHours, Schedule
from bot.subscriptions.values import Scope
from bot.subscriptions.wording import quiet_words, schedule_words, scope_key, scope_words


@pytest.mark.parametrize(
    ("schedule", "english", "russian"),
    [
        (Schedule("daily", 545), "daily at 09:05 (Europe/Moscow)", "каждый день в 09:05 (Europe/Moscow)"),
        (
            Schedule("weekdays", 540),
            "on weekdays at 09:00 (Europe/Moscow)",
            "по будням в 09:00 (Europe/Moscow)",
        ),
        (
            Schedule("weekly", 510, 3),
            "on Wednesdays at 08:30 (Europe/Moscow)",
            "по средам в 08:30 (Europe/Moscow)",
        ),
        (Schedule("hourly", 0), "every hour", "каждый час"),
        (Schedule("at_once", 0), "at once", "сразу"),
    ],
)
def test_schedules_in_words(schedule, english, russian):
    assert schedule_words(schedule, "Europe/Moscow", "en") == english
    assert schedule_words(schedule, "Europe/Moscow", "ru") == russian


def test_scopes_in_words():
    assert scope_words(Scope("speaker", "Orlov", "water"), "en") == "speaker: Orlov, topic: water"
    assert scope_words(Scope("speaker", "Орлов", "вода"), "ru") == "спикер: Орлов, тема: вода"
    assert scope_words(Scope(), "en") == "everything"
    assert scope_words(Scope(), "ru") == "все новости"


def test_quiet_hours_in_words():
    assert quiet_words(QuietHours(1320, 450), "en") == "quiet from 22:00 to 07:30"
    assert quiet_words(QuietHours(1320, 450), "ru") == "тихие часы с 22:00 до 07:30"


SCOPES = (
    Scope(),
    Scope("speaker", "Anna Orlova"),
    Scope("speaker", "Орлов", "паром"),
    Scope("topic", "water prices"),
    Scope("source", "Вестник"),
)
SCHEDULES = (
    Schedule("daily", 0, 3),
    Schedule("weekdays", 1439, 3),
    Schedule("weekends", 600, 3),
    *(Schedule("weekly", 545, day) for day in range(1, 8)),
    Schedule("hourly", 0),
    Schedule("at_once", 0),
)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "UTC+05:30", "America/Port-au-Prince"])
@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_words_can_be_typed_again(schedule, zone, language):
    for scope in SCOPES:
        words = f"{scope_words(scope, language)} {schedule_words(schedule, zone, language)}"
        wish = parse_wish(words, language)
        assert wish.scope == scope
        assert whole_schedule(wish.timing, Schedule("daily", 1, 3)) == schedule
        assert wish.timing.zone == (None if schedule.recurrence in {"hourly", "at_once"} else zone)


def test_scopes_that_differ_in_spelling_alone_are_one():
    assert scope_key(Scope("topic", "Water  Prices")) == scope_key(Scope("topic", "water prices"))
    assert scope_key(Scope("topic", "о ежах")) == scope_key(Scope("topic", "О ёжах"))
    assert scope_key(Scope("speaker", "a", "b")) != scope_key(Scope("topic", "a", "b"))
