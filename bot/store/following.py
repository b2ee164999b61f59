"""What changed since a sequence number, for whoever keeps something derived; knows nothing of the index."""

from collections import defaultdict

from bot.models import Passage, Span
from bot.store.connection import Connections
from bot.store.rows import article_of, ids_json
from bot.store.values import Change

Spoken = tuple[Span, int]  # the context of a statement, and its speaker


def changes_since(connections: Connections, since: int, limit: int) -> list[Change]:
    """The next articles after a sequence number, each as it is now, in the order of their numbers."""
    with connections.snapshot():
        rows = connections.rows(
            "SELECT * FROM current_articles WHERE sequence > ? ORDER BY sequence LIMIT ?", since, limit
        )
        ids = ids_json(row["id"] for row in rows)
        passages = _passages(connections, ids)
        spoken = _spoken(connections, ids)
    return [
        Change(
            row["sequence"],
            article_of(row),
            tuple(passages.get(row["id"], ())),
            tuple(sorted(spoken.get(row["id"], ()))),
        )
        for row in rows
    ]


def _passages(connections: Connections, ids: str) -> dict[int, list[Passage]]:
    rows = connections.rows(
        "SELECT id, article_id, start, stop FROM current_passages"
        " WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY article_id, start, id",
        ids,
    )
    found: dict[int, list[Passage]] = defaultdict(list)
    for number, article_id, start, stop in rows:
        found[article_id].append(Passage(Span(start, stop), number, article_id))
    return found


def _spoken(connections: Connections, ids: str) -> dict[int, list[Spoken]]:
    rows = connections.rows(
        "SELECT article_id, start, stop, speaker_id FROM current_statements"
        " WHERE article_id IN (SELECT value FROM json_each(?)) AND speaker_id IS NOT NULL",
        ids,
    )
    found: dict[int, list[Spoken]] = defaultdict(list)
    for article_id, start, stop, speaker_id in rows:
        found[article_id].append((Span(start, stop), speaker_id))
    return found
