"""Finds an article's place among the stories, inside a transaction of the caller.

The cost is bounded, however large the library: so many stories around it are decided anew. What decides is in
`bot.stories`.
"""

import sqlite3
from collections.abc import Mapping

from bot.store.comparing import Comparer
from bot.store.counting import refresh
from bot.store.rows import ids_json
from bot.stories.grouping import Pair, group, keep_names
from bot.stories.profile import from_json

_REGION = 200  # articles whose stories are decided anew
_MEMBERS = """
    SELECT article_id FROM story_articles WHERE story_id = :story
    ORDER BY abs(published_at - :moment), article_id DESC LIMIT :limit
"""
LINKS = """
    SELECT one, other, score FROM story_links WHERE one < other
    AND one IN (SELECT value FROM json_each(:ids)) AND +other IN (SELECT value FROM json_each(:ids))
"""


def place(connection: sqlite3.Connection, article_id: int, comparer: Comparer) -> None:
    """Compare an article with what may tell the same event, and decide the stories around it anew."""
    row = connection.execute("SELECT * FROM story_articles WHERE article_id = ?", (article_id,)).fetchone()
    if row is None or row["story_id"] is not None:
        return  # another process was quicker
    own, moment = from_json(row["profile"]), row["published_at"]
    scores = comparer.scores(connection, article_id, moment, own)
    connection.executemany(
        "INSERT OR REPLACE INTO story_links (one, other, score) VALUES (?, ?, ?)",
        [pair for other, score in scores.items() for pair in _both_ways(article_id, other, score)],
    )
    _decide(connection, _region(connection, article_id, moment, _linked(connection, article_id)))


def _linked(connection: sqlite3.Connection, article_id: int) -> dict[int, float]:
    """Articles with their scores, also those that found this one when it still waited for its place."""
    rows = connection.execute("SELECT other, score FROM story_links WHERE one = ?", (article_id,)).fetchall()
    return {row["other"]: row["score"] for row in rows}


def _both_ways(one: int, other: int, score: float) -> list[tuple[int, int, float]]:
    return [(one, other, score), (other, one, score)]


def _region(
    connection: sqlite3.Connection, article_id: int, moment: int, scores: Mapping[int, float]
) -> dict[int, int | None]:
    """The articles to decide anew, with the story of each: those of the nearest stories, and the new one."""
    region: dict[int, int | None] = {article_id: None}
    for other in sorted(scores, key=lambda other: (-scores[other], other)):
        (story,) = connection.execute(
            "SELECT story_id FROM story_articles WHERE article_id = ?", (other,)
        ).fetchone()
        if other in region or story is None or len(region) >= _REGION:
            continue
        bounds = {"story": story, "moment": moment, "limit": _REGION - len(region)}
        region |= {row["article_id"]: story for row in connection.execute(_MEMBERS, bounds).fetchall()}
    return region


def _decide(connection: sqlite3.Connection, region: Mapping[int, int | None]) -> None:
    """Group the articles of a region, and store what changed."""
    rows = connection.execute(LINKS, {"ids": ids_json(region)}).fetchall()
    links: dict[Pair, float] = {(one, other): score for one, other, score in rows}
    before = {article: story for article, story in region.items() if story is not None}
    touched = set()
    for members, name in keep_names(group(region, links), before):
        story = name if name is not None else _new_story(connection)
        moved = [article for article in members if region[article] != story]
        connection.executemany(
            "UPDATE story_articles SET story_id = ? WHERE article_id = ?",
            [(story, article) for article in moved],
        )
        touched |= {story, *(before[article] for article in moved if article in before)} if moved else set()
    for story in sorted(touched):
        refresh(connection, story)


def _new_story(connection: sqlite3.Connection) -> int:
    cursor = connection.execute("INSERT INTO stories (articles, first, last) VALUES (0, 0, 0)")
    assert cursor.lastrowid is not None
    return cursor.lastrowid
