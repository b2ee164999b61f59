"""Where time expressions stand in a question, before what surrounds them is looked at."""

from datetime import UTC, datetime

from bot.language.timepoints import points
from bot.language.timerules import Now


def named(question: str) -> list[tuple[str, bool]]:
    return [(question[point.start : point.end], point.bare) for point in points(question)]


def test_points_come_in_order_and_do_not_overlap() -> None:
    assert named("вчера, 9 июля 2025 года и три дня назад") == [
        ("вчера", False),
        ("9 июля 2025 года", False),
        ("три дня назад", False),
    ]


def test_a_bare_month_year_or_weekday_is_marked() -> None:
    assert named("July or 2022 or среду") == [("July", True), ("2022", True), ("среду", True)]
    assert named("July 2022") == [("July 2022", False)]


def test_the_period_of_a_point_counts_from_the_now_it_is_given() -> None:
    (point,) = points("July 9")
    starts = [point.period(Now(datetime(year, 8, 1, tzinfo=UTC), "en")) for year in (2024, 2025)]
    assert [one.start.year for one in starts if one and one.start] == [2024, 2025]
