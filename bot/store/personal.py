"""A person's data: erasing it, giving it out, and what is too old; knows nothing of who may ask for that."""

import json
from typing import Any

from bot.store.connection import Connections
from bot.store.inbox import HANDLED
from bot.store.outbox import drop_orphans

_FOLLOWED = """SELECT kind, value, about, language, recurrence, minute, weekday, zone, quiet_start, quiet_end,
    when_empty, next_due, looked FROM placed_subscriptions WHERE chat = ? ORDER BY id"""
_MUTED = """SELECT mark FROM muted JOIN places ON places.id = muted.place_id WHERE chat = ? ORDER BY mark"""
_DISLIKED = """SELECT title, names FROM disliked JOIN places ON places.id = disliked.place_id WHERE chat = ?
    ORDER BY disliked.id"""
_TIMES = """SELECT thread, zone, quiet_start, quiet_end FROM places WHERE chat = ? AND zone IS NOT NULL"""
_SENT = """SELECT made, state, ended, (SELECT json_group_array(json(i.payload)) FROM edition_items AS e
        JOIN items AS i ON i.id = e.item_id WHERE e.edition_id = d.edition_id AND e.shown) AS items
    FROM placed_deliveries AS d WHERE chat = ? ORDER BY id"""

_CALLED = "SELECT at, task, tokens_in, tokens_out FROM model_calls WHERE chat = ? ORDER BY id"


class PersonalData:
    """All that the database holds of one person: talks, answers, reports, digests, counts, settings."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def erase(self, person: int) -> None:
        """Remove everything but the role, which says who may use the bot and is the operator's."""
        with self._connections.write() as connection:
            own = self._conversations(person)
            # what others called wrong in answers to this person holds this person's question
            connection.execute(
                "DELETE FROM reports WHERE shown_id IN (SELECT id FROM shown WHERE person = ?)", (person,)
            )
            connection.execute(f"UPDATE inbox SET {HANDLED} WHERE person = ?", (person,))  # noqa: S608
            connection.executemany("DELETE FROM turns WHERE conversation = ?", [(key,) for key in own])
            for table in ("shown", "talks", "reports", "usage"):
                connection.execute(f"DELETE FROM {table} WHERE person = ?", (person,))  # noqa: S608
            # what was used stays in the sums, but nobody can tell by whom
            connection.executemany("UPDATE model_calls SET chat = '' WHERE chat = ?", [(key,) for key in own])
            connection.execute("DELETE FROM chat_settings WHERE chat = ?", (person,))
            # with it go its subscriptions and what it was sent; what a group follows is the group's
            connection.execute("DELETE FROM places WHERE chat = ?", (_chat(person),))
            drop_orphans(connection)

    def export(self, person: int) -> dict[str, Any]:
        """Everything, as JSON would hold it."""
        own = self._conversations(person)
        return {
            "person": person,
            "role": self._column("SELECT role FROM people WHERE person = ?", person),
            "language": self._column("SELECT language FROM chat_settings WHERE chat = ?", person),
            "use_by_day": self._rows(
                "SELECT day, questions, additions FROM usage WHERE person = ? ORDER BY day", person
            ),
            "conversations": [turn for key in own for turn in self._turns(key)],
            "answers_shown": [
                {**row, "answer": json.loads(row["answer"])}
                for row in self._rows(
                    "SELECT chat, at, answer FROM shown WHERE person = ? ORDER BY id", person
                )
            ],
            "wrong_citations": [
                {**row, "answer": json.loads(row["answer"])}
                for row in self._rows(
                    "SELECT at, asked, number, answer FROM reports WHERE person = ? ORDER BY id", person
                )
            ],
            "model_calls": [call for key in own for call in self._rows(_CALLED, key)],
            "subscriptions": self._rows(_FOLLOWED, _chat(person)),
            "muted": [row["mark"] for row in self._rows(_MUTED, _chat(person))],
            "disliked": [
                {**row, "names": json.loads(row["names"])} for row in self._rows(_DISLIKED, _chat(person))
            ],
            "times": self._rows(_TIMES, _chat(person)),
            "digests_sent": [
                {**row, "items": json.loads(row["items"])} for row in self._rows(_SENT, _chat(person))
            ],
            "not_answered_yet": [
                json.loads(row["body"])
                for row in self._rows(
                    "SELECT body FROM inbox WHERE person = ? AND body IS NOT NULL ORDER BY update_id", person
                )
            ],
        }

    def prune(self, before: int, day: str) -> int:
        """Remove what was said, shown and reported before a moment (seconds; its ISO date in UTC).

        Returns how many answers.
        """
        with self._connections.write() as connection:
            connection.execute("DELETE FROM turns WHERE unixepoch(asked) < ?", (before,))
            connection.execute("DELETE FROM usage WHERE day < ?", (day,))
            connection.execute("UPDATE model_calls SET chat = '' WHERE at < ? AND chat != ''", (before,))
            connection.execute("DELETE FROM reports WHERE asked < ?", (before,))
            connection.execute("DELETE FROM deliveries WHERE ended < ?", (before,))
            drop_orphans(connection)
            return connection.execute("DELETE FROM shown WHERE at < ?", (before,)).rowcount

    def _conversations(self, person: int) -> list[str]:
        rows = self._connections.rows("SELECT key, branch FROM talks WHERE person = ?", person)
        numbered = [(row["key"], number) for row in rows for number in range(row["branch"] + 1)]
        return [f"{key}#{number}" if number else key for key, number in numbered]

    def _turns(self, key: str) -> list[dict[str, Any]]:
        rows = self._rows(
            "SELECT conversation, asked, question, answer FROM turns WHERE conversation = ? ORDER BY id", key
        )
        return [
            {**row, "question": json.loads(row["question"]), "answer": json.loads(row["answer"])}
            for row in rows
        ]

    def _column(self, sql: str, person: int) -> str | None:
        rows = self._connections.rows(sql, person)
        return rows[0][0] if rows else None

    def _rows(self, sql: str, parameter: int | str) -> list[dict[str, Any]]:
        return [dict(row) for row in self._connections.rows(sql, parameter)]


def _chat(person: int) -> str:
    """The key of a person's private chat, which has the number of the person."""
    return f"telegram:{person}"
