"""What places want to hear less of: some matters not at all, what is like them later; it decides nothing."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

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
DISLIKED = "0018_disliked"
DISLIKED_TABLE = """
CREATE TABLE disliked (            -- the same, to be shown and taken back
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place_id INTEGER NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    names TEXT NOT NULL,           -- JSON list: those of the matter, as its title has them
    marks TEXT NOT NULL            -- JSON list
);
CREATE INDEX disliked_place ON disliked (place_id);
"""


@dataclass(frozen=True, slots=True)
class Disliked:
    """A matter that a place wants to hear no more of; other news with its names counts less."""

    title: str
    names: tuple[str, ...] = ()
    id: int = 0  # until it is kept


class Muted:
    """Marks of items and names by place."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, place: Place, disliked: Disliked, marks: Sequence[str]) -> None:
        """Tell a place no more of what has any of these marks; one that follows nothing is left out.

        The same once more is no second matter.
        """
        with self._connections.write() as connection:
            found = connection.execute(
                "SELECT id FROM places WHERE chat = ? AND thread = ?", (place.chat, place.thread)
            ).fetchone()
            if found is None:
                return
            record = (found["id"], to_json([*marks]), disliked.title, to_json([*disliked.names]))
            connection.execute("DELETE FROM disliked WHERE (place_id, marks) = (?, ?)", record[:2])
            connection.execute(
                "INSERT INTO disliked (place_id, marks, title, names) VALUES (?, ?, ?, ?)", record
            )
            connection.executemany(
                "INSERT OR IGNORE INTO muted VALUES (?, ?)", [(found["id"], mark) for mark in marks]
            )

    def of_place(self, place: Place) -> list[Disliked]:
        """What a place wants to hear less of, in the order in which it said so."""
        rows = self._connections.rows(
            "SELECT d.id, d.title, d.names FROM disliked AS d JOIN places AS p ON p.id = d.place_id"
            " WHERE p.chat = ? AND p.thread = ? ORDER BY d.id",
            place.chat,
            place.thread,
        )
        return [Disliked(row["title"], tuple(json.loads(row["names"])), row["id"]) for row in rows]

    def remove(self, place: Place, number: int) -> bool:
        """Take one back; whether this very place had it. What another press muted, too, stays so."""
        with self._connections.write() as connection:
            gone = connection.execute(
                "DELETE FROM disliked WHERE id = ? AND place_id IN"
                " (SELECT id FROM places WHERE chat = ? AND thread = ?) RETURNING place_id, marks",
                (number, place.chat, place.thread),
            ).fetchone()
            if gone is None:
                return False
            connection.execute(
                "DELETE FROM muted WHERE place_id = :place AND mark IN (SELECT value FROM json_each(:marks))"
                " AND mark NOT IN (SELECT value FROM disliked, json_each(disliked.marks)"
                " WHERE place_id = :place)",
                {"place": gone["place_id"], "marks": gone["marks"]},
            )
            return True

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

    def names(self, subscriptions: Collection[int]) -> dict[int, tuple[tuple[str, ...], ...]]:
        """The names of each matter that the places of subscriptions dislike; those without are left out."""
        rows = self._connections.rows(
            "SELECT s.id, d.names FROM disliked AS d JOIN subscriptions AS s ON s.place_id = d.place_id"
            " WHERE s.id IN (SELECT value FROM json_each(?)) AND d.names <> '[]' ORDER BY s.id, d.id",
            ids_json(subscriptions),
        )
        found: dict[int, list[tuple[str, ...]]] = defaultdict(list)
        for number, names in rows:
            found[number].append(tuple(json.loads(names)))
        return {number: tuple(held) for number, held in found.items()}
