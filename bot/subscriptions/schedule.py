"""When a subscription is due, in the reader's own time; it knows no clock and no subscription.

Moments are whole seconds since the epoch, times of day are minutes of the local day. Daylight saving: a time
that does not exist on a day goes to the next minute that does, one that exists twice counts the first time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Literal

Recurrence = Literal["daily", "weekdays", "weekends", "weekly", "hourly", "at_once"]

HOUR = 3600
DAY = 86_400
AT_ONCE_EVERY = 60  # seconds between two alerts of a subscription
_REACH = 9  # days within which every schedule is due, even when a whole day is missing from a calendar


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often and when; `minute` is of the local day, for "hourly" of the hour, for "at_once" nothing."""

    recurrence: Recurrence = "daily"
    minute: int = 9 * 60
    weekday: int = 1  # 1 is Monday; for "weekly" alone


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Minutes of the local day in which nothing is sent, from `start` up to `end`; may go over midnight."""

    start: int
    end: int

    def holds(self, minute: int) -> bool:
        """Whether a minute of the day is quiet."""
        if self.start <= self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end


@lru_cache(maxsize=4096)  # many are due at the same time
def next_due(schedule: Schedule, zone: tzinfo, after: int, quiet: QuietHours | None = None) -> int:
    """The first due moment later than `after`; one in quiet hours is put off to their end."""
    return out_of_quiet(_next_time(schedule, zone, after), zone, quiet)


def out_of_quiet(moment: int, zone: tzinfo, quiet: QuietHours | None) -> int:
    """The moment itself, or the end of the quiet hours that it lies in."""
    local = datetime.fromtimestamp(moment, zone)
    if quiet is None or not quiet.holds(local.hour * 60 + local.minute):
        return moment
    return min(one for one in _ends_near(local.date(), quiet.end, zone) if one > moment)


def period(recurrence: Recurrence) -> int:
    """The seconds that a first digest looks back."""
    others: dict[Recurrence, int] = {"hourly": HOUR, "weekly": 7 * DAY, "at_once": 0}
    return others.get(recurrence, DAY)


def _next_time(schedule: Schedule, zone: tzinfo, after: int) -> int:
    if schedule.recurrence == "at_once":
        return after - after % AT_ONCE_EVERY + AT_ONCE_EVERY
    if schedule.recurrence == "hourly":
        return _next_hour(schedule.minute % 60, zone, after)
    first = datetime.fromtimestamp(after, zone).date()
    days = (first + timedelta(days=number) for number in range(-1, _REACH))
    moments = (_on(day, schedule.minute, zone) for day in days if _is_day(schedule, day))
    return next(moment for moment in moments if moment is not None and moment > after)


def _is_day(schedule: Schedule, day: date) -> bool:
    if schedule.recurrence in {"weekdays", "weekends"}:
        return (day.isoweekday() <= 5) == (schedule.recurrence == "weekdays")
    return schedule.recurrence == "daily" or day.isoweekday() == schedule.weekday


def _next_hour(minute: int, zone: tzinfo, after: int) -> int:
    """Every hour that passes, not every hour that the clock shows: an hour that comes twice counts twice."""
    start = after - after % 60
    ahead = (minute - datetime.fromtimestamp(start, zone).minute) % 60 or 60
    # where clocks change by half an hour, the minute is another one on the way
    ways: tuple[int, ...] = (ahead, *range(1, 121))
    return next(start + 60 * way for way in ways if _wall(start + 60 * way, zone).minute == minute)


def _on(day: date, minute: int, zone: tzinfo) -> int | None:
    """The moment of a local time; None when the calendar of the zone leaves out the whole day."""
    wall = datetime.combine(day, time(minute // 60, minute % 60))
    first = _moment(wall, zone, 0)
    if _wall(first, zone) == wall:
        return first
    # in a gap the two readings lie on its two sides, as far apart as the gap is long
    before, late = _moment(wall, zone, 1), first
    return None if late - before >= DAY else _gap_end(before, late, zone)


def _gap_end(before: int, late: int, zone: tzinfo) -> int:
    """The first moment after a change of the clock that lies between two moments."""
    changed = datetime.fromtimestamp(late, zone).utcoffset()
    while late - before > 1:
        middle = (before + late) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == changed:
            late = middle
        else:
            before = middle
    return late


def _ends_near(day: date, minute: int, zone: tzinfo) -> Iterator[int]:
    """When a time of day is reached around a day; both times when the hour comes twice."""
    for number in (-1, 0, 1, 2):
        on = day + timedelta(days=number)
        moment = _on(on, minute, zone)
        if moment is not None:
            yield moment
            wall = datetime.combine(on, time(minute // 60, minute % 60))
            yield max(moment, _moment(wall, zone, 1))


def _moment(wall: datetime, zone: tzinfo, fold: int) -> int:
    return int(wall.replace(tzinfo=zone, fold=fold).timestamp())


def _wall(moment: int, zone: tzinfo) -> datetime:
    return datetime.fromtimestamp(moment, UTC).astimezone(zone).replace(tzinfo=None, fold=0)
