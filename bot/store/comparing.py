"""Finds the articles that may tell the event of one, and how surely they do, inside a caller's transaction.

The cost is bounded, however large the library: so many rare words are looked up, so many articles compared.
What decides is in `bot.stories`.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.store.rows import ids_json, to_json
from bot.stories.likeness import Rarity, Weighed, likeness, number_term, weigh
from bot.stories.profile import Profile, from_json
from bot.stories.times import closeness, window
from bot.stories.weights import KEPT

_RARE = 60  # words of the article that are looked up, the rarest first
_EACH = 100  # articles found by one word, the latest
_COMPARED = 120  # articles that are compared in full
_BY_WORD = """
    SELECT article_id FROM story_leads WHERE word = :word AND published_at BETWEEN :since AND :until
    ORDER BY published_at DESC, article_id DESC LIMIT :limit
"""
_KIN = """
    SELECT id FROM articles WHERE id = (SELECT origin_id FROM articles WHERE id = :article)
    UNION SELECT id FROM (SELECT id FROM articles WHERE origin_id = :article ORDER BY id LIMIT :limit)
"""
_COUNTED = """
    SELECT value FROM meta WHERE name IN ('stories', 'stories_counted', 'stories_version') ORDER BY name
"""
_EVER = 2**62
_ARTICLES_HELD = 1000  # weighed, some 20 kB each
_WORDS_HELD = 200_000


class Comparer:
    """Compares articles one after the other; what it has read of others it holds while no count changes.

    The articles of a run have much the same neighbours, so most of these are read and weighed once.
    """

    def __init__(self) -> None:
        self._counted: list[int] = []
        self._forget([])

    def scores(
        self, connection: sqlite3.Connection, article_id: int, moment: int, own: Profile
    ) -> dict[int, float]:
        """Articles that may tell the same event, each with how surely it does."""
        counted = [value for (value,) in connection.execute(_COUNTED).fetchall()]
        if counted != self._counted or len(self._counts) > _WORDS_HELD:
            self._forget(counted)
        self._learn(connection, [own])
        kin = _kin(connection, article_id)
        candidates = [*_candidates(connection, article_id, moment, _rarest(own, self._rarity)), *kin]
        mine = weigh(own, self._rarity)
        scores = {
            other: 1.0 if other in kin else likeness(mine, weighed) * closeness(moment, published)
            for other, (published, weighed) in self._read(connection, candidates).items()
        }
        return {other: score for other, score in scores.items() if score >= KEPT}

    def _forget(self, counted: list[int]) -> None:
        """Begin anew at other counts; the second of them is the number of articles."""
        self._counted = counted
        self._counts: dict[str, int] = {}
        self._rarity = Rarity(self._counts, counted[1] if counted else 0)
        self._held: dict[int, tuple[int, Weighed]] = {}  # by article: when it was published, what it weighs

    def _read(
        self, connection: sqlite3.Connection, articles: Iterable[int]
    ) -> dict[int, tuple[int, Weighed]]:
        """Articles with their moments and weights; those without a profile are left out."""
        wanted = dict.fromkeys(articles)
        rows = connection.execute(
            "SELECT article_id, published_at, profile FROM story_articles"
            " WHERE article_id IN (SELECT value FROM json_each(?))",
            (ids_json(one for one in wanted if one not in self._held),),
        ).fetchall()
        profiles = [from_json(row["profile"]) for row in rows]
        self._learn(connection, profiles)
        for row, profile in zip(rows, profiles, strict=True):
            self._held[row["article_id"]] = row["published_at"], weigh(profile, self._rarity)
        found = {one: self._held[one] for one in wanted if one in self._held}
        while len(self._held) > _ARTICLES_HELD:
            del self._held[next(iter(self._held))]
        return found

    def _learn(self, connection: sqlite3.Connection, profiles: Iterable[Profile]) -> None:
        """Read how often the words and numbers of profiles occur."""
        words = {word for one in profiles for word in (*one.counts, *map(number_term, one.numbers))}
        fresh = words - self._counts.keys()
        rows = connection.execute(
            "SELECT word, articles FROM story_words WHERE word IN (SELECT value FROM json_each(?))",
            (to_json(sorted(fresh)),),
        ).fetchall()
        self._counts.update(dict.fromkeys(fresh, 0))
        self._counts.update(map(tuple, rows))


def _kin(connection: sqlite3.Connection, article_id: int) -> set[int]:
    """The origin of a reprint and the reprints of an origin: one event without a doubt, on whatever day."""
    rows = connection.execute(_KIN, {"article": article_id, "limit": _COMPARED}).fetchall()
    return {row["id"] for row in rows}


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
