"""Answers that were shown, for the buttons under them and for replies to them; knows nothing of Telegram."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from bot.models import Answer
from bot.store.connection import Connections
from bot.store.rows import ids_json

ANSWER = TypeAdapter(Answer)

_SELECT = """
    SELECT s.*, (SELECT json_group_array(message) FROM (
        SELECT message FROM shown_messages WHERE shown_id = s.id ORDER BY message)) AS messages
    FROM shown AS s WHERE
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as it was shown; `id` is 0 until it is kept, `turn` 0 when its conversation was forgotten."""

    chat: int
    person: int
    asked_in: int  # the message that asked
    talk: str  # the conversation, as turns are kept under it
    turn: int
    at: int  # seconds since the epoch
    answer: Answer
    id: int = 0
    messages: tuple[int, ...] = ()  # that it takes up, in order


class ShownAnswers:
    """Whoever asks must name the chat: what was shown in one is never found from another."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def keep(self, shown: Shown, update: int = 0, behind: int = 0) -> int:
        """Keep an answer that is about to be sent and return its id.

        Noted with the `update` that it was made for, if that is known; `behind` as `Inbox.note_sending`.
        """
        record = (shown.chat, shown.person, shown.asked_in, shown.talk, shown.turn, shown.at)
        answer = ANSWER.dump_json(shown.answer).decode()
        with self._connections.write() as connection:
            cursor = connection.execute(
                "INSERT INTO shown (chat, person, asked_in, talk, turn, at, answer)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*record, answer),
            )
            shown_id = int(cursor.lastrowid or 0)
            if update:
                connection.execute(
                    "UPDATE inbox SET shown = json_insert(shown, '$[#]', ?), behind = ?"
                    " WHERE update_id = ? AND body IS NOT NULL",
                    (shown_id, behind, update),
                )
            return shown_id

    def place(self, shown_id: int, chat: int, messages: Sequence[int]) -> None:
        """Note which messages an answer takes up, instead of those before."""
        with self._connections.write() as connection:
            connection.execute("DELETE FROM shown_messages WHERE shown_id = ?", (shown_id,))
            connection.executemany(
                "INSERT OR REPLACE INTO shown_messages (chat, message, shown_id) VALUES (?, ?, ?)",
                [(chat, message, shown_id) for message in messages],
            )

    def get(self, shown_id: int, chat: int) -> Shown | None:
        """An answer that was shown in this very chat."""
        return self._one("s.id = ? AND s.chat = ?", shown_id, chat)

    def in_message(self, chat: int, message: int) -> Shown | None:
        """The answer that a message of the bot shows."""
        where = "s.id = (SELECT shown_id FROM shown_messages WHERE chat = ? AND message = ?)"
        return self._one(where, chat, message)

    def to_question(self, chat: int, message: int) -> list[Shown]:
        """The answers to a message, in the order in which they were given."""
        rows = self._connections.rows(_SELECT + "s.chat = ? AND s.asked_in = ? ORDER BY s.id", chat, message)
        return [shown for row in rows if (shown := _shown(row)) is not None]

    def drop(self, ids: Sequence[int]) -> None:
        """Remove answers that others have taken the place of."""
        with self._connections.write() as connection:
            connection.execute(
                "DELETE FROM shown WHERE id IN (SELECT value FROM json_each(?))", (ids_json(ids),)
            )

    def _one(self, where: str, *parameters: int) -> Shown | None:
        rows = self._connections.rows(_SELECT + where, *parameters)
        return _shown(rows[0]) if rows else None


def _shown(row: sqlite3.Row) -> Shown | None:
    """None for what another version of the program kept: its buttons have then expired."""
    try:
        answer = ANSWER.validate_json(row["answer"])
    except ValidationError:
        return None
    head = (row["chat"], row["person"], row["asked_in"], row["talk"], row["turn"], row["at"])
    return Shown(*head, answer, row["id"], tuple(json.loads(row["messages"])))
