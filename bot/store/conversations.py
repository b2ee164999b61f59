"""Conversations: the turns that follow-up questions look back to; knows nothing of chats or of Telegram."""

import json
import sqlite3
from datetime import datetime
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from bot.models import Answer, Question, Turn
from bot.store.connection import Connections
from bot.store.rows import to_json

_QUESTION = TypeAdapter(Question)
_ANSWER = TypeAdapter(Answer)
_REMEMBERED = 1000  # turns: reading the JSON of eight takes a third of an answer's time


class Conversations:
    """Turns by the key of their conversation."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, key: str, turn: Turn) -> int:
        """Append a turn and return its id; `key` is the caller's, as "telegram:12345"."""
        record = (
            key,
            turn.asked.isoformat(),
            _QUESTION.dump_json(turn.question).decode(),
            _ANSWER.dump_json(turn.answer).decode(),
            to_json(turn.shown),
        )
        with self._connections.write() as connection:
            cursor = connection.execute(
                "INSERT INTO turns (conversation, asked, question, answer, shown) VALUES (?, ?, ?, ?, ?)",
                record,
            )
            return int(cursor.lastrowid or 0)

    def recent(self, key: str, limit: int = 10) -> list[Turn]:
        """The last turns of a conversation, oldest first."""
        rows = self._connections.rows(
            "SELECT * FROM turns WHERE conversation = ? ORDER BY id DESC LIMIT ?",
            key,
            limit,
        )
        turns = [_turn(row) for row in reversed(rows)]
        return [turn for turn in turns if turn is not None]

    def question(self, key: str, turn: int) -> Question | None:
        """What was asked in a turn of a conversation; None when it is gone."""
        rows = self._connections.rows("SELECT * FROM turns WHERE conversation = ? AND id = ?", key, turn)
        found = _turn(rows[0]) if rows else None
        return found.question if found else None

    def reset(self, key: str) -> None:
        """Forget a conversation."""
        with self._connections.write() as connection:
            connection.execute("DELETE FROM turns WHERE conversation = ?", (key,))


@lru_cache(_REMEMBERED)  # rows are equal when all that is in them is
def _turn(row: sqlite3.Row) -> Turn | None:
    """None for a turn kept by another version of the program: a lost follow-up beats a failing chat."""
    try:
        question = _QUESTION.validate_json(row["question"])
        answer = _ANSWER.validate_json(row["answer"])
    except ValidationError:
        return None
    return Turn(question, answer, datetime.fromisoformat(row["asked"]), tuple(json.loads(row["shown"])))
