"""Updates from before they are confirmed until they are handled, each once; it does not read them."""

from collections.abc import Mapping

from bot.store.connection import Connections

MOST_ATTEMPTS = 3  # an update that brought the program down so often is given up
REMEMBERED = 20_000  # numbers of handled updates; Telegram repeats an update within a day, if at all


class Inbox:
    """What is taken in survives the death of the process; of a handled update only the number is kept."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._taken = 0

    def take(self, updates: Mapping[int, str]) -> list[int]:
        """Keep updates (JSON by number); returns the numbers that were not taken before, in order."""
        fresh = []
        with self._connections.write() as connection:
            for number, body in updates.items():
                cursor = connection.execute("INSERT OR IGNORE INTO inbox VALUES (?, 0, ?)", (number, body))
                if cursor.rowcount > 0:
                    fresh.append(number)
            self._taken += len(fresh)
            if self._taken > REMEMBERED // 20:
                self._taken = 0
                connection.execute(
                    "DELETE FROM inbox WHERE body IS NULL AND update_id <"
                    " (SELECT update_id FROM inbox ORDER BY update_id DESC LIMIT 1 OFFSET ?)",
                    (REMEMBERED,),
                )
        return fresh

    def done(self, number: int) -> None:
        """Note that an update was handled."""
        with self._connections.write() as connection:
            connection.execute("UPDATE inbox SET body = NULL WHERE update_id = ?", (number,))

    def left_over(self) -> list[str]:
        """What an earlier run took in and did not finish, oldest first; each is given out so many times."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE inbox SET body = NULL WHERE body IS NOT NULL AND attempts >= ?", (MOST_ATTEMPTS - 1,)
            )
            connection.execute("UPDATE inbox SET attempts = attempts + 1 WHERE body IS NOT NULL")
            rows = connection.execute(
                "SELECT body FROM inbox WHERE body IS NOT NULL ORDER BY update_id"
            ).fetchall()
        return [row["body"] for row in rows]
