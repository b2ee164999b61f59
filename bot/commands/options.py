"""Reads the values of common options; it knows nothing of the commands."""

import argparse
from datetime import date, datetime, time

from bot.config import Settings
from bot.errors import UsageError
from bot.language.dates import moment


def now(options: argparse.Namespace, settings: Settings) -> datetime:
    """The moment that a question is asked at: `--now`, or the clock."""
    text = getattr(options, "now", None)
    return read_moment(text, settings) if text else datetime.now(settings.zone)


def read_moment(text: str, settings: Settings) -> datetime:
    """An ISO 8601 moment; a bare date means its end; raises UsageError."""
    try:
        return moment(text, settings.zone)
    except ValueError as error:
        raise UsageError(
            f"{text!r} is no ISO 8601 moment; write 2025-07-14 or 2025-07-14T12:00:00+03:00"
        ) from error


def read_start(text: str, settings: Settings) -> datetime:
    """As `read_moment`, but a bare date means its beginning."""
    try:
        return datetime.combine(date.fromisoformat(text), time(), settings.zone)
    except ValueError:
        return read_moment(text, settings)


def wants_json(options: argparse.Namespace) -> bool:
    """Whether standard output carries JSON only."""
    return bool(getattr(options, "json", False))
