"""Speakers with every form under which current statements name them; knows nothing of matching names."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby

from bot.models import Speaker, SpeakerKind
from bot.store.connection import Connections

_FORMS = """
    SELECT speaker_id, sort, form, statements FROM speaker_forms WHERE statements > 0
    ORDER BY speaker_id, statements DESC, first
"""


class Speakers:
    """Who speaks in the library: one speaker for each key of a resolved name."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def all(self) -> tuple[Speaker, ...]:
        """All speakers, in the order in which they were met; names, offices most frequent first."""
        rows = self._connections.rows(_FORMS)
        groups = groupby(rows, key=lambda row: int(row["speaker_id"]))
        return tuple(_speaker(speaker_id, list(forms)) for speaker_id, forms in groups)

    def revision(self) -> int:
        """A number that changes whenever `all()` may return something else."""
        revision: int = self._connections.rows("SELECT value FROM meta WHERE name = 'speakers'")[0][0]
        return revision


def _speaker(speaker_id: int, rows: list[sqlite3.Row]) -> Speaker:
    names = list(_forms(rows, "name"))
    kinds: list[SpeakerKind] = [row["form"] for row in rows if row["sort"] == "kind"]
    return Speaker(
        id=speaker_id,
        name=names[0],
        # one article that leaves it open does not outvote those that tell
        kind=next((kind for kind in kinds if kind != "unknown"), "unknown"),
        aliases=tuple(names[1:]),
        offices=tuple(_forms(rows, "office")),
        statements=sum(row["statements"] for row in rows if row["sort"] == "name"),
    )


def _forms(rows: list[sqlite3.Row], sort: str) -> Iterator[str]:
    return (row["form"] for row in rows if row["sort"] == sort)
