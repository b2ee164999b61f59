"""The values of common options."""

import argparse
from datetime import UTC, datetime

import pytest

from bot.commands.options import now, read_moment, read_start
from bot.config import load_settings
from bot.errors import UsageError

SETTINGS = load_settings(None)


def test_a_bare_date_is_its_end_for_a_moment_and_its_beginning_for_a_start() -> None:
    assert read_start("2026-07-09", SETTINGS) == datetime(2026, 7, 9, tzinfo=UTC)
    assert (
        datetime(2026, 7, 9, 23, 59, tzinfo=UTC)
        < read_moment("2026-07-09", SETTINGS)
        <= datetime(2026, 7, 10, tzinfo=UTC)
    )


def test_a_moment_without_a_zone_is_in_the_operators() -> None:
    settings = SETTINGS.model_copy(update={"time_zone": "Europe/Moscow"})
    assert read_moment("2026-07-09T12:00:00", settings) == datetime(2026, 7, 9, 9, 0, tzinfo=UTC)


def test_junk_is_refused_with_an_example() -> None:
    with pytest.raises(UsageError, match="2025-07-14"):
        read_moment("yesterday", SETTINGS)


def test_without_the_option_the_clock_counts() -> None:
    before = datetime.now(UTC)
    assert before <= now(argparse.Namespace(), SETTINGS) <= datetime.now(UTC)
