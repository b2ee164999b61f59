"""Days in texts and stamps; every sentence is made up."""

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.language.dates import find_dates, moment, published_day, readable_date, timestamp

MOSCOW = timezone(timedelta(hours=3))


def mentions(text: str, published: str | None) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], str(one.date)) for one in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor spoke on 9 July 2025 at noon.", ("9 July 2025", "2025-07-09")),
        ("On July 9, 2025 the mayor spoke.", ("July 9, 2025", "2025-07-09")),
        ("the 9th of July 2025", ("9th of July 2025", "2025-07-09")),
        ("Sept. 3, 2024 was warm", ("Sept. 3, 2024", "2024-09-03")),
        ("Мэр выступил 31 октября 2022 года.", ("31 октября 2022 года", "2022-10-31")),
        ("с 5-го мая 2020 г. закрыто", ("5-го мая 2020 г.", "2020-05-05")),
        ("Дата: 09.07.2025, зал 3", ("09.07.2025", "2025-07-09")),
        ("at 2025-07-09 sharp", ("2025-07-09", "2025-07-09")),
    ],
)
def test_a_full_date_needs_no_publication_day(text: str, expected: tuple[str, str]) -> None:
    assert mentions(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("On December 26 they met.", "2023-12-27", "2023-12-26"),
        ("On December 26 they met.", "2024-01-03T10:00:00+03:00", "2023-12-26"),
        ("Они встретятся 5 января.", "2023-12-27", "2024-01-05"),
        ("29 февраля", "2023-06-01", "2024-02-29"),
        ("She came yesterday.", "2024-03-01", "2024-02-29"),
        ("Она приехала позавчера.", "2024-03-01", "2024-02-28"),
        ("the day before yesterday", "2024-03-01", "2024-02-28"),
        ("It opens tomorrow.", "2024-02-28", "2024-02-29"),
        ("He said on Monday that", "2025-07-16", "2025-07-14"),
        ("Об этом он сказал в среду", "2025-07-16", "2025-07-16"),
        ("last Wednesday", "2025-07-16", "2025-07-09"),
        ("в прошлую среду", "2025-07-16", "2025-07-09"),
        ("next Friday", "2025-07-16", "2025-07-18"),
        ("во вторник", "2025-07-16", "2025-07-15"),
    ],
)
def test_what_is_left_out_comes_from_the_publication(text: str, published: str, expected: str) -> None:
    assert [found for _, found in mentions(text, published)] == [expected]


@pytest.mark.parametrize("text", ["On December 26", "26 декабря", "on Monday", "вчера", "yesterday"])
def test_no_year_is_invented(text: str) -> None:
    assert [found for _, found in mentions(text, None)] == ["None"]
    assert [found for _, found in mentions(text, "no date at all")] == ["None"]


@pytest.mark.parametrize(
    "text",
    [
        "the 5 may differ",
        "may 5 of them go",
        "They march 3 abreast",
        "30 февраля 2020",
        "45 July",
        "USA Today reported",
        "with USA TODAY",
        "Black Friday sales",
        "окружающая среда",
        "March 5.5 points",
        "version 1.2.2025b",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert mentions(text, "2025-07-16") == []


def test_a_day_without_its_year_does_not_take_a_number_for_one() -> None:
    assert mentions("On March 5, 2,000 people came", "2025-07-16") == [("March 5", "2025-03-05")]


def test_a_weekday_before_the_day_of_the_month_is_not_a_mention_of_its_own() -> None:
    assert mentions("on Monday, July 14, and", "2025-07-10") == [("July 14", "2025-07-14")]
    assert mentions("в понедельник, 14 июля, и", "2025-07-10") == [("14 июля", "2025-07-14")]


def test_mentions_come_in_order_with_offsets() -> None:
    text = "Вчера, 8 июля, и в понедельник"
    found = find_dates(text, "2025-07-09")
    assert [text[one.start : one.end] for one in found] == ["Вчера", "8 июля", "в понедельник"]
    assert [one.date for one in found] == [date(2025, 7, 8), date(2025, 7, 8), date(2025, 7, 7)]


@pytest.mark.parametrize(
    "text", ["1 " * 200_000, "July " * 100_000, " " * 500_000, "в " * 200_000, "9" * 500_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.perf_counter()
    find_dates(text, "2025-07-09")
    assert time.perf_counter() - began < 5


def test_timestamp() -> None:
    assert timestamp("2025-07-09T10:17:13+03:00") == 1752045433
    assert timestamp("2025-07-09T07:17:13Z") == 1752045433
    assert timestamp("2025-07-09T07:17:13") == 1752045433
    assert timestamp("2025-07-09") == int(datetime(2025, 7, 9, tzinfo=UTC).timestamp())
    assert timestamp(None) == timestamp("") == timestamp("soon") == 0


def test_moment() -> None:
    assert moment("2025-07-09", MOSCOW) == datetime(2025, 7, 9, 23, 59, 59, tzinfo=MOSCOW)
    assert moment("2025-07-09T10:00", MOSCOW) == datetime(2025, 7, 9, 10, tzinfo=MOSCOW)
    assert moment(" 2025-07-09T10:00Z ", MOSCOW) == datetime(2025, 7, 9, 10, tzinfo=UTC)
    assert moment("2025-07-09", MOSCOW).utcoffset() == timedelta(hours=3)


@pytest.mark.parametrize("junk", ["", "yesterday", "2025-13-01", "12345678901234567890"])
def test_moment_refuses_junk(junk: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment(junk, UTC)


def test_readable_date() -> None:
    assert readable_date("2025-07-09T10:17:13+03:00", "ru") == "9 июля 2025"
    assert readable_date("2025-07-09", "en") == "9 July 2025"
    assert readable_date(None, "en") == readable_date("who knows", "ru") == ""


def test_the_day_is_counted_in_the_zone_of_the_stamp() -> None:
    assert published_day("2025-07-09T00:30:00+03:00") == date(2025, 7, 9)
