"""Matters of which a place wants to hear no more; knows nothing of why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.store.connection import Connections
from bot.store.rows import ids_json, to_json
from bot.subscriptions.subscription import Place

MUTED = "0015_muted"
MUTED_TABLE = """
CREATE TABLE muted (               -- what "less like this" was pressed on
    place_id INTEGER NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    mark TEXT NOT NULL,            -- of a DigestItem
    PRIMARY KEY (place_id, mark)
) WITHOUT ROWID;
"""


class Muted:
    """Marks of items by place."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, place: Place, marks: Sequence[str]) -> None:
        """Tell a place no more of what has any of these marks; one that follows nothing is left out."""
        with self._connections.write() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO muted SELECT id, ? FROM places WHERE chat = ? AND thread = ?",
                [(mark, place.chat, place.thread) for mark in marks],
            )

    def of(self, subscriptions: Iterable[int], marks: Iterable[str]) -> dict[int, frozenset[str]]:
        """Which of some marks the places of subscriptions have muted; those that muted none are left out."""
        rows = self._connections.rows(
            "SELECT s.id, m.mark FROM muted AS m JOIN subscriptions AS s ON s.place_id = m.place_id"
            " WHERE s.id IN (SELECT value FROM json_each(:subscriptions))"
            " AND m.mark IN (SELECT value FROM json_each(:marks))",
            subscriptions=ids_json(subscriptions),
            marks=to_json([*marks]),
        )
        found: dict[int, set[str]] = defaultdict(set)
        for number, mark in rows:
            found[number].add(mark)
        return {number: frozenset(held) for number, held in found.items()}
