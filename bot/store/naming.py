"""Writes what speakers are found by: counts and keys; knows statements only by the forms that they count.

The keys of another KEYS_VERSION are thrown away and made anew from the forms, a batch at a time.
"""

import sqlite3
from collections.abc import Container, Iterable, Iterator
from typing import Any

from bot.statements.speaker_keys import KEYS_VERSION, body_keys, name_keys, office_keys

_BATCH = 5000  # forms
_COUNT_SPEAKER = """
    UPDATE speakers SET
        statements = (SELECT coalesce(sum(statements), 0) FROM speaker_forms
            WHERE speaker_id = speakers.id AND sort = 'name'),
        -- one article that leaves the kind open does not outvote those that tell
        kind = coalesce((SELECT form FROM speaker_forms
            WHERE speaker_id = speakers.id AND sort = 'kind' AND form <> 'unknown' AND statements > 0
            ORDER BY statements DESC, first LIMIT 1), 'unknown')
"""
_NAMES = """
    SELECT speaker_id, form, EXISTS (SELECT 1 FROM speaker_forms AS kind
        WHERE kind.speaker_id = name.speaker_id AND kind.sort = 'kind' AND kind.form = 'body')
    FROM speaker_forms AS name WHERE sort = 'name'
"""
_OFFICES = "SELECT DISTINCT form FROM speaker_forms WHERE sort = 'office'"
_EMPTY = (
    "DELETE FROM speaker_keys",
    "DELETE FROM surnames",
    "DELETE FROM office_keys",
    "DELETE FROM offices",
)
Named = tuple[int, str, int]  # speaker id, name, whether any statement takes him for a body


def note_speakers(
    connection: sqlite3.Connection, speaker_ids: Iterable[int], renamed: Container[int]
) -> None:
    """Bring the counts of some speakers up to date, and the keys of those who got a new name or kind."""
    for speaker_id in speaker_ids:
        connection.execute(f"{_COUNT_SPEAKER} WHERE id = ?", (speaker_id,))
        if speaker_id in renamed:
            named = connection.execute(f"{_NAMES} AND speaker_id = ?", (speaker_id,)).fetchall()
            _note_names(connection, named)


def _note_names(connection: sqlite3.Connection, named: Iterable[Named]) -> None:
    keys = {
        (sort, key, speaker_id)
        for speaker_id, name, is_body in named
        for sort, key in (*name_keys(name), *(body_keys(name) if is_body else ()))
    }
    connection.executemany(
        "INSERT OR IGNORE INTO speaker_keys (sort, key, speaker_id) VALUES (?, ?, ?)", sorted(keys)
    )
    surnames = sorted(key for sort, key, _ in keys if sort == "surname")
    connection.executemany("INSERT OR IGNORE INTO surnames (key) VALUES (?)", [(key,) for key in surnames])


def note_offices(connection: sqlite3.Connection, offices: Iterable[str]) -> None:
    """Keep the keys of offices that were not met before."""
    for office in offices:
        added = connection.execute("INSERT OR IGNORE INTO offices (form) VALUES (?)", (office,))
        if added.rowcount:
            keys = {(sort, key, added.lastrowid) for sort, key in office_keys(office)}
            connection.executemany("INSERT INTO office_keys (sort, key, office_id) VALUES (?, ?, ?)", keys)


def are_keys_current(connection: sqlite3.Connection) -> bool:
    """Whether the stored keys are those that this program makes."""
    (version,) = connection.execute("SELECT value FROM meta WHERE name = 'keys'").fetchone()
    return bool(version == KEYS_VERSION)


def make_keys_anew(connection: sqlite3.Connection) -> None:
    """All counts and keys from the forms, with few of them in memory at a time."""
    for emptying in _EMPTY:
        connection.execute(emptying)
    connection.execute(_COUNT_SPEAKER)
    for names in _batches(connection.execute(_NAMES)):
        _note_names(connection, names)
    for offices in _batches(connection.execute(_OFFICES)):
        note_offices(connection, [row[0] for row in offices])
    connection.execute("UPDATE meta SET value = ? WHERE name = 'keys'", (KEYS_VERSION,))


def _batches(cursor: sqlite3.Cursor) -> Iterator[list[Any]]:
    while batch := cursor.fetchmany(_BATCH):
        yield batch
