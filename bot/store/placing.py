"""Finds an article's place among the stories, inside a transaction of the caller.

The cost is bounded, however large the library: so many rare words are looked up, so many articles compared,
so many stories decided anew. What decides is in `bot.stories`.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.store.counting import refresh
from bot.store.rows import ids_json, to_json
from bot.stories.grouping import Pair, group, keep_names
from bot.stories.likeness import Rarity, likeness, number_term, weigh
from bot.stories.profile import Profile, from_json
from bot.stories.times import closeness, window
from bot.stories.weights import KEPT

_RARE = 60  # words of the article that are looked up, the rarest first
_EACH = 100  # articles found by one word, the latest
_COMPARED = 120  # articles that are compared in full
_REGION = 200  # articles whose stories are decided anew
_BY_WORD = """
    SELECT article_id FROM story_leads WHERE word = :word AND published_at BETWEEN :since AND :until
    ORDER BY published_at DESC, article_id DESC LIMIT :limit
"""
_MEMBERS = """
    SELECT article_id FROM story_articles WHERE story_id = :story
    ORDER BY abs(published_at - :moment), article_id DESC LIMIT :limit
"""
LINKS = """
    SELECT one, other, score FROM story_links WHERE one < other
    AND one IN (SELECT value FROM json_each(:ids)) AND other IN (SELECT value FROM json_each(:ids))
"""
_KIN = """
    SELECT id FROM articles WHERE id = (SELECT origin_id FROM articles WHERE id = :article)
    UNION SELECT id FROM (SELECT id FROM articles WHERE origin_id = :article ORDER BY id LIMIT :limit)
"""
_EVER = 2**62


def place(connection: sqlite3.Connection, article_id: int) -> None:
    """Compare an article with what may tell the same event, and decide the stories around it anew."""
    row = connection.execute("SELECT * FROM story_articles WHERE article_id = ?", (article_id,)).fetchone()
    if row is None or row["story_id"] is not None:
        return  # another process was quicker
    own, moment = from_json(row["profile"]), row["published_at"]
    scores = _compared(connection, article_id, moment, own)
    connection.executemany(
        "INSERT OR REPLACE INTO story_links (one, other, score) VALUES (?, ?, ?)",
        [pair for other, score in scores.items() for pair in _both_ways(article_id, other, score)],
    )
    _decide(connection, _region(connection, article_id, moment, _linked(connection, article_id)))


def _linked(connection: sqlite3.Connection, article_id: int) -> dict[int, float]:
    """Articles with their scores, also those that found this one when it still waited for its place."""
    rows = connection.execute("SELECT other, score FROM story_links WHERE one = ?", (article_id,)).fetchall()
    return {row["other"]: row["score"] for row in rows}


def _compared(connection: sqlite3.Connection, article_id: int, moment: int, own: Profile) -> dict[int, float]:
    """Articles that may tell the same event, each with how surely it does."""
    rarity = _rarity(connection, [own])
    kin = _kin(connection, article_id)
    candidates = [*_candidates(connection, article_id, moment, _rarest(own, rarity)), *kin]
    rows = connection.execute(
        "SELECT article_id, published_at, profile FROM story_articles"
        " WHERE article_id IN (SELECT value FROM json_each(?))",
        (ids_json(candidates),),
    ).fetchall()
    profiles = {row["article_id"]: from_json(row["profile"]) for row in rows}
    rarity = _rarity(connection, [own, *profiles.values()])
    mine = weigh(own, rarity)
    times = {row["article_id"]: closeness(moment, row["published_at"]) for row in rows}
    scores = {
        other: 1.0 if other in kin else likeness(mine, weigh(profile, rarity)) * times[other]
        for other, profile in profiles.items()
    }
    return {other: score for other, score in scores.items() if score >= KEPT}


def _kin(connection: sqlite3.Connection, article_id: int) -> set[int]:
    """The origin of a reprint and the reprints of an origin: one event without a doubt, on whatever day."""
    rows = connection.execute(_KIN, {"article": article_id, "limit": _COMPARED}).fetchall()
    return {row["id"] for row in rows}


def _rarity(connection: sqlite3.Connection, profiles: Iterable[Profile]) -> Rarity:
    words = {word for one in profiles for word in (*one.counts, *map(number_term, one.numbers))}
    rows = connection.execute(
        "SELECT word, articles FROM story_words WHERE word IN (SELECT value FROM json_each(?))",
        (to_json(sorted(words)),),
    ).fetchall()
    (articles,) = connection.execute("SELECT value FROM meta WHERE name = 'stories_counted'").fetchone()
    return Rarity(dict(map(tuple, rows)), articles)


def _rarest(own: Profile, rarity: Rarity) -> dict[str, float]:
    """The words that are looked up, with what a match counts; those of no other article find nothing."""
    known = [word for word in own.counts if rarity.count(word) > 1]
    ordered = sorted(known, key=lambda word: (-rarity(word), word))
    return {word: rarity(word) ** 2 for word in ordered[:_RARE]}


def _candidates(
    connection: sqlite3.Connection, article_id: int, moment: int, words: Mapping[str, float]
) -> list[int]:
    """Articles whose leads share the rarest words, the most alike first."""
    since, until = window(moment) if moment else (0, _EVER)
    periods = [(since, until), (0, 0)] if moment else [(since, until)]  # undated ones may be of any time
    found: dict[int, float] = defaultdict(float)
    for word, weight in words.items():
        for start, end in periods:
            bounds = {"word": word, "since": start, "until": end, "limit": _EACH}
            for (other,) in connection.execute(_BY_WORD, bounds).fetchall():
                found[other] += weight
    found.pop(article_id, None)
    return sorted(found, key=lambda other: (-found[other], other))[:_COMPARED]


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
    links: dict[Pair, float] = {(row["one"], row["other"]): row["score"] for row in rows}
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
