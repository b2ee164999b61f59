"""Rules for time counted in units; now is 31 March 2025, noon in Berlin, a day after the clocks changed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.language.timerules import Now
from bot.language.timeunits import RULES
from bot.models import Period

NOW = Now(datetime(2025, 3, 31, 12, tzinfo=ZoneInfo("Europe/Berlin")), "en")


def found(text: str) -> list[Period]:
    periods = (rule.resolve(match, NOW) for rule in RULES for match in rule.pattern.finditer(text))
    return [one for one in periods if one]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("a month ago", "2025-02-01", "2025-03-01"),
        ("last month", "2025-02-01", "2025-03-01"),
        ("the month before last", "2025-01-01", "2025-02-01"),
        ("в позапрошлом году", "2023-01-01", "2024-01-01"),
        ("over the last month", "2025-02-28", "2025-04-01"),
        ("a couple of weeks ago", "2025-03-17", "2025-03-24"),
        ("за пять дней", "2025-03-26", "2025-04-01"),
        ("последние несколько недель", "2025-02-24", "2025-04-01"),
        ("предыдущий год", "2024-01-01", "2025-01-01"),
        ("текущей недели", "2025-03-31", "2025-04-07"),
    ],
)
def test_units(text: str, start: str, end: str) -> None:
    (one,) = found(text)
    assert (f"{one.start:%Y-%m-%d}", f"{one.end:%Y-%m-%d}") == (start, end)


def test_hours_are_elapsed_hours() -> None:
    (one,) = found("the last 48 hours")
    assert one.start is not None
    assert NOW.moment.astimezone(UTC) - one.start.astimezone(UTC) == timedelta(hours=48)


@pytest.mark.parametrize(
    "text", ["years ago", "2,000 years ago", "300 years ago", "за год", "a trillion days ago"]
)
def test_none(text: str) -> None:
    assert found(text) == []
