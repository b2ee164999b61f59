"""Subscriptions and the places that they belong to; it decides nothing and sends nothing."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Sequence

from bot.models import Language
from bot.store.connection import Connections
from bot.store.rows import ids_json
from bot.subscriptions.schedule import DAY, HOUR, QuietHours, Recurrence, Schedule, next_due
from bot.subscriptions.subscription import Manner, Place, Subscription, Times
from bot.subscriptions.values import Scope
from bot.subscriptions.wording import scope_key

# an alert is due only when the library has grown: nothing is written for those that wait
_DUE = """SELECT * FROM placed_subscriptions AS s
    WHERE ((recurrence IN ('daily', 'weekdays', 'weekends', 'weekly', 'hourly') AND next_due <= :now)
        OR (recurrence = 'at_once' AND next_due <= :now AND after < :sequence))
        AND state = 'open'
        AND chat NOT IN (SELECT 'telegram:' || person FROM people WHERE role = 'barred')
        AND NOT EXISTS (SELECT 1 FROM deliveries AS d WHERE d.place_id = s.place_id AND d.ended IS NULL
            AND d.subscription_id = s.id)
    ORDER BY id"""
_FAR_OFF: dict[Recurrence, int] = {
    "daily": 2 * DAY,
    "weekdays": 4 * DAY,
    "weekends": 7 * DAY,
    "weekly": 8 * DAY,
    "hourly": 2 * HOUR,
    "at_once": HOUR,
}
_SAVE = """INSERT INTO subscriptions (place_id, language, kind, value, about, scope, recurrence, minute,
        weekday, zone, quiet_start, quiet_end, when_empty, next_due, looked, after)
    VALUES (:place, :language, :kind, :value, :about, :scope, :recurrence, :minute, :weekday,
        :zone, :quiet_start, :quiet_end, :when_empty, :next_due, :looked, :after)
    ON CONFLICT (place_id, scope) DO UPDATE SET language = excluded.language, value = excluded.value,
        about = excluded.about, recurrence = excluded.recurrence, minute = excluded.minute,
        weekday = excluded.weekday, zone = excluded.zone, quiet_start = excluded.quiet_start,
        quiet_end = excluded.quiet_end, when_empty = excluded.when_empty, next_due = excluded.next_due
    RETURNING id"""


class Subscriptions:
    """What every place follows."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def save(self, place: Place, scope: Scope, language: Language, manner: Manner, now: int) -> Subscription:
        """Subscribe a place, or change how it gets what it follows already; the place counts as open again.

        An alert tells what comes after now; a digest begins with what came in the time before it.
        """
        is_alert = manner.schedule.recurrence == "at_once"
        with self._connections.write() as connection:
            record = {
                "place": place_id(connection, place, now),
                "language": language,
                "kind": scope.kind,
                "value": scope.value,
                "about": scope.about,
                "scope": scope_key(scope),
                "looked": now if is_alert else 0,
                "after": _sequence(connection) if is_alert else 0,
                "next_due": next_due(manner.schedule, manner.time_zone, now, manner.quiet),
                **_manner_record(manner),
            }
            (number,) = connection.execute(_SAVE, record).fetchone()
        found = self.get(number)
        assert found is not None, "it has just been saved"
        return found

    def get(self, number: int) -> Subscription | None:
        """A subscription by its number."""
        rows = self._connections.rows("SELECT * FROM placed_subscriptions WHERE id = ?", number)
        return _subscription(rows[0]) if rows else None

    def of_place(self, place: Place) -> list[Subscription]:
        """All of a place, the oldest first."""
        rows = self._connections.rows(
            "SELECT * FROM placed_subscriptions WHERE chat = ? AND thread = ? ORDER BY id",
            place.chat,
            place.thread,
        )
        return [_subscription(row) for row in rows]

    def keep_times(self, place: Place, times: Times, now: int) -> None:
        """Remember what a place said of its times, whether or not it follows anything."""
        quiet = (times.quiet.start, times.quiet.end) if times.quiet else (None, None)
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE places SET zone = ?, quiet_start = ?, quiet_end = ? WHERE id = ?",
                (times.zone, *quiet, place_id(connection, place, now)),
            )

    def times(self, place: Place) -> Times | None:
        """What a place said of its times; None when it never did."""
        rows = self._connections.rows(
            "SELECT zone, quiet_start, quiet_end FROM places"
            " WHERE chat = ? AND thread = ? AND zone IS NOT NULL",
            place.chat,
            place.thread,
        )
        return Times(rows[0]["zone"], _quiet(rows[0])) if rows else None

    def remove(self, number: int) -> bool:
        """Unsubscribe; what has not begun to be sent is dropped. Whether there was such a subscription."""
        with self._connections.write() as connection:
            connection.execute(
                "DELETE FROM deliveries WHERE subscription_id = ? AND state = 'pending' AND page = 0",
                (number,),
            )
            return connection.execute("DELETE FROM subscriptions WHERE id = ?", (number,)).rowcount > 0

    def due(self, now: int, sequence: int) -> list[Subscription]:
        """Those that are due, in the order of their numbers, at a library of this sequence number.

        Not those that still wait to be sent what was decided before, nor those of closed places or of people
        who are shut out.
        """
        return [_subscription(row) for row in self._connections.rows(_DUE, now=now, sequence=sequence)]

    def others(self, numbers: Collection[int]) -> dict[int, list[Scope]]:
        """What the places of some subscriptions follow besides, if not everything; others are left out."""
        rows = self._connections.rows(
            "SELECT s.id, o.kind, o.value, o.about FROM subscriptions AS s"
            " JOIN subscriptions AS o ON o.place_id = s.place_id AND o.id <> s.id AND o.kind <> 'everything'"
            " WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.id, o.id",
            ids_json(numbers),
        )
        found: dict[int, list[Scope]] = defaultdict(list)
        for row in rows:
            found[row["id"]].append(Scope(row["kind"], row["value"], row["about"]))
        return found

    def far_off(self, now: int) -> list[Subscription]:
        """Those that are due later than most ever are: the clock may have been wrong when they were told."""
        found: list[sqlite3.Row] = []
        for recurrence, seconds in _FAR_OFF.items():
            found += self._connections.rows(
                "SELECT * FROM placed_subscriptions WHERE recurrence = ? AND next_due > ?",
                recurrence,
                now + seconds,
            )
        return [_subscription(row) for row in found]

    def move_due(self, moved: Sequence[tuple[Subscription, int]]) -> None:
        """Give subscriptions another due moment, unless somebody has changed it since."""
        if not moved:
            return
        with self._connections.write() as connection:
            connection.executemany(
                "UPDATE subscriptions SET next_due = ? WHERE id = ? AND next_due = ?",
                [(due, one.id, one.next_due) for one, due in moved],
            )

    def look_again(self, now: int) -> None:
        """Those that were told up to a moment yet to come: a wrong clock may have taken news for old."""
        with self._connections.write() as connection:
            connection.execute("UPDATE subscriptions SET looked = ?, after = 0 WHERE looked > ?", (now, now))

    def close_chat(self, chat: str, state: str, now: int) -> None:
        """Note that a chat is 'blocked' or 'deleted'; what waits for it has failed."""
        with self._connections.write() as connection:
            connection.execute("UPDATE places SET state = ?, since = ? WHERE chat = ?", (state, now, chat))
            connection.execute(
                "UPDATE deliveries SET state = 'failed', reason = ?, ended = ? WHERE ended IS NULL"
                " AND place_id IN (SELECT id FROM places WHERE chat = ?)",
                (state, now, chat),
            )

    def open_chat(self, chat: str, now: int) -> None:
        """Note that a chat can be written to again; its digests go on from now, not with what was missed."""
        with self._connections.write() as connection:
            opened = connection.execute(
                "UPDATE places SET state = 'open', since = ? WHERE chat = ? AND state <> 'open' RETURNING id",
                (now, chat),
            ).fetchall()
            rows = connection.execute(
                "SELECT * FROM placed_subscriptions WHERE place_id IN (SELECT value FROM json_each(?))",
                (ids_json(number for (number,) in opened),),
            ).fetchall()
            after = _sequence(connection)
            connection.executemany(
                "UPDATE subscriptions SET next_due = ?, looked = ?, after = ? WHERE id = ?",
                [(_next(one, now), now, after, one.id) for one in map(_subscription, rows)],
            )

    def move_chat(self, old: str, new: str, now: int) -> None:
        """A group has another key now; when both are known, the new one gets what it has not yet."""
        with self._connections.write() as connection:
            for number, thread in connection.execute(
                "SELECT id, thread FROM places WHERE chat = ?", (old,)
            ).fetchall():
                there = place_id(connection, Place(new, thread), now)
                connection.execute(
                    "UPDATE OR IGNORE subscriptions SET place_id = ? WHERE place_id = ?", (there, number)
                )
                connection.execute(
                    "UPDATE places SET (zone, quiet_start, quiet_end) ="
                    " (SELECT zone, quiet_start, quiet_end FROM places WHERE id = ?)"
                    " WHERE id = ? AND zone IS NULL",
                    (number, there),
                )
                connection.execute("UPDATE deliveries SET place_id = ? WHERE place_id = ?", (there, number))
                connection.execute("UPDATE disliked SET place_id = ? WHERE place_id = ?", (there, number))
                connection.execute(
                    "UPDATE OR IGNORE muted SET place_id = ? WHERE place_id = ?", (there, number)
                )
                connection.execute("DELETE FROM places WHERE id = ?", (number,))

    def counts(self) -> dict[str, int]:
        """How many subscriptions there are in places of each state."""
        rows = self._connections.rows(
            "SELECT state, count(*) AS number FROM placed_subscriptions GROUP BY state"
        )
        return {row["state"]: row["number"] for row in rows}


def place_id(connection: sqlite3.Connection, place: Place, now: int) -> int:
    """The number of a place, which counts as open."""
    (number,) = connection.execute(
        "INSERT INTO places (chat, thread, since) VALUES (?, ?, ?) ON CONFLICT (chat, thread) DO UPDATE"
        " SET since = CASE state WHEN 'open' THEN since ELSE excluded.since END, state = 'open' RETURNING id",
        (place.chat, place.thread, now),
    ).fetchone()
    return int(number)


def _manner_record(manner: Manner) -> dict[str, str | int | None]:
    schedule, quiet = manner.schedule, manner.quiet
    return {
        "recurrence": schedule.recurrence,
        "minute": schedule.minute,
        "weekday": schedule.weekday,
        "zone": manner.zone,
        "quiet_start": quiet.start if quiet else None,
        "quiet_end": quiet.end if quiet else None,
        "when_empty": manner.when_empty,
    }


def _sequence(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("SELECT value FROM meta WHERE name = 'sequence'").fetchone()
    return int(number)


def _next(one: Subscription, now: int) -> int:
    return next_due(one.manner.schedule, one.manner.time_zone, now, one.manner.quiet)


def _quiet(row: sqlite3.Row) -> QuietHours | None:
    return None if row["quiet_start"] is None else QuietHours(row["quiet_start"], row["quiet_end"])


def _subscription(row: sqlite3.Row) -> Subscription:
    schedule = Schedule(row["recurrence"], row["minute"], row["weekday"])
    return Subscription(
        id=row["id"],
        place=Place(row["chat"], row["thread"]),
        language=row["language"],
        scope=Scope(row["kind"], row["value"], row["about"]),
        manner=Manner(schedule, row["zone"], _quiet(row), row["when_empty"]),
        next_due=row["next_due"],
        looked=row["looked"],
        after=row["after"],
        empty_told=bool(row["empty_told"]),
    )
