"""Who may do what, how much they asked, and what chats have chosen; knows nothing of what a role allows."""

from typing import Literal, cast

from bot.models import Language
from bot.store.connection import Connections

Role = Literal["editor", "reader", "barred"]


class People:
    """Roles and invitations, chosen languages, questions counted by day."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def roles(self) -> dict[int, Role]:
        """Everyone who has a role."""
        return {row["person"]: row["role"] for row in self._connections.rows("SELECT * FROM people")}

    def set_role(self, person: int, role: Role, at: int) -> None:
        """Give a person a role instead of any before."""
        with self._connections.write() as connection:
            connection.execute(
                "INSERT INTO people VALUES (?, ?, ?) ON CONFLICT (person) DO UPDATE SET role = excluded.role",
                (person, role, at),
            )

    def invite(self, code: str, role: Role, at: int) -> None:
        """Keep an invitation, good for one person."""
        with self._connections.write() as connection:
            connection.execute("INSERT INTO invites VALUES (?, ?, ?)", (code, role, at))

    def redeem(self, code: str, person: int, at: int, oldest: int) -> Role | None:
        """Use up an invitation made at `oldest` or later; None without one, or when the person is barred."""
        with self._connections.write() as connection:
            connection.execute("DELETE FROM invites WHERE at < ?", (oldest,))
            barred = connection.execute(
                "SELECT 1 FROM people WHERE person = ? AND role = 'barred'", (person,)
            ).fetchone()
            if barred:
                return None
            row = connection.execute("DELETE FROM invites WHERE code = ? RETURNING role", (code,)).fetchone()
            if row is None:
                return None
            connection.execute(
                "INSERT INTO people VALUES (?, ?, ?) ON CONFLICT (person) DO UPDATE SET role = excluded.role",
                (person, row["role"], at),
            )
            return cast(Role, row["role"])

    def language(self, chat: int) -> Language | None:
        """What was chosen in a chat."""
        rows = self._connections.rows("SELECT language FROM chat_settings WHERE chat = ?", chat)
        return rows[0]["language"] if rows else None

    def set_language(self, chat: int, language: Language | None) -> None:
        """Choose for a chat; None leaves it to each person's own."""
        with self._connections.write() as connection:
            connection.execute("DELETE FROM chat_settings WHERE chat = ?", (chat,))
            if language is not None:
                connection.execute("INSERT INTO chat_settings VALUES (?, ?)", (chat, language))

    def asked(self, person: int, day: str) -> tuple[int, int]:
        """How many questions on a day (ISO date): of this person, and of everyone."""
        (row,) = self._connections.rows(
            "SELECT coalesce(sum(CASE WHEN person = ? THEN questions END), 0) AS own,"
            " coalesce(sum(questions), 0) AS everyone FROM usage WHERE day = ?",
            person,
            day,
        )
        return row["own"], row["everyone"]

    def count(self, person: int, day: str, questions: int) -> None:
        """Add to a person's questions of a day."""
        with self._connections.write() as connection:
            connection.execute(
                "INSERT INTO usage (day, person, questions) VALUES (?, ?, ?)"
                " ON CONFLICT (day, person) DO UPDATE SET questions = questions + excluded.questions",
                (day, person, questions),
            )

    def added(self, person: int, day: str) -> int:
        """How many things a person added to the library on a day."""
        rows = self._connections.rows("SELECT additions FROM usage WHERE day = ? AND person = ?", day, person)
        return rows[0]["additions"] if rows else 0

    def count_additions(self, person: int, day: str, additions: int) -> None:
        """Add to the things that a person added on a day."""
        with self._connections.write() as connection:
            connection.execute(
                "INSERT INTO usage (day, person, questions, additions) VALUES (?, ?, 0, ?)"
                " ON CONFLICT (day, person) DO UPDATE SET additions = additions + excluded.additions",
                (day, person, additions),
            )

    def active(self, day: str) -> int:
        """How many people asked on a day."""
        rows = self._connections.rows(
            "SELECT count(*) AS people FROM usage WHERE day = ? AND questions > 0", day
        )
        return int(rows[0]["people"])
