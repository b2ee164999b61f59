"""When something was published or said, compared with the period and the moment of a question.

Pure. A bare date is a day in the asker's zone: no time is invented for it.
"""

from datetime import date, datetime, timedelta

from bot.language.dates import timestamp
from bot.models import Article, Period, Statement

SLACK = timedelta(days=7)  # an article may tell on Thursday what was said on Monday


def since(period: Period | None, slack: timedelta = timedelta()) -> int | None:
    """Seconds since the epoch from which the index and the store are asked, inclusive."""
    if period is None or period.start is None:
        return None
    return int((period.start - slack).timestamp())


def until(period: Period | None, now: datetime, slack: timedelta = timedelta()) -> int:
    """Seconds since the epoch up to which is asked, exclusive; never later than `now`."""
    end = int(now.timestamp()) + 1
    if period is None or period.end is None:
        return end
    return min(end, int((period.end + slack).timestamp()))


def visible(article: Article, now: datetime) -> bool:
    """Published at `now`; an undated article is always visible."""
    return timestamp(article.published) <= now.timestamp()


def published_in(article: Article, period: Period | None) -> bool:
    """Published within the period; an undated article never is."""
    if period is None:
        return True
    if not article.published:
        return False
    day = bare_date(article.published)
    return _holds_day(period, day) if day else _holds_moment(period, timestamp(article.published))


def said_in(statement: Statement, article: Article, period: Period | None) -> bool:
    """Said within the period: on the day that the text tells, else when it was published."""
    if period is None or statement.said_on is None:
        return published_in(article, period)
    return _holds_day(period, statement.said_on)


def said_when(statement: Statement, article: Article) -> str | None:
    """ISO 8601 text of the day or moment under which a statement is listed."""
    return statement.said_on.isoformat() if statement.said_on else article.published


def bare_date(published: str) -> date | None:
    """The day of a date without a time."""
    return date.fromisoformat(published) if len(published) == len("2025-07-09") else None


def _holds_moment(period: Period, seconds: int) -> bool:
    after = period.start is None or period.start.timestamp() <= seconds
    return after and (period.end is None or seconds < period.end.timestamp())


def _holds_day(period: Period, day: date) -> bool:
    after = period.start is None or period.start.date() <= day
    return after and (period.end is None or day < period.end.date() or _within_last_day(period, day))


def _within_last_day(period: Period, day: date) -> bool:
    """An end in the middle of a day (the present moment) still holds that day."""
    end = period.end
    return end is not None and day == end.date() and (end.hour, end.minute, end.second) != (0, 0, 0)
