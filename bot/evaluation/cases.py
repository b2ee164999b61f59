"""Cases of an evaluation, read from JSON Lines and checked; it knows nothing of answers.

A line is the public Case object: {"id", "corpus", "category", "turns": [{"q", "now", "expect": {...}}]}.
Keys beyond the format (notes, facts) are let be, so that a file may explain itself.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo

from bot.errors import UsageError
from bot.language.dates import moment

BUILT_IN = Path(__file__).resolve().parent / "data" / "cases.jsonl"  # over the sample library


def _pattern(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return re.compile(value, re.IGNORECASE | re.DOTALL)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"not a regular expression: {error}") from error


def _moment(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, str):
        return value
    try:
        return moment(value, (info.context or {}).get("zone", ZoneInfo("UTC")))
    except ValueError as error:
        raise ValueError(f"{value!r} is no ISO 8601 moment") from error


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]
Moment = Annotated[datetime, BeforeValidator(_moment)]


class _Part(BaseModel):
    """Immutable, and strict: "yes" is no truth value."""

    model_config = ConfigDict(frozen=True, strict=True)


class Expectation(_Part):
    """What a careful reader expects of one answer; `answered` None accepts an answer and a refusal."""

    answered: bool | None
    must: tuple[tuple[Pattern, ...], ...] = ()  # every inner list needs one match
    must_not: tuple[Pattern, ...] = ()
    cite_any: tuple[str, ...] = ()  # addresses of articles, one of which must be cited
    speaker: Pattern | None = None
    speaker_not: Pattern | None = None


class Ask(_Part):
    """One turn of the conversation of a case; without `now` it is asked at the moment of the run."""

    q: str = Field(min_length=1)
    now: Moment | None = None
    expect: Expectation


class Case(_Part):
    """One conversation with what is expected of it."""

    id: str | int
    category: str
    turns: tuple[Ask, ...] = Field(min_length=1)


def read_cases(path: Path, zone: ZoneInfo) -> list[Case]:
    """All cases of a file; moments without a zone are in `zone`; raises UsageError with the place."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            cases = list(_cases(lines, path, zone))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {error}") from error
    if not cases:
        raise UsageError(f"{path} holds no cases; a line is one case in JSON")
    return cases


def _cases(lines: Iterator[str], path: Path, zone: ZoneInfo) -> Iterator[Case]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield Case.model_validate_json(line, context={"zone": zone})
            except ValidationError as error:
                raise UsageError(f"{path}:{number}: {_first(error)}") from error


def _first(error: ValidationError) -> str:
    """The first thing that is wrong, in one line: "turns.0.expect.answered: Field required"."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    place = ".".join(map(str, first["loc"]))
    words = " ".join(first["msg"].removeprefix("Value error, ").split())
    return f"{place}: {words}" if place else words
