"""What changed since a sequence number, for whoever keeps something derived; knows nothing of the index."""

from itertools import groupby

from bot.models import Passage, Statement
from bot.store.connection import Connections
from bot.store.rows import article_of, ids_json, passage_of, statement_of
from bot.store.values import Change

Said = tuple[Statement, int]  # with its speaker, 0 when unknown


def changes_since(connections: Connections, since: int, limit: int) -> list[Change]:
    """The next articles after a sequence number, each as it is now, in the order of their numbers."""
    with connections.snapshot():
        rows = connections.rows(
            "SELECT * FROM current_articles WHERE sequence > ? ORDER BY sequence LIMIT ?", since, limit
        )
        ids = ids_json(row["id"] for row in rows)
        passages = _passages(connections, ids)
        statements = _statements(connections, ids)
    return [
        Change(
            row["sequence"],
            article_of(row),
            tuple(passages.get(row["id"], ())),
            tuple(statement for statement, _ in statements.get(row["id"], ())),
            tuple(speaker_id for _, speaker_id in statements.get(row["id"], ())),
        )
        for row in rows
    ]


def _passages(connections: Connections, ids: str) -> dict[int, list[Passage]]:
    rows = connections.rows(
        "SELECT * FROM current_passages WHERE article_id IN (SELECT value FROM json_each(?))"
        " ORDER BY article_id, start, id",
        ids,
    )
    groups = groupby(map(passage_of, rows), key=lambda passage: passage.article_id)
    return {article_id: list(group) for article_id, group in groups}


def _statements(connections: Connections, ids: str) -> dict[int, list[Said]]:
    rows = connections.rows(
        "SELECT * FROM current_statements WHERE article_id IN (SELECT value FROM json_each(?))"
        " ORDER BY article_id, start, id",
        ids,
    )
    said = ((statement_of(row), row["speaker_id"] or 0) for row in rows)
    groups = groupby(said, key=lambda pair: pair[0].article_id)
    return {article_id: list(group) for article_id, group in groups}
