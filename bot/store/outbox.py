"""The outbox: digests that were decided, until they are sent; it decides nothing and sends nothing.

A row is 'sending' from before Telegram is asked until its answer is noted, so that a row found in that state
after a crash may have been sent. The states 'sent' and 'failed' are for good.
"""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from pydantic import TypeAdapter

from bot.store.connection import Connections
from bot.store.outbox_values import MAY_REPEAT, Decided, Delivery, DeliveryState, Edition, Had, Head
from bot.store.rows import ids_json, to_json
from bot.subscriptions.subscription import Place
from bot.subscriptions.values import DigestItem

_HEAD = TypeAdapter(Head)
_ITEM = TypeAdapter(DigestItem)
_EDITIONS = """SELECT DISTINCT e.edition_id FROM item_marks AS m
    JOIN edition_items AS e ON e.item_id = m.item_id AND e.shown
    WHERE m.mark IN (SELECT value FROM json_each(?))"""
_HAD = """SELECT s.id, d.edition_id FROM subscriptions AS s
    JOIN deliveries AS d ON d.place_id = s.place_id AND d.state <> 'failed'
        AND d.edition_id IN (SELECT value FROM json_each(:editions))
    WHERE s.id IN (SELECT value FROM json_each(:subscriptions))"""
# of each place only the first row that is not done, so that its digests come in order
_WAITING = """SELECT * FROM placed_deliveries AS d
    WHERE d.ended IS NULL AND d.state <> 'sending' AND d.next_try <= :now
        AND NOT EXISTS (SELECT 1 FROM deliveries AS b WHERE b.place_id = d.place_id AND b.ended IS NULL
            AND b.id < d.id)
    ORDER BY d.next_try, d.id LIMIT :limit"""


class Outbox:
    """Digests on their way, and which of them each place has had."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def had(self, subscriptions: Iterable[int], traces: Iterable[str]) -> Had:
        """What the places of these subscriptions have had, or are about to get, with any of some traces."""
        editions = [row[0] for row in self._connections.rows(_EDITIONS, to_json([*traces]))]
        if not editions:
            return Had({}, {})
        rows = self._connections.rows(
            _HAD, subscriptions=ids_json(subscriptions), editions=ids_json(editions)
        )
        held: dict[int, set[int]] = defaultdict(set)
        for number, edition in rows:
            held[number].add(edition)
        needed = {edition for _, edition in rows}
        return Had({number: frozenset(found) for number, found in held.items()}, self._items(needed, 1))

    def commit(self, decided: Sequence[Decided], now: int) -> int:
        """Write what was decided, all or nothing; how many digests go out.

        A subscription that was changed, removed or decided by another process since is left as it is.
        """
        with self._connections.write() as connection:
            places = _still_due(connection, decided)
            kept = [one for one in decided if one.subscription_id in places]
            saved: dict[int, int] = {}  # by identity: comparing editions would cost more than writing rows
            rows = []
            for one in kept:
                if one.edition is not None:
                    if id(one.edition) not in saved:
                        saved[id(one.edition)] = _save_edition(connection, one.edition, now)
                    place, edition = places[one.subscription_id], saved[id(one.edition)]
                    rows.append((place, one.subscription_id, edition, now, now))
            connection.executemany(
                "INSERT INTO deliveries (place_id, subscription_id, edition_id, made, next_try)"
                " VALUES (?, ?, ?, ?, ?)",
                rows,
            )
            connection.executemany(
                "UPDATE subscriptions SET next_due = ?, looked = ?, after = ?, empty_told = ? WHERE id = ?",
                [
                    (one.next_due, one.looked, one.after, int(one.empty_told), one.subscription_id)
                    for one in kept
                ],
            )
        return len(rows)

    def waiting(self, now: int, limit: int) -> list[Delivery]:
        """What may be sent now, at most one of each place, the longest waiting first."""
        return self._deliveries(self._connections.rows(_WAITING, now=now, limit=limit))

    def get(self, number: int) -> Delivery | None:
        """A delivery by its number, whatever became of it."""
        rows = self._connections.rows("SELECT * FROM placed_deliveries WHERE id = ?", number)
        return next(iter(self._deliveries(rows)), None)

    def messages(self, chat: str) -> list[int]:
        """The numbers of the messages of all digests that a chat got, the oldest first."""
        rows = self._connections.rows(
            "SELECT m.value FROM placed_deliveries AS d, json_each(d.messages) AS m WHERE d.chat = ?"
            " ORDER BY m.value",
            chat,
        )
        return [int(row["value"]) for row in rows]

    def begin(self, begun: Sequence[tuple[int, int]]) -> None:
        """Note that Telegram is about to be asked for deliveries, each with the courier's mark."""
        with self._connections.write() as connection:
            connection.executemany(
                "UPDATE deliveries SET state = 'sending', behind = ? WHERE id = ?",
                [(behind, number) for number, behind in begun],
            )

    def delivered(self, number: int, messages: Sequence[int], now: int, *, done: bool) -> None:
        """A message of a delivery was sent; `messages` are those sent so far."""
        state: DeliveryState = "sent" if done else "pending"
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE deliveries SET state = ?, page = page + 1, messages = ?, attempts = 0, next_try = ?,"
                " ended = ? WHERE id = ?",
                (state, to_json([*messages]), now, now if done else None, number),
            )

    def put_off(self, number: int, until: int, *, failed: bool, state: DeliveryState = "pending") -> None:
        """A message was not sent, or nobody knows (state "unknown"): try, or look for it, later."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE deliveries SET state = ?, next_try = ?, attempts = attempts + ? WHERE id = ?",
                (state, until, int(failed), number),
            )

    def send_again(self, number: int, now: int) -> None:
        """Nobody will ever know whether a message was sent: it is sent, perhaps for a second time."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE deliveries SET state = 'pending', next_try = ?, attempts = 0, behind = ?"
                " WHERE id = ?",
                (now, MAY_REPEAT, number),
            )

    def show_rest(self, number: int, now: int) -> None:
        """What a delivery only counted was shown, too: its place has had it."""
        found = self.get(number)
        if found is None or not found.edition.rest:
            return
        with self._connections.write() as connection:
            rest = _save_edition(connection, Edition(found.edition.head, found.edition.rest), now)
            connection.execute(
                "INSERT INTO deliveries (place_id, subscription_id, edition_id, made, state, next_try, ended)"
                " SELECT place_id, subscription_id, ?, ?, 'sent', ?, ? FROM deliveries WHERE id = ?",
                (rest, now, now, now, number),
            )

    def give_up(self, number: int, reason: str, now: int) -> None:
        """A delivery has failed for good; the place has not had it."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE deliveries SET state = 'failed', reason = ?, ended = ? WHERE id = ?",
                (reason, now, number),
            )

    def pull_forward(self, now: int) -> None:
        """Let nothing wait any more: at the start and when the clock went back."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE deliveries SET next_try = ? WHERE ended IS NULL AND next_try > ?", (now, now)
            )

    def recover(self) -> int:
        """Nobody knows of rows that were being sent when the program died. How many there are."""
        with self._connections.write() as connection:
            return connection.execute(
                "UPDATE deliveries SET state = 'unknown' WHERE state = 'sending' AND ended IS NULL"
            ).rowcount

    def counts(self) -> dict[str, int]:
        """How many deliveries there are in each state."""
        rows = self._connections.rows("SELECT state, count(*) AS number FROM deliveries GROUP BY state")
        return {row["state"]: row["number"] for row in rows}

    def _deliveries(self, rows: Sequence[sqlite3.Row]) -> list[Delivery]:
        editions = self._editions({row["edition_id"] for row in rows})
        return [_delivery(row, editions[row["edition_id"]]) for row in rows]

    def _editions(self, numbers: Iterable[int]) -> dict[int, Edition]:
        wanted = ids_json(numbers)
        heads = self._connections.rows(
            "SELECT id, head FROM editions WHERE id IN (SELECT value FROM json_each(?))", wanted
        )
        shown, rest = (self._items(json.loads(wanted), which) for which in (1, 0))
        return {
            row["id"]: Edition(
                _HEAD.validate_json(row["head"]), shown.get(row["id"], ()), rest.get(row["id"], ())
            )
            for row in heads
        }

    def _items(self, editions: Iterable[int], shown: int) -> dict[int, tuple[DigestItem, ...]]:
        rows = self._connections.rows(
            "SELECT e.edition_id, i.payload FROM edition_items AS e JOIN items AS i ON i.id = e.item_id"
            " WHERE e.edition_id IN (SELECT value FROM json_each(?)) AND e.shown = ?"
            " ORDER BY e.edition_id, e.number",
            ids_json(editions),
            shown,
        )
        return {
            edition: tuple(_ITEM.validate_json(row["payload"]) for row in members)
            for edition, members in groupby(rows, lambda row: row["edition_id"])
        }


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Remove editions that no delivery is left of, and items that no edition is."""
    connection.execute("DELETE FROM editions WHERE id NOT IN (SELECT edition_id FROM deliveries)")
    connection.execute("DELETE FROM items WHERE id NOT IN (SELECT item_id FROM edition_items)")


def _still_due(connection: sqlite3.Connection, decided: Sequence[Decided]) -> dict[int, int]:
    """The places of those subscriptions that are due as they were when it was decided."""
    was_due = {one.subscription_id: one.was_due for one in decided}
    rows = connection.execute(
        "SELECT id, place_id, next_due FROM subscriptions WHERE id IN (SELECT value FROM json_each(?))",
        (ids_json(was_due),),
    ).fetchall()
    return {row["id"]: row["place_id"] for row in rows if row["next_due"] == was_due[row["id"]]}


def _save_edition(connection: sqlite3.Connection, edition: Edition, now: int) -> int:
    items = [_save_item(connection, item) for item in (*edition.items, *edition.rest)]
    head = _HEAD.dump_json(edition.head).decode()
    made = (_print(f"{head}\n{len(edition.items)}\n{to_json(items)}"), head, now)
    fresh = connection.execute("INSERT OR IGNORE INTO editions (print, head, made) VALUES (?, ?, ?)", made)
    (number,) = connection.execute("SELECT id FROM editions WHERE print = ?", made[:1]).fetchone()
    if fresh.rowcount > 0:
        connection.executemany(
            "INSERT INTO edition_items VALUES (?, ?, ?, ?)",
            [(number, at, item, int(at < len(edition.items))) for at, item in enumerate(items)],
        )
    return int(number)


def _save_item(connection: sqlite3.Connection, item: DigestItem) -> int:
    payload = _ITEM.dump_json(item).decode()
    made = (_print(payload), payload)
    fresh = connection.execute("INSERT OR IGNORE INTO items (print, payload) VALUES (?, ?)", made)
    (number,) = connection.execute("SELECT id FROM items WHERE print = ?", made[:1]).fetchone()
    if fresh.rowcount > 0:
        connection.executemany(
            "INSERT OR IGNORE INTO item_marks VALUES (?, ?)", [(mark, number) for mark in item.traces]
        )
    return int(number)


def _print(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _delivery(row: sqlite3.Row, edition: Edition) -> Delivery:
    return Delivery(
        id=row["id"],
        place=Place(row["chat"], row["thread"]),
        subscription_id=row["subscription_id"],
        edition=edition,
        made=row["made"],
        state=row["state"],
        page=row["page"],
        attempts=row["attempts"],
        behind=row["behind"],
        messages=tuple(json.loads(row["messages"])),
    )
