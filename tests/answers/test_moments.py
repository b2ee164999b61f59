from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.answers.moments import published_in, said_in, since, until, visible
from bot.models import Article, Period, Span, Statement

WEST = timezone(timedelta(hours=-5))
NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)
NINTH = Period(datetime(2025, 7, 9, tzinfo=WEST), datetime(2025, 7, 10, tzinfo=WEST), "9 July")


def article(published):
    return Article(1, "u", "T", "text", published, None, "en")


def statement(said_on=None):
    return Statement((Span(0, 4),), Span(0, 4), "direct", "said", None, "Vera Orlova", said_on=said_on)


@pytest.mark.parametrize(
    ("published", "within"),
    [
        ("2025-07-09", True),
        ("2025-07-10", False),
        ("2025-07-10T03:00:00+00:00", True),
        ("2025-07-09T03:00:00+00:00", False),
        (None, False),
    ],
)
def test_a_bare_date_is_a_day_of_the_asker_and_a_moment_is_exact(published, within):
    assert published_in(article(published), NINTH) is within


def test_what_the_text_tells_goes_before_publication():
    assert said_in(statement(date(2025, 7, 9)), article("2025-07-11"), NINTH)
    assert not said_in(statement(date(2025, 7, 1)), article("2025-07-09"), NINTH)


def test_a_period_that_ends_now_holds_today():
    today = Period(datetime(2025, 7, 13, tzinfo=UTC), NOW, "last day")
    assert published_in(article("2025-07-14"), today)


def test_bounds_never_reach_beyond_now():
    assert until(Period(None, NOW + timedelta(days=9)), NOW) == until(None, NOW)
    assert since(None) is None
    assert since(NINTH) == int(NINTH.start.timestamp())


def test_the_future_is_not_visible():
    assert visible(article("2025-07-13"), NOW)
    assert visible(article(None), NOW)
    assert not visible(article("2025-08-01"), NOW)
