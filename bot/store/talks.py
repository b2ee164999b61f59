"""Which branch of a conversation is in use: a reply to an old answer goes on from there; knows no chats.

Turns stay where they are; a branch begins with copies of the last ones before it, so that whoever reads a
conversation need not know of branches.
"""

from bot.store.connection import Connections

COPIED = 4  # turns that a new branch begins with


class Talks:
    """Conversations by their key; what `Conversations` calls a conversation is a branch of one."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def current(self, key: str) -> str:
        """The branch in use."""
        rows = self._connections.rows("SELECT branch FROM talks WHERE key = ?", key)
        return _branch(key, rows[0]["branch"] if rows else 0)

    def last_turn(self, branch: str) -> int:
        """The id of the last turn; 0 when there is none."""
        rows = self._connections.rows("SELECT max(id) AS last FROM turns WHERE conversation = ?", branch)
        return rows[0]["last"] or 0

    def owned(self, key: str, person: int) -> str:
        """The branch in use; whose it is, is noted at the first question, for erasing it later."""
        rows = self._connections.rows("SELECT branch FROM talks WHERE key = ?", key)
        if rows:
            return _branch(key, rows[0]["branch"])
        with self._connections.write() as connection:
            connection.execute("INSERT OR IGNORE INTO talks VALUES (?, ?, 0)", (key, person))
        return self.current(key)

    def go_back(self, key: str, person: int, branch: str, turn: int, *, before: bool = False) -> str | None:
        """Go on from a turn of any branch (`before`: as if it had not been); None when it is gone."""
        with self._connections.write() as connection:
            found = connection.execute(
                "SELECT 1 FROM turns WHERE conversation = ? AND id = ?", (branch, turn)
            ).fetchone()
            if not found:
                return None
            (number,) = connection.execute(
                "INSERT INTO talks VALUES (?, ?, 1) ON CONFLICT (key) DO UPDATE SET branch = branch + 1"
                " RETURNING branch",
                (key, person),
            ).fetchone()
            connection.execute(
                "INSERT INTO turns (conversation, asked, question, answer, shown)"
                " SELECT ?, asked, question, answer, shown FROM (SELECT * FROM turns"
                " WHERE conversation = ? AND id <= ? ORDER BY id DESC LIMIT ?) ORDER BY id",
                (_branch(key, number), branch, turn - before, COPIED),
            )
        return _branch(key, number)

    def reset(self, key: str) -> None:
        """Forget a conversation with all its branches; what was shown of it stays readable."""
        with self._connections.write() as connection:
            mine = (key, f"{key}#*")
            connection.execute("DELETE FROM turns WHERE conversation = ? OR conversation GLOB ?", mine)
            # ids of turns may be given again
            connection.execute("UPDATE shown SET turn = 0 WHERE talk = ? OR talk GLOB ?", mine)


def _branch(key: str, number: int) -> str:
    return f"{key}#{number}" if number else key
