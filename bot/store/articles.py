"""Articles and their passages: saving, looking up, counting; knows nothing of how they were analysed."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.errors import InputError
from bot.models import Analysed, Article, Outcome, Passage, Span
from bot.store.connection import Connections
from bot.store.decide import Known, decide
from bot.store.rows import article_of, ids_json, passage_of
from bot.store.saving import look_up, write_article
from bot.store.values import Overview

_TOP_SPEAKERS = 10


class Articles:
    """The articles of a library; every query sees the current versions only, unless it says otherwise."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._overview: tuple[tuple[int, int], Overview] | None = None  # with sequence and bound

    def known(self, url: str, fingerprint: str) -> Known | None:
        """What is stored under an address and a fingerprint; `decide` tells what that means."""
        with self._connections.snapshot():
            return look_up(self._connections.get(), url, fingerprint)

    def save(self, items: Sequence[Analysed]) -> list[Outcome]:
        """Store all items in one transaction, in order, or none of them; what became of each."""
        with self._connections.write() as connection:
            (sequence,) = connection.execute("SELECT value FROM meta WHERE name = 'sequence'").fetchone()
            outcomes: list[Outcome] = []
            for item in items:
                outcomes.append(_save_one(connection, item, sequence + 1))
                sequence += outcomes[-1] in {"added", "updated"}
            connection.execute("UPDATE meta SET value = ? WHERE name = 'sequence'", (sequence,))
        return outcomes

    def get(self, ids: Iterable[int]) -> dict[int, Article]:
        """Articles by id; ids that the library does not hold are left out."""
        rows = self._connections.rows(
            "SELECT * FROM current_articles WHERE id IN (SELECT value FROM json_each(?))", ids_json(ids)
        )
        return {row["id"]: article_of(row) for row in rows}

    def reprints(self, ids: Iterable[int], until: int) -> dict[int, int]:
        """How many other articles published before `until` carry the text of each; those without left out."""
        rows = self._connections.rows(_REPRINTS, ids=ids_json(ids), until=until)
        return {row["id"]: row["others"] for row in rows}

    def origins(self, ids: Iterable[int]) -> dict[int, int]:
        """The article that each is a reprint of; each that is none is its own."""
        rows = self._connections.rows(
            "SELECT id, coalesce(origin_id, id) AS origin FROM articles"
            " WHERE id IN (SELECT value FROM json_each(?))",
            ids_json(ids),
        )
        return {row["id"]: row["origin"] for row in rows}

    def newest(self, since: int, until: int, limit: int) -> list[int]:
        """Ids of articles published from `since` up to `until` (seconds since the epoch), newest first."""
        rows = self._connections.rows(
            "SELECT id FROM articles WHERE published_at >= ? AND published_at < ?"
            " ORDER BY published_at DESC, id DESC LIMIT ?",
            since,
            until,
            limit,
        )
        return [row["id"] for row in rows]

    def extent(self, until: int) -> Overview:
        """As `overview`, without counting statements and speakers, which takes its time in a big library."""
        (counts,) = self._connections.rows(_COUNTS, until=until)
        return Overview(**dict(counts), statements=0, speakers=0)

    def version(self, article_id: int, version: int) -> Article | None:
        """An article as it once was, for opening what was cited from it."""
        rows = self._connections.rows(
            "SELECT v.*, a.id, a.url FROM article_versions AS v JOIN articles AS a ON a.id = v.article_id"
            " WHERE v.article_id = ? AND v.version = ?",
            article_id,
            version,
        )
        return article_of(rows[0]) if rows else None

    def by_url(self, url: str) -> Article | None:
        """The article at an address."""
        rows = self._connections.rows("SELECT * FROM current_articles WHERE url = ?", url)
        return article_of(rows[0]) if rows else None

    def passages(self, ids: Iterable[int]) -> dict[int, Passage]:
        """Passages by id; those of older versions are left out."""
        rows = self._connections.rows(
            "SELECT * FROM current_passages WHERE id IN (SELECT value FROM json_each(?))", ids_json(ids)
        )
        return {row["id"]: passage_of(row) for row in rows}

    def spans_of(self, article_ids: Iterable[int]) -> dict[int, tuple[Span, ...]]:
        """The passages of some articles, in the order of the text."""
        rows = self._connections.rows(
            "SELECT article_id, start, stop FROM current_passages"
            " WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY article_id, start, id",
            ids_json(article_ids),
        )
        found: dict[int, list[Span]] = defaultdict(list)
        for article_id, start, stop in rows:
            found[article_id].append(Span(start, stop))
        return {article_id: tuple(spans) for article_id, spans in found.items()}

    def has_source(self, name: str) -> bool:
        """Whether articles of a source are held whose name begins so, whatever the case."""
        wanted = name.casefold().strip()
        rows = self._connections.rows("SELECT DISTINCT source FROM articles WHERE source IS NOT NULL")
        return any(wanted and row["source"].casefold().startswith(wanted) for row in rows)

    def count(self, until: int | None = None) -> int:
        """How many articles were published before `until` (seconds since the epoch) or are undated."""
        if until is None:
            found = self._connections.rows("SELECT count(*) FROM articles")
        else:
            found = self._connections.rows("SELECT count(*) FROM articles WHERE published_at < ?", until)
        count: int = found[0][0]
        return count

    def overview(self, until: int | None = None) -> Overview:
        """What the library holds that was published before `until` (seconds since the epoch)."""
        with self._connections.snapshot():
            state = self._connections.rows(_STATE)[0]
            bound = _END_OF_TIME if until is None or until > state["newest"] else until
            key = (state["sequence"], bound)
            # counting visits every statement, and most questions are asked when nothing newer exists
            kept = self._overview
            if kept is None or kept[0] != key:
                kept = self._overview = (key, self._count_all(bound))
            return kept[1]

    def _count_all(self, until: int) -> Overview:
        (counts,) = self._connections.rows(_COUNTS, until=until)
        said = self._connections.rows(_STATEMENTS_OF_SPEAKERS, until=until)
        top = [row for row in said if row["speaker_id"] is not None]
        return Overview(
            **dict(counts),
            statements=sum(row["statements"] for row in said),
            speakers=len(top),
            top_speakers=tuple(
                (self._speaker_name(row["speaker_id"]), row["statements"]) for row in top[:_TOP_SPEAKERS]
            ),
            top_ids=tuple(row["speaker_id"] for row in top[:_TOP_SPEAKERS]),
        )

    def _speaker_name(self, speaker_id: int) -> str:
        name: str = self._connections.rows(_NAME_OF_SPEAKER, speaker_id)[0]["form"]
        return name


def _save_one(connection: sqlite3.Connection, item: Analysed, sequence: int) -> Outcome:
    try:
        decision = decide(look_up(connection, item.draft.url, item.fingerprint))
        if decision.outcome in {"added", "updated"}:
            write_article(connection, item, decision, sequence)
    except UnicodeEncodeError as error:
        place = item.draft.url.encode(errors="replace").decode()
        raise InputError("the text holds half of a character, which no file can keep", place) from error
    return decision.outcome


_END_OF_TIME = 2**62
_REPRINTS = """
    SELECT a.id, count(*) AS others
    FROM articles AS a JOIN articles AS o
        ON (o.origin_id = coalesce(a.origin_id, a.id) OR o.id = a.origin_id) AND o.id <> a.id
    WHERE a.id IN (SELECT value FROM json_each(:ids)) AND o.published_at < :until
    GROUP BY a.id
"""
_STATE = """
    SELECT value AS sequence, (SELECT coalesce(max(published_at), 0) FROM articles) AS newest
    FROM meta WHERE name = 'sequence'
"""
_COUNTS = """
    -- from one source to the next: there are few, and many articles of each
    WITH RECURSIVE every_source (source) AS (
        SELECT min(source) FROM articles
        UNION ALL
        SELECT (SELECT min(source) FROM articles AS a WHERE a.source > s.source)
        FROM every_source AS s WHERE s.source IS NOT NULL
    )
    SELECT
        -- hardly any are newer, and counting all takes a moment only
        (SELECT count(*) FROM articles) - (SELECT count(*) FROM articles WHERE published_at >= :until)
            AS articles,
        (SELECT count(*) FROM every_source AS s WHERE EXISTS (
            SELECT 1 FROM articles WHERE source = s.source AND published_at < :until)) AS sources,
        (SELECT published FROM current_articles WHERE published_at < :until AND published_at <> 0
            ORDER BY published_at LIMIT 1) AS first,
        (SELECT published FROM current_articles WHERE published_at < :until AND published_at <> 0
            ORDER BY published_at DESC LIMIT 1) AS last
"""
_STATEMENTS_OF_SPEAKERS = """
    SELECT speaker_id, count(*) AS statements FROM current_statements WHERE published_at < :until
    GROUP BY speaker_id ORDER BY statements DESC, speaker_id
"""
_NAME_OF_SPEAKER = """
    SELECT form FROM speaker_forms WHERE speaker_id = ? AND sort = 'name' AND statements > 0
    ORDER BY statements DESC, first LIMIT 1
"""
