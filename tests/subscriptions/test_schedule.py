"""Due moments: each schedule, both changes of the clock, quiet hours; checked against every single minute."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.subscriptions.schedule import QuietHours, Schedule, next_due, out_of_quiet, period

BERLIN = ZoneInfo("Europe/Berlin")  # summer time in 2031 from 30 March 02:00 to 26 October 03:00
DAY = 86_400
LONGEST = {
    "daily": 3 * DAY,
    "weekdays": 5 * DAY,
    "weekends": 8 * DAY,
    "weekly": 9 * DAY,
    "hourly": 2 * DAY,
    "at_once": 2 * DAY,
}
SCHEDULES = st.builds(
    Schedule,
    st.sampled_from(["daily", "weekdays", "weekends", "weekly", "hourly", "at_once"]),
    st.integers(0, 1439),
    st.integers(1, 7),
)
ZONES = st.sampled_from(
    [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "America/Havana",
        "Pacific/Apia",
        "Asia/Kathmandu",
        "America/Nuuk",
        "Africa/Casablanca",
        "UTC",
    ]
)
QUIET = st.none() | st.builds(QuietHours, st.integers(0, 719), st.integers(720, 1439)) | st.builds(
    QuietHours, st.integers(720, 1439), st.integers(0, 719)
)  # fmt: skip


def at(text: str, zone: ZoneInfo | timezone = BERLIN, fold: int = 0) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).timestamp())


def shown(moment: int, zone: ZoneInfo | timezone = BERLIN) -> str:
    return datetime.fromtimestamp(moment, zone).isoformat(" ", "minutes")


@pytest.mark.parametrize(
    ("schedule", "after", "due"),
    [
        (Schedule("daily", 540), "2031-05-06 08:59", "2031-05-06 09:00+02:00"),
        (Schedule("daily", 540), "2031-05-06 09:00", "2031-05-07 09:00+02:00"),
        (Schedule("weekdays", 540), "2031-05-09 09:00", "2031-05-12 09:00+02:00"),  # Friday, Monday
        (Schedule("weekends", 540), "2031-05-06 09:00", "2031-05-10 09:00+02:00"),
        (Schedule("weekends", 540), "2031-05-11 09:00", "2031-05-17 09:00+02:00"),
        (Schedule("weekly", 510, 1), "2031-05-06 08:00", "2031-05-12 08:30+02:00"),
        (Schedule("weekly", 510, 1), "2031-05-12 08:29", "2031-05-12 08:30+02:00"),
        (Schedule("hourly", 0), "2031-05-06 08:00", "2031-05-06 09:00+02:00"),
        (Schedule("hourly", 15), "2031-05-06 08:00", "2031-05-06 08:15+02:00"),
        (Schedule("at_once"), "2031-05-06 08:00", "2031-05-06 08:01+02:00"),
    ],
)
def test_the_next_due_moment(schedule, after, due):
    assert shown(next_due(schedule, BERLIN, at(after))) == due


def test_a_time_that_does_not_exist_goes_to_the_next_minute_that_does():
    due = next_due(Schedule("daily", 150), BERLIN, at("2031-03-29 12:00"))
    assert shown(due) == "2031-03-30 03:00+02:00"
    assert shown(next_due(Schedule("daily", 150), BERLIN, due)) == "2031-03-31 02:30+02:00"


def test_a_time_that_exists_twice_counts_once():
    due = next_due(Schedule("daily", 150), BERLIN, at("2031-10-25 12:00"))
    assert shown(due) == "2031-10-26 02:30+02:00"
    assert shown(next_due(Schedule("daily", 150), BERLIN, due)) == "2031-10-27 02:30+01:00"


def test_an_hour_that_comes_twice_counts_twice_for_what_is_hourly():
    due = next_due(Schedule("hourly", 0), BERLIN, at("2031-10-26 02:00"))
    assert shown(due) == "2031-10-26 02:00+01:00"


def test_where_clocks_change_by_half_an_hour_the_minute_stays():
    zone = ZoneInfo("Australia/Lord_Howe")
    due = [at("2031-04-05 23:00", zone)]
    for _ in range(4):
        due.append(next_due(Schedule("hourly", 0), zone, due[-1]))
    assert [shown(one, zone)[11:16] for one in due] == ["23:00", "00:00", "01:00", "02:00", "03:00"]


def test_a_day_that_a_calendar_left_out_has_no_digest():
    apia = ZoneInfo("Pacific/Apia")  # 30 December 2011 never came there
    due = next_due(Schedule("daily", 540), apia, at("2011-12-29 09:00", apia))
    assert shown(due, apia) == "2011-12-31 09:00+14:00"


def test_what_falls_into_quiet_hours_comes_at_their_end():
    quiet = QuietHours(22 * 60, 7 * 60 + 30)
    assert shown(next_due(Schedule("daily", 180), BERLIN, at("2031-05-06 09:00"), quiet)) == (
        "2031-05-07 07:30+02:00"
    )
    assert shown(next_due(Schedule("hourly", 0), BERLIN, at("2031-05-06 21:00"), quiet)) == (
        "2031-05-07 07:30+02:00"
    )
    assert out_of_quiet(at("2031-05-06 07:30"), BERLIN, quiet) == at("2031-05-06 07:30")


def test_quiet_hours_that_end_in_a_repeated_hour_do_not_last_another_day():
    quiet = QuietHours(23 * 60, 150)
    second = at("2031-10-26 02:10", fold=1)
    assert shown(out_of_quiet(second, BERLIN, quiet)) == "2031-10-26 02:30+01:00"


@pytest.mark.parametrize(
    ("minute", "quiet"), [(1319, False), (1320, True), (0, True), (449, True), (450, False)]
)
def test_quiet_hours_over_midnight(minute, quiet):
    assert QuietHours(1320, 450).holds(minute) is quiet


@given(SCHEDULES, ZONES, st.integers(at("2031-01-01", UTC), at("2031-12-31", UTC)), QUIET)
def test_due_moments_are_later_out_of_quiet_hours_and_never_too_far(schedule, name, after, quiet):
    zone = ZoneInfo(name)
    due = next_due(schedule, zone, after, quiet)
    assert after < due <= after + LONGEST[schedule.recurrence]
    local = datetime.fromtimestamp(due, zone)
    assert quiet is None or not quiet.holds(local.hour * 60 + local.minute)


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "America/Nuuk"])
def test_at_changes_of_the_clock_a_daily_digest_comes_in_the_first_minute_that_reaches_its_time(name):
    zone = ZoneInfo(name)
    for start in _changes_of_the_clock(zone):
        walls = [
            datetime.fromtimestamp(start + 60 * one, zone).replace(tzinfo=None) for one in range(4 * 1440)
        ]
        for minute in (0, 29, 30, 61, 119, 120, 150, 179, 181, 1410):
            due = next_due(Schedule("daily", minute), zone, start + 86_400)
            assert due == start + 60 * _first_of_a_new_day(walls, minute, 1440)


def _changes_of_the_clock(zone: ZoneInfo) -> list[int]:
    """Moments two days before each change in 2031."""
    days = [at("2031-01-01", UTC) + 86_400 * number for number in range(365)]
    offsets = [datetime.fromtimestamp(day, zone).utcoffset() for day in days]
    return [day - 86_400 for day, now, later in zip(days, offsets, offsets[1:], strict=False) if now != later]


def _first_of_a_new_day(walls: list[datetime], minute: int, after: int) -> int:
    """By looking at every minute: the first after one in which a later day than ever before has its time."""
    latest = walls[0] - timedelta(days=9)
    for number, wall in enumerate(walls):
        served = (wall - timedelta(minutes=minute)).replace(hour=0, minute=0)
        if number > after and served > latest:
            return number
        latest = max(latest, served)
    raise AssertionError("never due")


def test_a_first_digest_looks_back_over_its_period():
    assert [period(one) for one in ("daily", "weekdays", "weekly", "hourly", "at_once")] == [
        86_400,
        86_400,
        604_800,
        3600,
        0,
    ]
