"""Lines of JSON that ask something: batch files and the chat's input; it knows nothing of answers."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from bot.commands.options import read_moment
from bot.config import Settings
from bot.errors import UsageError
from bot.models import Language

LANGUAGES = ("en", "ru", None)


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a batch or of a conversation."""

    text: str
    now: datetime
    identity: object = None
    language: Language | None = None
    reset: bool = False
    sources: tuple[str, ...] | None = None  # of a claim: what it is checked against instead of the library


def read_batch(path: str, now: datetime, settings: Settings, key: str = "question") -> Iterator[Asked]:
    """The lines of a batch file, asked under `key`; raises UsageError with the place of a bad one."""

    def read(line: str) -> Asked:
        return read_line(line, key, now, settings)

    try:
        with Path(path).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _at(path, number, line, read)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {error}") from error


def _at(path: str, number: int, line: str, read: Callable[[str], Asked]) -> Asked:
    try:
        return read(line)
    except UsageError as error:
        raise UsageError(f"{path}:{number}: {error}") from error


def read_line(line: str, key: str, now: datetime, settings: Settings) -> Asked:
    """One JSON object; `key` names the question's field; raises UsageError."""
    value = _object(line)
    if value.get("reset") is True:
        return Asked("", now, reset=True)
    text, moment, language = value.get(key), value.get("now"), value.get("lang")
    if not isinstance(text, str):
        raise UsageError(f"the line has no text under {key!r}")
    if not isinstance(moment, str | None):
        raise UsageError("'now' must be an ISO 8601 text")
    if language not in LANGUAGES:
        raise UsageError("'lang' must be 'en' or 'ru'")
    asked_at = read_moment(moment, settings) if moment else now
    sources = _texts(value["sources"]) if "sources" in value else None
    return Asked(text, asked_at, value.get("id"), cast("Language | None", language), sources=sources)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise UsageError("'sources' must be a list of texts")
    return tuple(value)


def _object(line: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise UsageError(f"not a line of JSON: {error}") from error
    if not isinstance(value, dict):
        raise UsageError("a line must be a JSON object")
    return value
