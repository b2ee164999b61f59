"""From rows to models and back; knows column names but runs no SQL."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from bot.models import Article, Passage, Span, Statement

Record = tuple[Any, ...]


def ids_json(ids: Iterable[int]) -> str:
    """For `IN (SELECT value FROM json_each(?))`: any number of ids as one parameter."""
    return json.dumps(list(ids))


def article_of(row: sqlite3.Row) -> Article:
    """A row of current_articles, or of article_versions with id and url."""
    return Article(
        id=row["id"],
        url=row["url"],
        title=row["title"],
        text=row["text"],
        published=row["published"],
        source=row["source"],
        language=row["language"],
        version=row["version"],
        authors=tuple(json.loads(row["authors"])),
        partial=bool(row["partial"]),
    )


def passage_of(row: sqlite3.Row) -> Passage:
    """A row of passages."""
    return Passage(Span(row["start"], row["stop"]), row["id"], row["article_id"])


def statement_of(row: sqlite3.Row) -> Statement:
    """A row of statements."""
    has_mention = row["mention_start"] is not None
    return Statement(
        spans=tuple(Span(start, end) for start, end in json.loads(row["spans"])),
        context=Span(row["start"], row["stop"]),
        kind=row["kind"],
        cue=row["cue"],
        mention=Span(row["mention_start"], row["mention_stop"]) if has_mention else None,
        speaker=row["speaker"],
        speaker_kind=row["speaker_kind"],
        offices=_texts(row["offices"]),
        said_on=date.fromisoformat(row["said_on"]) if row["said_on"] else None,
        chain=_texts(row["chain"]),
        declined=bool(row["declined"]),
        id=row["id"],
        article_id=row["article_id"],
    )


def statement_record(statement: Statement) -> Record:
    """The columns of statements from `start` on, in the order of the table."""
    mention = statement.mention or (None, None)
    return (
        *statement.context,
        to_json(statement.spans),
        statement.kind,
        statement.cue,
        *mention,
        statement.speaker,
        statement.speaker_kind,
        to_json(statement.offices),
        statement.said_on.isoformat() if statement.said_on else None,
        to_json(statement.chain),
        int(statement.declined),
    )


def to_json(value: object) -> str:
    """Short and readable JSON; tuples become lists."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _texts(value: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", json.loads(value))) if value != "[]" else ()
