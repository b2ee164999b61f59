"""Which article a stored one is a reprint of: found by sketches, decided by the texts.

Runs inside the transaction that stores the article. Only originals have sketches, so that the cost of a
look-up does not grow with the reprints of a story.
"""

import sqlite3
from collections.abc import Sequence

from bot.articles.reprints import SHARED, is_reprint, sketch
from bot.store.rows import to_json

_MOST = 5  # originals that are compared word by word
_COMMON = 50  # originals that share a run of words: then it is a phrase of the trade and tells nothing
_ALIKE = """
    SELECT s.article_id FROM json_each(:hashes) AS wanted JOIN sketches AS s ON s.hash = wanted.value
    WHERE s.article_id <> :own
        AND (SELECT count(*) FROM (SELECT 1 FROM sketches WHERE hash = wanted.value LIMIT :common)) < :common
    GROUP BY s.article_id HAVING count(*) >= :shared ORDER BY count(*) DESC, s.article_id LIMIT :most
"""
_TEXT = "SELECT text FROM current_articles WHERE id = ?"


def note_origin(connection: sqlite3.Connection, article_id: int, text: str) -> None:
    """Store whether an article is a reprint; an original with reprints stays one, however it is rewritten."""
    hashes = sketch(text)
    origin = None if _has_reprints(connection, article_id) else _origin(connection, article_id, text, hashes)
    connection.execute("UPDATE articles SET origin_id = ? WHERE id = ?", (origin, article_id))
    connection.execute("DELETE FROM sketches WHERE article_id = ?", (article_id,))
    if origin is None:
        connection.executemany(
            "INSERT INTO sketches (hash, article_id) VALUES (?, ?)", [(one, article_id) for one in hashes]
        )


def _has_reprints(connection: sqlite3.Connection, article_id: int) -> bool:
    found = connection.execute("SELECT 1 FROM articles WHERE origin_id = ? LIMIT 1", (article_id,))
    return bool(found.fetchall())


def _origin(connection: sqlite3.Connection, article_id: int, text: str, hashes: Sequence[int]) -> int | None:
    bounds = {"common": _COMMON, "shared": SHARED, "most": _MOST}
    alike = connection.execute(_ALIKE, {"hashes": to_json(hashes), "own": article_id, **bounds}).fetchall()
    for row in alike:
        original = connection.execute(_TEXT, tuple(row)).fetchone()
        if is_reprint(text, original["text"]):
            return int(row["article_id"])
    return None
