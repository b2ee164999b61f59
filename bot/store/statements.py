"""The ledger: statements by id, speaker, article or filter; knows nothing of how they were found."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from sqlite3 import Row

from bot.models import Article, Statement
from bot.store.articles import Articles
from bot.store.connection import Connections
from bot.store.rows import ids_json, statement_of
from bot.store.values import StatementFilter

_CHUNK = 500
EVERYTHING = StatementFilter()
# of what the index on speakers holds, so that no statement is read but those that are wanted
_OF_SPEAKER = """
    SELECT id, published_at, article_id, start FROM current_statements
    WHERE speaker_id = ? AND published_at >= ? AND published_at < ?
    ORDER BY published_at DESC, article_id DESC, start, id LIMIT ?
"""
_FILTERED = """
    SELECT id FROM current_statements WHERE published_at >= :since AND published_at < :until
        AND (:anyone OR speaker_id IN (SELECT value FROM json_each(:speakers)))
    ORDER BY id
"""
_FILTERED_OF_ARTICLE = """
    SELECT id FROM current_statements WHERE article_id = (SELECT id FROM articles WHERE url = :url)
        AND published_at >= :since AND published_at < :until
        AND (:anyone OR speaker_id IN (SELECT value FROM json_each(:speakers)))
    ORDER BY id
"""
_RETIRED = """
    SELECT s.*, a.text AS text_now FROM statements AS s JOIN current_articles AS a ON a.id = s.article_id
    WHERE NOT s.current AND s.published_at >= :since AND s.published_at < :until
        AND (:anyone OR s.speaker_id IN (SELECT value FROM json_each(:speakers)))
        AND (:url IS NULL OR a.url = :url)
    ORDER BY s.id
"""
_IN_PASSAGES = """
    SELECT s.* FROM json_each(:passages) AS wanted JOIN passages AS p ON p.id = wanted.value AND p.current
        JOIN statements AS s ON s.article_id = p.article_id AND s.version = p.version AND s.current
            AND s.start < p.stop AND s.stop > p.start
    WHERE :anyone OR s.speaker_id IN (SELECT value FROM json_each(:speakers))
    ORDER BY wanted.key, s.start, s.id
"""


class Statements:
    """The statements of current article versions."""

    def __init__(self, connections: Connections, articles: Articles) -> None:
        self._connections = connections
        self._articles = articles

    def get(self, ids: Iterable[int]) -> list[Statement]:
        """Statements in the order of `ids`; those gone with an older version are left out."""
        wanted = list(ids)
        rows = self._connections.rows(
            "SELECT * FROM current_statements WHERE id IN (SELECT value FROM json_each(?))", ids_json(wanted)
        )
        found = {row["id"]: statement_of(row) for row in rows}
        return [found[number] for number in wanted if number in found]

    def of_speakers(
        self, ids: Iterable[int], since: int | None = None, until: int | None = None, limit: int = 100
    ) -> list[Statement]:
        """What some speakers said, newest article first and in the order of the text within one.

        Moments are seconds since the epoch: `since` inclusive, `until` exclusive; see StatementFilter.
        """
        from_, until_or_all = _bounds(since, until)
        rows: list[Row] = []
        with self._connections.snapshot():
            # one query for each: the index then gives the newest without sorting all they ever said
            for speaker_id in dict.fromkeys(ids):
                rows += self._connections.rows(_OF_SPEAKER, speaker_id, from_, until_or_all, limit)
                if len(rows) > limit:
                    rows = sorted(rows, key=_newest_first)[:limit]
                    from_ = max(from_, rows[-1]["published_at"])
            return self.get(row["id"] for row in sorted(rows, key=_newest_first))

    def of_article(self, article_id: int) -> list[Statement]:
        """The statements of one article, in the order of its text."""
        rows = self._connections.rows(
            "SELECT * FROM current_statements WHERE article_id = ? ORDER BY start, id", article_id
        )
        return [statement_of(row) for row in rows]

    def in_passages(self, passage_ids: Sequence[int], speaker_ids: Collection[int] = ()) -> list[Statement]:
        """What is said in some passages, by anyone or by some speakers: in their order, then of the text."""
        rows = self._connections.rows(
            _IN_PASSAGES,
            passages=ids_json(passage_ids),
            anyone=not speaker_ids,
            speakers=ids_json(speaker_ids),
        )
        return [statement_of(row) for row in {row["id"]: row for row in rows}.values()]

    def all(self, wanted: StatementFilter = EVERYTHING) -> Iterator[tuple[Statement, Article]]:
        """Every statement that passes the filter, with its article, in the order of storing; in chunks."""
        since, until = _bounds(wanted.since, wanted.until)
        rows = self._connections.rows(
            _FILTERED if wanted.url is None else _FILTERED_OF_ARTICLE,
            since=since,
            until=until,
            anyone=not wanted.speaker_ids,
            speakers=ids_json(wanted.speaker_ids),
            url=wanted.url,
        )
        ids = [row["id"] for row in rows]
        for start in range(0, len(ids), _CHUNK):
            yield from self._joined(ids[start : start + _CHUNK])

    def retired(self, wanted: StatementFilter = EVERYTHING) -> Iterator[tuple[Statement, Article, str]]:
        """Statements of older versions that pass the filter, each with that version and the text of now."""
        since, until = _bounds(wanted.since, wanted.until)
        rows = self._connections.rows(
            _RETIRED,
            since=since,
            until=until,
            anyone=not wanted.speaker_ids,
            speakers=ids_json(wanted.speaker_ids),
            url=wanted.url,
        )
        for row in rows:
            version = self._articles.version(row["article_id"], row["version"])
            if version:
                yield statement_of(row), version, row["text_now"]

    def _joined(self, ids: list[int]) -> list[tuple[Statement, Article]]:
        with self._connections.snapshot():
            statements = self.get(ids)
            articles = self._articles.get({statement.article_id for statement in statements})
        return [(statement, articles[statement.article_id]) for statement in statements]


def _newest_first(row: Row) -> tuple[int, int, int, int]:
    return -row["published_at"], -row["article_id"], row["start"], row["id"]


def _bounds(since: int | None, until: int | None) -> tuple[int, int]:
    """Comparable bounds; an undated article counts as published at 0, so a `since` is at least 1."""
    return (-(2**62) if since is None else max(since, 1), 2**62 if until is None else until)
