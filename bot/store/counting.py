"""Counts the words of articles for their stories, and takes back what a rewritten one had; decides nothing.

Everything here runs inside a transaction of the caller.
"""

import sqlite3
from collections.abc import Iterator

from bot.stories.likeness import number_term
from bot.stories.profile import PROFILE_VERSION, Profile, from_json, to_json


def count_profile(
    connection: sqlite3.Connection, article_id: int, published_at: int, profile: Profile
) -> None:
    """Take an article in; from now on it waits for its place."""
    _take_back(connection, article_id)
    connection.executemany(
        "INSERT INTO story_words (word, articles) VALUES (?, 1)"
        " ON CONFLICT (word) DO UPDATE SET articles = articles + 1",
        [(word,) for word in _counted(profile)],
    )
    connection.executemany(
        "INSERT INTO story_leads (word, published_at, article_id) VALUES (?, ?, ?)",
        [(word, published_at, article_id) for word in profile.lead],
    )
    connection.execute(
        "INSERT INTO story_articles (article_id, story_id, published_at, profile) VALUES (?, NULL, ?, ?)",
        (article_id, published_at, to_json(profile)),
    )
    connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'stories_counted'")


def take_in(connection: sqlite3.Connection, article_id: int, published_at: int, told: str, at: int) -> None:
    """Count an article while it is stored under the sequence number `at`, if all before it are counted.

    `told` is its profile as JSON. An article that finds others waiting waits with them.
    """
    if at == 1:
        forget_all(connection, PROFILE_VERSION)  # an empty library begins with profiles of this version
    if _is_counted(connection, at - 1):
        count_profile(connection, article_id, published_at, from_json(told))
        connection.execute("UPDATE meta SET value = ? WHERE name = 'stories'", (at,))


def _is_counted(connection: sqlite3.Connection, sequence: int) -> bool:
    """Whether every article up to a sequence number is counted, by profiles of this version."""
    rows = connection.execute(
        "SELECT value FROM meta WHERE name IN ('stories', 'stories_version') ORDER BY name"
    )
    return [tuple(row) for row in rows] == [(sequence,), (PROFILE_VERSION,)]


def forget_all(connection: sqlite3.Connection, version: int) -> None:
    """Begin anew with profiles of another version; the numbers of stories are not given again."""
    for table in ("story_links", "story_leads", "story_words", "story_articles", "stories"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    connection.execute("UPDATE meta SET value = 0 WHERE name IN ('stories', 'stories_counted')")
    connection.execute("UPDATE meta SET value = ? WHERE name = 'stories_version'", (version,))


def refresh(connection: sqlite3.Connection, story_id: int) -> None:
    """Bring what a story says of its articles up to date; one without any is gone."""
    articles, first, last = connection.execute(
        "SELECT count(*), coalesce(min(nullif(published_at, 0)), 0), coalesce(max(published_at), 0)"
        " FROM story_articles WHERE story_id = ?",
        (story_id,),
    ).fetchone()
    if articles:
        connection.execute(
            "UPDATE stories SET articles = ?, first = ?, last = ? WHERE id = ?",
            (articles, first, last, story_id),
        )
    else:
        connection.execute("DELETE FROM stories WHERE id = ?", (story_id,))


def _take_back(connection: sqlite3.Connection, article_id: int) -> None:
    """As if the article had never come."""
    row = connection.execute("SELECT * FROM story_articles WHERE article_id = ?", (article_id,)).fetchone()
    if row is None:
        return
    profile = from_json(row["profile"])
    words = [(word,) for word in _counted(profile)]
    connection.executemany("UPDATE story_words SET articles = articles - 1 WHERE word = ?", words)
    connection.executemany("DELETE FROM story_words WHERE word = ? AND articles = 0", words)
    connection.executemany(
        "DELETE FROM story_leads WHERE (word, published_at, article_id) = (?, ?, ?)",
        [(word, row["published_at"], article_id) for word in profile.lead],
    )
    others = connection.execute("SELECT other FROM story_links WHERE one = ?", (article_id,)).fetchall()
    connection.executemany(
        "DELETE FROM story_links WHERE (one, other) IN (VALUES (?, ?), (?, ?))",
        [(article_id, other, other, article_id) for (other,) in others],
    )
    connection.execute("DELETE FROM story_articles WHERE article_id = ?", (article_id,))
    connection.execute("UPDATE meta SET value = value - 1 WHERE name = 'stories_counted'")
    if row["story_id"] is not None:
        refresh(connection, row["story_id"])


def _counted(profile: Profile) -> Iterator[str]:
    """The words and numbers of a profile, each once."""
    yield from profile.counts
    yield from map(number_term, profile.numbers)
