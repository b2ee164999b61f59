"""Stories: which articles tell the same event; how they are read, and how they follow the library.

Articles are placed when they are caught up with by their sequence number, as in the index, not in the
transaction that stores them: a library of an older version gets its stories, one defect in grouping costs no
article, and all articles of a run are counted before the first is placed, so that rare words are known.
"""

import sqlite3
from collections.abc import Callable, Sequence
from itertools import groupby

from bot.models import Article
from bot.store.comparing import Comparer
from bot.store.connection import Connections
from bot.store.counting import count_profile, forget_all
from bot.store.placing import LINKS, place
from bot.store.rows import article_of, ids_json
from bot.store.values import StoryNews, StoryRecord, Telling
from bot.stories.profile import PROFILE_VERSION, Profile
from bot.subscriptions.values import Window

_READ = 200  # articles read and counted in one transaction
_PLACED = 32  # articles placed in one transaction
_END = 2**62
_NEWS = """
    WITH new (id) AS (
        SELECT id FROM articles WHERE sequence > :after AND published_at < :until
            AND (published_at >= :since OR (published_at = 0 AND :after > 0))
    )
    SELECT s.story_id, s.article_id, s.published_at, coalesce(a.origin_id, a.id) AS origin,
        s.article_id IN (SELECT id FROM new) AS is_new
    FROM story_articles AS s JOIN articles AS a ON a.id = s.article_id
    WHERE s.published_at < :until AND s.story_id IN (
        SELECT story_id FROM story_articles WHERE article_id IN (SELECT id FROM new))
    ORDER BY s.story_id, s.published_at, s.article_id
"""
_PLACED_UP_TO = """
    SELECT min(
        (SELECT value FROM meta WHERE name = 'stories'),
        coalesce((
            SELECT min(a.sequence) - 1 FROM story_articles AS s JOIN articles AS a ON a.id = s.article_id
            WHERE s.story_id IS NULL), 9223372036854775807)) AS value
"""

Profiler = Callable[[Article], Profile]
Tell = Callable[[int, int], None]  # articles placed, articles to place


def _unwatched(_done: int, _of: int) -> None:
    """Nobody watches."""


class Stories:
    """The stories of a library."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def catch_up(self, profiler: Profiler, tell: Tell = _unwatched) -> None:
        """Give every new or rewritten article its place; what is done stays done when the process dies."""
        self._begin()
        while changed := self._changed():
            self._count([(row, profiler(article_of(row))) for row in changed])
        waiting, comparer = self._waiting(), Comparer()
        for start in range(0, len(waiting), _PLACED):
            tell(start, len(waiting))
            with self._connections.write() as connection:
                for article_id in waiting[start : start + _PLACED]:
                    place(connection, article_id, comparer)

    def between(self, since: int | None, until: int | None) -> list[StoryRecord]:
        """Stories told from `since` up to `until` (seconds since the epoch), the latest first.

        Of each, the articles published before `until`, in their order. Undated articles never match `since`
        and stay visible when only `until` is given, as in the ledger.
        """
        rows = self._connections.rows(
            "SELECT story_id, article_id, published_at FROM story_articles WHERE story_id IN"
            " (SELECT id FROM stories WHERE last >= ?) AND published_at < ?"
            " ORDER BY story_id, published_at, article_id",
            0 if since is None else max(1, since),
            _END if until is None else until,
        )
        found = [_record(story, list(members)) for story, members in groupby(rows, lambda row: row[0])]
        seen = [one for one in found if since is None or one.last >= since]
        return sorted(seen, key=lambda one: (-one.last, one.id))

    def news(self, window: Window) -> list[StoryNews]:
        """Stories with an article that is new in a window, in the order of their ids.

        An article without a date is new when it was stored after the window's sequence number; without
        such a number it never is.
        """
        rows = self._connections.rows(
            _NEWS, after=window.after, since=max(1, window.since), until=window.until
        )
        return [
            StoryNews(story, tuple(map(_telling, members)))
            for story, members in groupby(rows, lambda row: row["story_id"])
        ]

    def placed_up_to(self) -> int:
        """The sequence number up to which every article of the library has its place."""
        (row,) = self._connections.rows(_PLACED_UP_TO)
        return int(row["value"])

    def of(self, article_ids: Sequence[int]) -> dict[int, int]:
        """The story of each article; those that wait for a place are left out."""
        rows = self._connections.rows(
            "SELECT article_id, story_id FROM story_articles"
            " WHERE story_id IS NOT NULL AND article_id IN (SELECT value FROM json_each(?))",
            ids_json(article_ids),
        )
        return {row["article_id"]: row["story_id"] for row in rows}

    def articles(self, story_ids: Sequence[int], until: int | None = None) -> list[int]:
        """The articles of some stories published before `until`, in the order of publication."""
        rows = self._connections.rows(
            "SELECT article_id FROM story_articles"
            " WHERE story_id IN (SELECT value FROM json_each(?)) AND published_at < ?"
            " ORDER BY published_at, article_id",
            ids_json(story_ids),
            _END if until is None else until,
        )
        return [row["article_id"] for row in rows]

    def links(self, article_ids: Sequence[int]) -> dict[tuple[int, int], float]:
        """How surely each two of some articles tell one event, the smaller id first; others are no pairs."""
        rows = self._connections.rows(LINKS, ids=ids_json(article_ids))
        return {(row["one"], row["other"]): row["score"] for row in rows}

    def related(self, story_id: int, least: float) -> list[int]:
        """Other stories of the same matter: with a link of at least `least`, the surest first."""
        rows = self._connections.rows(
            "SELECT there.story_id AS id FROM story_articles AS here"
            " JOIN story_links AS link ON link.one = here.article_id"
            " JOIN story_articles AS there ON there.article_id = link.other"
            " WHERE here.story_id = :story AND there.story_id <> :story AND link.score >= :least"
            " GROUP BY there.story_id ORDER BY max(link.score) DESC, there.story_id",
            story=story_id,
            least=least,
        )
        return [row["id"] for row in rows]

    def _begin(self) -> None:
        """Forget stories that were made of profiles of another version."""
        (row,) = self._connections.rows("SELECT value FROM meta WHERE name = 'stories_version'")
        if row["value"] != PROFILE_VERSION:
            with self._connections.write() as connection:
                forget_all(connection, PROFILE_VERSION)

    def _changed(self) -> list[sqlite3.Row]:
        return self._connections.rows(
            "SELECT * FROM current_articles"
            " WHERE sequence > (SELECT value FROM meta WHERE name = 'stories') ORDER BY sequence LIMIT ?",
            _READ,
        )

    def _count(self, made: Sequence[tuple[sqlite3.Row, Profile]]) -> None:
        with self._connections.write() as connection:
            (done,) = connection.execute("SELECT value FROM meta WHERE name = 'stories'").fetchone()
            for row, profile in made:
                if row["sequence"] > done:  # else another process was quicker
                    count_profile(connection, row["id"], row["published_at"], profile)
            connection.execute(
                "UPDATE meta SET value = max(value, ?) WHERE name = 'stories'", (made[-1][0]["sequence"],)
            )

    def _waiting(self) -> list[int]:
        """Articles without a place, the oldest first, as they would have come."""
        rows = self._connections.rows(
            "SELECT article_id FROM story_articles WHERE story_id IS NULL ORDER BY published_at, article_id"
        )
        return [row["article_id"] for row in rows]


def _telling(row: sqlite3.Row) -> Telling:
    return Telling(row["article_id"], row["published_at"], row["origin"], bool(row["is_new"]))


def _record(story_id: int, rows: Sequence[sqlite3.Row]) -> StoryRecord:
    dated = [row["published_at"] for row in rows if row["published_at"]]
    articles = tuple(row["article_id"] for row in rows)
    return StoryRecord(story_id, articles, min(dated, default=0), max(dated, default=0))
