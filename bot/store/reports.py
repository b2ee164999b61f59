"""Citations that readers called wrong, for the operator; knows nothing of how they are shown."""

from dataclasses import dataclass

from pydantic import ValidationError

from bot.models import Answer
from bot.store.connection import Connections
from bot.store.shown import ANSWER, Shown


@dataclass(frozen=True, slots=True)
class Report:
    """One citation of one answer; moments in seconds since the epoch."""

    id: int
    at: int
    asked: int
    number: int
    answer: Answer


class Reports:
    """Each person can report each citation once."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, shown: Shown, number: int, person: int, at: int) -> bool:
        """Keep a report; False when this person has made it before."""
        answer = ANSWER.dump_json(shown.answer).decode()
        with self._connections.write() as connection:
            cursor = connection.execute(
                "INSERT OR IGNORE INTO reports (person, shown_id, number, at, asked, answer)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (person, shown.id, number, at, shown.at, answer),
            )
            return cursor.rowcount > 0

    def all(self) -> list[Report]:
        """Every report, oldest first, without who made it."""
        found = []
        for row in self._connections.rows("SELECT * FROM reports ORDER BY id"):
            try:
                answer = ANSWER.validate_json(row["answer"])
            except ValidationError:
                continue  # of another version of the program
            found.append(Report(row["id"], row["at"], row["asked"], row["number"], answer))
        return found
