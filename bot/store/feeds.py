"""Feeds, and the items that they named, each kept until its article is stored; knows nothing of fetching.

What a copy of a feed brings is written in one transaction with the validators that came with it: from then on
the copy is no longer needed, whatever happens to the process.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from sqlite3 import Connection, Row

from bot.articles.entries import Entry
from bot.store.connection import Connections
from bot.store.feed_values import Feed, FeedCounts, KnownEntry, NewEntry, WaitingEntry
from bot.store.rows import ids_json, to_json

WEEK = 7 * 86_400
_FORGOTTEN = 60 * 86_400  # seconds after which an item that its feed no longer names is forgotten
_UPDATE = """
    UPDATE feeds SET url = :url, title = :title, site = :site, etag = :etag, modified = :modified,
        interval = :interval, due = :due, failures = :failures, error = :error, paused = :paused,
        last_look = :last_look, last_success = :last_success
    WHERE id = :id
"""
# an item that another feed brought word for word is done at once: its page need not be asked for again
_INSERT = """
    INSERT INTO feed_entries (feed_id, key, guid, stamp, entry, state, due, changes, first_seen, last_seen)
    SELECT :feed, :key, :guid, :stamp, iif(brought, NULL, :entry), iif(brought, 'done', 'waiting'), :due,
        :changes, :now, :now
    FROM (SELECT EXISTS (SELECT 1 FROM feed_entries WHERE key = :key AND stamp = :stamp AND state = 'done'
        AND feed_id <> :feed) AS brought)
    WHERE true
    ON CONFLICT (feed_id, key) DO UPDATE SET stamp = excluded.stamp, entry = excluded.entry,
        state = excluded.state, due = max(due, excluded.due), changes = excluded.changes, tries = 0,
        error = NULL, last_seen = excluded.last_seen
"""
_WAITING = """
    SELECT e.id, f.url, e.entry, e.tries, e.first_seen FROM feed_entries AS e
    JOIN feeds AS f ON f.id = e.feed_id
    WHERE e.state = 'waiting' AND e.due <= ? ORDER BY e.due, e.id LIMIT ?
"""
_COUNTS = """
    SELECT feed_id, sum(state = 'done') AS articles, sum(state = 'waiting') AS waiting,
        sum(state = 'failed') AS failed, sum(state = 'done' AND first_seen >= ?) AS last_week
    FROM feed_entries GROUP BY feed_id
"""


class Feeds:
    """The feeds that are followed."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, url: str, title: str, site: str, now: int, interval: int) -> bool:
        """Follow a feed from now on; False when it was followed already, and then it is paused no more."""
        with self._connections.write() as connection:
            added = connection.execute(
                "INSERT INTO feeds (url, title, site, added, interval, due) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                (url, title, site, now, interval, now),
            ).rowcount
            if not added:
                connection.execute(
                    "UPDATE feeds SET paused = 0, failures = 0, due = ? WHERE url = ? AND paused", (now, url)
                )
        return bool(added)

    def remove(self, url: str) -> bool:
        """Follow a feed no more; its articles stay. False when it was not followed."""
        with self._connections.write() as connection:
            return bool(connection.execute("DELETE FROM feeds WHERE url = ?", (url,)).rowcount)

    def all(self) -> list[Feed]:
        """Every feed, in the order they were added."""
        return [_feed(row) for row in self._connections.rows("SELECT * FROM feeds ORDER BY id")]

    def due(self, now: int) -> list[Feed]:
        """Feeds to be looked at, longest waiting first; those that are paused are not."""
        rows = self._connections.rows(
            "SELECT * FROM feeds WHERE NOT paused AND due <= ? ORDER BY due, id", now
        )
        return [_feed(row) for row in rows]

    def untold_pauses(self) -> list[Feed]:
        """Paused feeds that the operator was not told of, in the order they were added."""
        rows = self._connections.rows(
            "SELECT * FROM feeds WHERE paused AND id NOT IN (SELECT feed_id FROM told_pauses) ORDER BY id"
        )
        return [_feed(row) for row in rows]

    def pauses_told(self, ids: Iterable[int]) -> None:
        """Note that the operator was told; feeds that are gone or looked at again by now are passed over."""
        with self._connections.write() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO told_pauses SELECT id FROM feeds"
                " WHERE paused AND id IN (SELECT value FROM json_each(?))",
                (ids_json(ids),),
            )

    def next_due(self) -> int | None:
        """When there is something to do next; None when nothing ever is."""
        (row,) = self._connections.rows(
            "SELECT min(due) AS due FROM (SELECT due FROM feeds WHERE NOT paused"
            " UNION ALL SELECT due FROM feed_entries WHERE state = 'waiting')"
        )
        due: int | None = row["due"]
        return due

    def known(self, feed_id: int) -> list[KnownEntry]:
        """The items that a feed named before."""
        rows = self._connections.rows(
            "SELECT key, guid, stamp, changes FROM feed_entries WHERE feed_id = ?", feed_id
        )
        return [KnownEntry(**dict(row)) for row in rows]

    def record(self, feed: Feed, found: Sequence[NewEntry], named: Iterable[str], now: int) -> Feed:
        """Keep the state of a feed with the items to be taken in; `named` are the keys of all it names now.

        Returns the feed as it was kept: paused, when it moved to where another one is read. A feed that was
        removed meanwhile stays removed.
        """
        with self._connections.write() as connection:
            kept = _settled(connection, feed)
            if not connection.execute(_UPDATE, asdict(kept)).rowcount:
                return kept
            connection.executemany(_INSERT, [_record(feed, new, now) for new in found])
            connection.execute(
                "UPDATE feed_entries SET last_seen = ? WHERE feed_id = ?"
                " AND key IN (SELECT value FROM json_each(?))",
                (now, feed.id, to_json(list(named))),
            )
            connection.execute(
                "DELETE FROM feed_entries WHERE feed_id = ? AND state <> 'waiting' AND last_seen < ?"
                " AND last_seen < (SELECT max(last_seen) FROM feed_entries WHERE feed_id = ?)",
                (feed.id, now - _FORGOTTEN, feed.id),
            )
        return kept

    def waiting(self, now: int, limit: int) -> list[WaitingEntry]:
        """Items whose article is to be taken in, longest waiting first."""
        return [
            WaitingEntry(row["id"], row["url"], _entry(row["entry"]), row["tries"], row["first_seen"])
            for row in self._connections.rows(_WAITING, now, limit)
        ]

    def done(self, ids: Iterable[int]) -> None:
        """Note that the articles of items are stored."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE feed_entries SET state = 'done', entry = NULL, error = NULL"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (ids_json(ids),),
            )

    def postpone(self, entry_id: int, tries: int, due: int, error: str) -> None:
        """Note that an item could not be taken in yet."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE feed_entries SET tries = ?, due = ?, error = ? WHERE id = ?",
                (tries, due, error, entry_id),
            )

    def give_up(self, entry_id: int, error: str) -> None:
        """Note that an item is not tried any more; it is once its feed says something new of it."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE feed_entries SET state = 'failed', entry = NULL, error = ? WHERE id = ?",
                (error, entry_id),
            )

    def counts(self, now: int) -> dict[int, FeedCounts]:
        """What became of the items of each feed, by its id; feeds without any are left out."""
        rows = self._connections.rows(_COUNTS, now - WEEK)
        return {
            row["feed_id"]: FeedCounts(row["articles"], row["waiting"], row["failed"], row["last_week"])
            for row in rows
        }


def _settled(connection: Connection, feed: Feed) -> Feed:
    """The feed as it can be kept: one that moved to where another feed is read stays behind, paused."""
    (taken,) = connection.execute(
        "SELECT count(*) FROM feeds WHERE url = ? AND id <> ?", (feed.url, feed.id)
    ).fetchone()
    row = connection.execute("SELECT url FROM feeds WHERE id = ?", (feed.id,)).fetchone()
    if not taken or row is None:
        return feed
    error = "moved to a feed that is followed already"
    return replace(feed, url=row["url"], paused=True, error=error)


def _record(feed: Feed, new: NewEntry, now: int) -> dict[str, str | int]:
    return {
        "feed": feed.id,
        "key": new.key,
        "guid": new.entry.guid,
        "stamp": new.entry.stamp(),
        "entry": to_json(asdict(new.entry)),
        "due": new.due,
        "changes": new.changes,
        "now": now,
    }


def _feed(row: Row) -> Feed:
    return Feed(**(dict(row) | {"paused": bool(row["paused"])}))


def _entry(text: str) -> Entry:
    fields = json.loads(text)
    return Entry(**(fields | {"authors": tuple(fields["authors"])}))
