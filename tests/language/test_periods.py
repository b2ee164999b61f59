"""Periods that questions name; now is Monday, 14 July 2025, noon in Moscow, unless a test says otherwise."""

import time
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.language.periods import period
from bot.models import Language, Period

MOSCOW = timezone(timedelta(hours=3))
NOW = datetime(2025, 7, 14, 12, tzinfo=MOSCOW)


def asked(question: str, now: datetime = NOW) -> Period | None:
    language: Language = "ru" if any("а" <= char <= "я" for char in question.lower()) else "en"
    return period(question, now, language)


def written(when: datetime | None) -> str:
    return (
        "" if when is None else when.strftime("%Y-%m-%d" if when.hour == when.minute == 0 else "%Y-%m-%dT%H")
    )


DAYS = [
    ("yesterday", "2025-07-13"),
    ("вчера", "2025-07-13"),
    ("the day before yesterday", "2025-07-12"),
    ("позавчера", "2025-07-12"),
    ("today", "2025-07-14"),
    ("сегодня", "2025-07-14"),
    ("on 30 January 2025", "2025-01-30"),
    ("31 октября 2022 года", "2022-10-31"),
    ("9 июля", "2025-07-09"),
    ("July 9", "2025-07-09"),
    ("on July 9, 2025", "2025-07-09"),
    ("on the 9th of July", "2025-07-09"),
    ("15 июля", "2024-07-15"),  # the latest such day, not tomorrow's
    ("July 14", "2025-07-14"),
    ("29 February", "2024-02-29"),
    ("2025-07-09", "2025-07-09"),
    ("09.07.2025", "2025-07-09"),
    ("on Friday", "2025-07-11"),
    ("on Monday", "2025-07-07"),
    ("в понедельник", "2025-07-07"),
    ("во вторник", "2025-07-08"),
    ("в прошлую среду", "2025-07-09"),
    ("last Thursday", "2025-07-10"),
    ("3 days ago", "2025-07-11"),
    ("three days ago", "2025-07-11"),
    ("три дня назад", "2025-07-11"),
    ("пару дней назад", "2025-07-12"),
    ("9 июля прошлого года", "2024-07-09"),
    ("9 июля этого года", "2025-07-09"),
    ("July 9 of last year", "2024-07-09"),
    ("9 числа", "2025-07-09"),
    ("on Wednesday, 9 July", "2025-07-09"),
    ("в среду, 2 июля", "2025-07-02"),
]
STRETCHES = [
    ("this week", "2025-07-14", "2025-07-21"),
    ("last week", "2025-07-07", "2025-07-14"),
    ("на прошлой неделе", "2025-07-07", "2025-07-14"),
    ("last month", "2025-06-01", "2025-07-01"),
    ("в этом месяце", "2025-07-01", "2025-08-01"),
    ("в прошлом году", "2024-01-01", "2025-01-01"),
    ("this year", "2025-01-01", "2026-01-01"),
    ("at last year's", "2024-01-01", "2025-01-01"),
    ("неделю назад", "2025-07-07", "2025-07-14"),
    ("two months ago", "2025-05-01", "2025-06-01"),
    ("год назад", "2024-01-01", "2025-01-01"),
    ("за последние три дня", "2025-07-11", "2025-07-15"),
    ("over the past three days", "2025-07-11", "2025-07-15"),
    ("за последнюю неделю", "2025-07-07", "2025-07-15"),
    ("in the past week", "2025-07-07", "2025-07-15"),
    ("over the last month", "2025-06-14", "2025-07-15"),
    ("в последние сутки", "2025-07-13", "2025-07-15"),
    ("за сутки", "2025-07-13", "2025-07-15"),
    ("в последние дни", "2025-07-09", "2025-07-15"),
    ("last few days", "2025-07-09", "2025-07-15"),
    ("in July", "2025-07-01", "2025-08-01"),
    ("в августе", "2024-08-01", "2024-09-01"),
    ("in may", "2025-05-01", "2025-06-01"),
    ("in August 2022", "2022-08-01", "2022-09-01"),
    ("в мае 2022 года", "2022-05-01", "2022-06-01"),
    ("during 2022", "2022-01-01", "2023-01-01"),
    ("в 2022 году", "2022-01-01", "2023-01-01"),
    ("в 2020-2022 годах", "2020-01-01", "2023-01-01"),
    ("прошлым летом", "2024-06-01", "2024-09-01"),
    ("in the winter of 2024", "2024-12-01", "2025-03-01"),
    ("over the weekend", "2025-07-12", "2025-07-14"),
    ("на выходных", "2025-07-12", "2025-07-14"),
    ("this morning", "2025-07-14", "2025-07-14T12"),
    ("утром сегодня", "2025-07-14", "2025-07-14T12"),
    ("вчера вечером", "2025-07-13T17", "2025-07-14"),
    ("last night", "2025-07-13T18", "2025-07-14T06"),
    ("в конце июня", "2025-06-16", "2025-07-01"),
    ("in early July", "2025-07-01", "2025-07-17"),
    ("в первой половине июля", "2025-07-01", "2025-07-17"),
    ("в июле прошлого года", "2024-07-01", "2024-08-01"),
    ("last July", "2024-07-01", "2024-08-01"),
    ("в 2024-м", "2024-01-01", "2025-01-01"),
    ("за прошедшие сутки", "2025-07-13", "2025-07-15"),
    ("во вторник утром", "2025-07-08", "2025-07-08T12"),
    ("в начале недели", "2025-07-14", "2025-07-18"),
    ("на вчерашнем", "2025-07-13", "2025-07-14"),
]
RANGES = [
    ("с 1 по 5 июля", "2025-07-01", "2025-07-06"),
    ("1–5 июля 2024", "2024-07-01", "2024-07-06"),
    ("July 1-5", "2025-07-01", "2025-07-06"),
    ("from July 1 to July 5", "2025-07-01", "2025-07-06"),
    ("between 1 July and 5 July 2024", "2024-07-01", "2024-07-06"),
    ("from December 20 to January 5", "2024-12-20", "2025-01-06"),
    ("с 28 июня по 2 июля", "2025-06-28", "2025-07-03"),
    ("с января по март", "2025-01-01", "2025-04-01"),
    ("from 2020 to 2022", "2020-01-01", "2023-01-01"),
    ("вчера и сегодня", "2025-07-13", "2025-07-15"),
]
OPEN = [
    ("since July 1", "2025-07-01", ""),
    ("с 9 июля", "2025-07-09", ""),
    ("со вчерашнего дня", "2025-07-13", ""),
    ("since last Monday", "2025-07-07", ""),
    ("since may", "2025-05-01", ""),
    ("после 9 июля", "2025-07-10", ""),
    ("after 2022", "2023-01-01", ""),
    ("до 9 июля", "", "2025-07-09"),
    ("before July 9", "", "2025-07-09"),
    ("until Friday", "", "2025-07-12"),
    ("с начала года", "2025-01-01", ""),
    ("from 9 July on", "2025-07-09", ""),
]


@pytest.mark.parametrize(("words", "day"), DAYS)
@pytest.mark.parametrize(
    "frame", ["{}", "What did the mayor say {} about roads?", "Что сказал мэр {} о дорогах?"]
)
def test_a_day(words: str, day: str, frame: str) -> None:
    found = asked(frame.format(words))
    start = datetime.fromisoformat(day).replace(tzinfo=MOSCOW)
    assert found == Period(start, start + timedelta(days=1), words)


@pytest.mark.parametrize(("words", "start", "end"), [*STRETCHES, *RANGES, *OPEN])
def test_a_stretch(words: str, start: str, end: str) -> None:
    for frame in ("{}", "Что сказал мэр {}?", "{} what did she say"):
        found = asked(frame.format(words))
        assert found is not None
        assert (written(found.start), written(found.end), found.words) == (start, end, words)


def test_a_day_with_slashes_is_read_as_the_language_writes_it() -> None:
    english, russian = period("on 7/8/2024", NOW, "en"), period("7/8/2024", NOW, "ru")
    assert english is not None
    assert russian is not None
    assert (written(english.start), written(russian.start)) == ("2024-07-08", "2024-08-07")


def test_hours() -> None:
    found = asked("in the last 24 hours")
    assert found is not None
    assert found.start == NOW - timedelta(hours=24)
    assert found.end is not None
    assert found.end > NOW


@pytest.mark.parametrize(
    "question",
    [
        "",
        "What did the mayor say?",
        "may I ask what the mayor said",
        "the march of the teachers",
        "since the summit",
        "после саммита",
        "How much did it grow in ten months?",
        "за три дня до выборов",
        "Какой штраф и с какого числа?",
        "about 9 May",
        "что сказал мэр о 9 мая",
        "the budget for 2025",
        "бюджет на 2025 год",
        "события 2014 года",
        "окружающая среда",
        "what does The Sunday Times write",
        "Что сообщила Russia Today",
        "the revolution of 1917",
        "in 1941",
        "will prices fall",
        "who will win in 2030?",
        "30 февраля",
        "frozen 46,000 years ago",
        "a million days ago",
        "before that",
        "woman of the year",
        "с начала войны",
        "2025",
    ],
)
def test_no_period(question: str) -> None:
    assert asked(question) is None


def test_a_year_that_has_not_begun_is_none() -> None:
    assert asked("who chairs it in 2024?", datetime(2023, 12, 27, 9, tzinfo=MOSCOW)) is None


def test_the_first_period_counts() -> None:
    found = asked("What did she say yesterday about the fire in June 2024?")
    assert found is not None
    assert found.words == "yesterday"


def test_a_topic_is_passed_over_for_a_period() -> None:
    found = asked("What did she say about 9 May on 10 May?")
    assert found is not None
    assert (found.words, written(found.start)) == ("on 10 May", "2025-05-10")


def test_the_zone_of_now_counts_and_so_do_its_clock_changes() -> None:
    now = datetime(2025, 3, 31, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    found = asked("yesterday", now)
    assert found is not None
    assert found.start is not None
    assert found.end is not None
    assert found.start.isoformat() == "2025-03-30T00:00:00+01:00"
    assert found.end.isoformat() == "2025-03-31T00:00:00+02:00"


def test_on_a_sunday_the_weekend_is_this_one_and_the_last_is_the_one_before() -> None:
    sunday = datetime(2025, 7, 13, 12, tzinfo=MOSCOW)
    this, last = asked("over the weekend", sunday), asked("last weekend", sunday)
    assert this is not None
    assert last is not None
    assert (written(this.start), written(last.start)) == ("2025-07-12", "2025-07-05")


@pytest.mark.parametrize("words", ["yesterday and ", "last ", "1 ", "since July ", "с ", " "])
def test_hostile_questions_are_quick(words: str) -> None:
    began = time.perf_counter()
    asked(words * 100_000)
    assert time.perf_counter() - began < 2
