"""Updates from before they are confirmed until they are handled, each once; it does not read them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.store.connection import Connections
from bot.store.rows import to_json

MOST_ATTEMPTS = 3  # an update that brought the program down so often is given up
REMEMBERED = 20_000  # numbers of handled updates; Telegram repeats an update within a day, if at all
HANDLED = "body = NULL, person = 0, sent = '[]', shown = '[]', behind = 0"


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update: its number, who it is of (0 for nobody), and itself as JSON."""

    number: int
    person: int
    body: str


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An update that an earlier run did not finish, with what that run did for it, in order."""

    body: str
    number: int = 0
    sent: tuple[int, ...] = ()  # messages
    shown: tuple[int, ...] = ()  # ids of answers
    behind: int = 0  # another message may have been sent: then its number is higher than this one


class Inbox:
    """What is taken in survives the death of the process; of a handled update only the number is kept."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._taken = 0

    def belong_to(self, bot: int) -> None:
        """Forget the updates of any other bot: each bot's are numbered by themselves."""
        with self._connections.write() as connection:
            row = connection.execute("SELECT value FROM meta WHERE name = 'bot'").fetchone()
            if row is not None and row["value"] != bot:
                connection.execute("DELETE FROM inbox")
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('bot', ?)", (bot,))

    def take(self, updates: Iterable[Arrived]) -> list[int]:
        """Keep updates; returns the numbers that were not taken before, in order."""
        fresh = []
        with self._connections.write() as connection:
            for update in updates:
                cursor = connection.execute(
                    "INSERT OR IGNORE INTO inbox (update_id, person, body) VALUES (?, ?, ?)",
                    (update.number, update.person, update.body),
                )
                if cursor.rowcount > 0:
                    fresh.append(update.number)
            self._taken += len(fresh)
            if self._taken > REMEMBERED // 20:
                self._taken = 0
                connection.execute(
                    "DELETE FROM inbox WHERE body IS NULL AND update_id <"
                    " (SELECT update_id FROM inbox ORDER BY update_id DESC LIMIT 1 OFFSET ?)",
                    (REMEMBERED,),
                )
        return fresh

    def note_sending(self, number: int, behind: int) -> None:
        """Note, before a message is sent, the highest number that messages have so far."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE inbox SET behind = ? WHERE update_id = ? AND body IS NOT NULL", (behind, number)
            )

    def note_sent(self, number: int, messages: Sequence[int]) -> None:
        """Note all messages that were sent so far while an update is handled; none is on its way."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE inbox SET sent = ?, behind = 0 WHERE update_id = ? AND body IS NOT NULL",
                (to_json(list(messages)), number),
            )

    def tried(self, number: int) -> None:
        """Note that an update is handled once more; one that only waited in a run that ended was not."""
        with self._connections.write() as connection:
            connection.execute("UPDATE inbox SET attempts = attempts + 1 WHERE update_id = ?", (number,))

    def done(self, number: int) -> None:
        """Note that an update was handled."""
        with self._connections.write() as connection:
            connection.execute(f"UPDATE inbox SET {HANDLED} WHERE update_id = ?", (number,))  # noqa: S608

    def left_over(self) -> list[Unfinished]:
        """What an earlier run took in and did not finish, oldest first, but for what was tried too often."""
        with self._connections.write() as connection:
            connection.execute(
                f"UPDATE inbox SET {HANDLED} WHERE body IS NOT NULL AND attempts >= ?",  # noqa: S608
                (MOST_ATTEMPTS - 1,),
            )
            rows = connection.execute(
                "SELECT * FROM inbox WHERE body IS NOT NULL ORDER BY update_id"
            ).fetchall()
        return [
            Unfinished(
                row["body"],
                row["update_id"],
                tuple(json.loads(row["sent"])),
                tuple(json.loads(row["shown"])),
                row["behind"],
            )
            for row in rows
        ]
