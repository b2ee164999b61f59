"""What the rules of the time grammar share."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.language.timerules import Now, Rule, grammar


def test_days_run_from_midnight_to_midnight_in_the_zone_of_now() -> None:
    now = Now(datetime(2025, 3, 30, 12, tzinfo=ZoneInfo("Europe/Berlin")), "en")
    found = now.days(date(2025, 3, 30), date(2025, 3, 31))
    assert found.start is not None
    assert found.end is not None
    assert found.end.astimezone(UTC) - found.start.astimezone(UTC) == (
        datetime(2025, 3, 30, 22, tzinfo=UTC) - datetime(2025, 3, 29, 23, tzinfo=UTC)
    )
    assert now.day == date(2025, 3, 30)


def test_a_month_and_a_year_are_coarse_a_day_is_not() -> None:
    pattern = grammar("x  # a comment\n")
    assert pattern.fullmatch("X")
    kinds = {
        kind: Rule(pattern, lambda _, __: None, kind=kind).is_coarse for kind in ("day", "month", "year")
    }
    assert kinds == {"day": False, "month": True, "year": True}
