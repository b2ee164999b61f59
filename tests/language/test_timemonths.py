"""Rules for months, seasons and years; now is 14 July 2025."""

from datetime import UTC, datetime

import pytest

from bot.language.timemonths import RULES, months_named
from bot.language.timerules import Now
from bot.models import Period

NOW = Now(datetime(2025, 7, 14, tzinfo=UTC), "ru")


def found(text: str) -> list[Period]:
    matches = [(rule, match) for rule in RULES for match in rule.pattern.finditer(text)]
    return [one for rule, match in matches[:1] if (one := rule.resolve(match, NOW))]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("July", "2025-07-01", "2025-08-01"),
        ("Q3", "2025-07-01", "2025-10-01"),
        ("fourth quarter", "2024-10-01", "2025-01-01"),
        ("второго квартала 2024 года", "2024-04-01", "2024-07-01"),
        ("IV квартал", "2024-10-01", "2025-01-01"),
        ("last July", "2024-07-01", "2024-08-01"),
        ("last June", "2025-06-01", "2025-07-01"),
        ("декабре", "2024-12-01", "2025-01-01"),
        ("сентября 2023-го", "2023-09-01", "2023-10-01"),
        ("этим летом", "2025-06-01", "2025-09-01"),
        ("прошлой зимой", "2024-12-01", "2025-03-01"),
        ("fall 2022", "2022-09-01", "2022-12-01"),
        ("2020–2022", "2020-01-01", "2023-01-01"),
    ],
)
def test_months_seasons_and_years(text: str, start: str, end: str) -> None:
    (one,) = found(text)
    assert (f"{one.start:%Y-%m-%d}", f"{one.end:%Y-%m-%d}") == (start, end)


@pytest.mark.parametrize("text", ["1941", "May 1968", "2022-2020", "1990-х", "20255", "$2020", "3.2020"])
def test_none(text: str) -> None:
    assert found(text) == []


def test_the_months_that_a_text_names():
    assert months_named("from May to June 2022, and it may march on") == {5, 6}
    assert months_named("в июле и к августу") == {7, 8}
    assert months_named("yesterday") == frozenset()
