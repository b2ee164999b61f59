"""The library as questions see it: statements, passages and articles visible at a moment, found fast.

A facade over store and index that keeps the index up to date; it knows nothing of questions and answers.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from bot.answers.kept import Kept
from bot.answers.meaning import Near, nothing_near
from bot.answers.moments import since, until, visible
from bot.errors import SearchIndexError
from bot.index import SearchIndex
from bot.language.lemmas import forget_indexed, lemmas
from bot.language.names import word_keys
from bot.language.script import fold
from bot.models import Article, Hit, Passage, Period, SearchDocument, SearchQuery, Span, Statement
from bot.search.coverage import asked_words
from bot.search.documents import documents
from bot.search.fusion import chosen, fused, united
from bot.search.query import terms
from bot.search.rank import Candidate, exact_order, first_order, thin_out
from bot.search.weights import (
    EXACT_HITS,
    INDEX_HITS,
    PASSAGES_FURTHER,
    PASSAGES_IN_DEPTH,
    PASSAGES_PER_ARTICLE,
)
from bot.statements.directory import Directory
from bot.store import Overview, Store

# Articles made ready for the index at a time. Made one by one while tantivy takes them in, both take a
# quarter more of CPU: each needs the caches of the processor for itself.
READ = 2000
COMMITTED = 20_000  # articles indexed in one go: tantivy merges what small commits leave, at a quarter more
STATEMENTS_NEWEST = 200  # statements of a speaker that are looked at without a topic
SPOKEN_HITS = 100  # passages in which statements on a topic are looked for
FEWEST = 3  # passages from which on it shows whether a word is a name
LARGE = 20_000  # passages from which on a country's share of them tells where the library is at home
AT_HOME = 0.04  # of 142,000 passages of American papers "US" is in 0.049, "Russia" and "Ukraine" in 0.025
ARTICLES_KEPT = 400  # texts kept in memory, some 20 MB: what one question looks at
ORDERS_KEPT = 4  # a refusal looks once more for what the answer was looked for by

Ranked = tuple[Passage, Article, float]
Ordered = tuple[list[Candidate], dict[int, Passage]]  # with the passages by their ids


class Share(NamedTuple):
    """How many passages are wanted, in all and of one article."""

    limit: int
    per_article: int
    further: int  # of one article, beyond the first places


def unwatched(_done: int, _of: int) -> None:
    """Nobody watches."""


class Library:
    """What is held and visible; for one thread at a time."""

    def __init__(self, store: Store, index: SearchIndex, near: Near = nothing_near) -> None:
        self._store = store
        self.stories = store.stories
        self._near = near
        self._index = index
        self._sequence = -1
        self._articles = Kept(store.articles.get, ARTICLES_KEPT)
        self._readable = Kept(store.articles.spans_of, ARTICLES_KEPT)
        self._directory: tuple[int, Directory] | None = None
        self._spokespersons: dict[str, tuple[int, ...]] = {}
        self._orders: dict[tuple[str, datetime, Period | None], Ordered] = {}

    def catch_up(self, watch: Callable[[int, int], None] = unwatched) -> None:
        """Bring the index to where the store is; what another process is just doing is left to it."""
        indexed = self._index.sequence()
        target = self._store.sequence()
        if indexed > target:
            self._index.clear()  # the database is older than the index was made from: a restored backup
        if target != self._sequence:
            self._articles.clear()
            self._readable.clear()
            self._orders.clear()
            self._sequence = target
        first = done = self._index.sequence()
        while done < target and self._take_in(done, target, watch):
            done = self._index.sequence()
        if done - first > READ:
            forget_indexed()

    def _take_in(self, done: int, target: int, watch: Callable[[int, int], None]) -> bool:
        """What changed after `done`, a commit's worth of it; False when another process writes.

        Then the search goes on with what is there.
        """
        last = min(done + COMMITTED, target)
        try:
            self._index.apply(self._changed(done, last, lambda now: watch(now, target)), last)
        except SearchIndexError:
            return False
        return True

    def _changed(
        self, done: int, last: int, tell: Callable[[int], None]
    ) -> Iterator[tuple[int, list[SearchDocument]]]:
        """Articles with numbers after `done` up to `last`; one that changes meanwhile gets a later number."""
        while done < last:
            tell(done)
            changes = self._store.changes(done, READ)
            yield from [
                (found.article.id, documents(found.article, found.passages, found.spoken))
                for found in changes
                if found.sequence <= last
            ]
            done = changes[-1].sequence if changes else last

    def directory(self) -> Directory:
        """The speakers of the library, made anew only when they changed."""
        revision = self._store.speakers.revision()
        if self._directory is None or self._directory[0] != revision:
            self._spokespersons = {}
            self._directory = (revision, Directory(self._store.speakers, self._written_large))
        return self._directory[1]

    def _written_large(self, word: str) -> float | None:
        """In what share of the passages that have a word it is a name; None where there are too few."""
        spelled = self._index.count(lemmas(fold(word)))  # of names, too; small words such as "is" have none
        if spelled < FEWEST:
            return None
        return self._index.count(f"@{key}" for key in word_keys(word.capitalize())) / spelled

    def is_at_home(self, forms: Iterable[str]) -> bool:
        """Whether a country is named so often that articles take it for granted."""
        passages = self._index.size()
        return passages >= LARGE and self._index.count(forms) >= AT_HOME * passages

    def spokespersons(self, body: str) -> tuple[int, ...]:
        """The speakers who speak for a country or body by their office."""
        directory = self.directory()
        if body not in self._spokespersons:
            words = [sorted(word.forms) for word in asked_words(body)]
            self._spokespersons[body] = directory.spokespersons(words)
        return self._spokespersons[body]

    def articles(self, ids: Iterable[int]) -> dict[int, Article]:
        """Articles by id; those lately asked for are still at hand."""
        return self._articles.get(ids)

    def reprints(self, article_ids: Iterable[int], now: datetime) -> dict[int, int]:
        """How many other articles visible at `now` carry the text of each; those without are left out."""
        return self._store.articles.reprints(article_ids, until(None, now))

    def origins(self, article_ids: Iterable[int]) -> dict[int, int]:
        """The article that each is a reprint of; each that is none is its own."""
        return self._store.articles.origins(article_ids)

    def newest_articles(self, now: datetime, period: Period | None, limit: int) -> list[Article]:
        """The newest dated articles of a period, newest first."""
        ids = self._store.articles.newest(since(period) or 1, until(period, now), limit)
        articles = self.articles(ids)
        return [articles[number] for number in ids if number in articles]

    def overview(self, now: datetime) -> Overview:
        """How many articles and sources are visible at `now`, and of which days."""
        return self._store.articles.extent(until(None, now))

    def newest_statements(
        self, speaker_ids: Collection[int], now: datetime, since_: int | None, until_: int | None
    ) -> list[Statement]:
        """The newest statements of any of the speakers, newest first."""
        if not speaker_ids:
            return []
        bound = until(None, now) if until_ is None else min(until_, until(None, now))
        return self._store.statements.of_speakers(list(speaker_ids), since_, bound, STATEMENTS_NEWEST)

    def statements_about(
        self, words: str, now: datetime, speaker_ids: Sequence[int] = (), period: Period | None = None
    ) -> list[Statement]:
        """Statements in the passages that the index finds for some words, best passage first."""
        hits = self._search(words, now, tuple(speaker_ids), period, SPOKEN_HITS)
        return self._store.statements.in_passages([hit.id for hit in hits], speaker_ids)

    def statements_of(self, article_id: int) -> list[Statement]:
        """The statements of one article, in the order of its text."""
        return sorted(self._store.statements.of_article(article_id), key=lambda found: found.context)

    def readable(self, article_ids: Iterable[int]) -> dict[int, tuple[Span, ...]]:
        """The spans of each article that are worth reading: its passages, without boilerplate."""
        return self._readable.get(article_ids)

    def _search(
        self,
        words: str,
        now: datetime,
        speaker_ids: tuple[int, ...],
        period: Period | None,
        limit: int,
    ) -> list[Hit]:
        wanted = terms(words)
        if not wanted:
            return []
        query = SearchQuery(
            wanted,
            speaker_ids,
            since(period),
            until(period, now),
            limit,
        )
        return self._index.search(query)

    def passages(
        self, words: str, now: datetime, period: Period | None = None, limit: int = 10
    ) -> list[Ranked]:
        """Ranked passages with their articles and scores, best first, at most a few of an article."""
        return self._ranked(words, now, period, Share(limit, PASSAGES_PER_ARTICLE, PASSAGES_FURTHER))

    def passages_in_depth(self, words: str, now: datetime, period: Period | None, limit: int) -> list[Ranked]:
        """The same with more of each article, where the answer may stand in any part of it."""
        return self._ranked(words, now, period, Share(limit, PASSAGES_IN_DEPTH, PASSAGES_IN_DEPTH))

    def _ranked(self, words: str, now: datetime, period: Period | None, room: Share) -> list[Ranked]:
        asked = (words, now, period)
        if asked not in self._orders:
            if len(self._orders) >= ORDERS_KEPT:
                self._orders.clear()
            self._orders[asked] = self._ordered(*asked)
        ordered, spans = self._orders[asked]
        best = thin_out(ordered, *room)
        articles = self.articles(one.article_id for one in best)
        return [(spans[one.id], articles[one.article_id], one.score) for one in best]

    def _ordered(self, words: str, now: datetime, period: Period | None) -> Ordered:
        hits = self._search(words, now, (), period, INDEX_HITS)
        near = self._near(words, since(period), until(period, now))
        first = chosen(first_order(united(hits, near), int(now.timestamp())), near, EXACT_HITS)
        spans = self._store.articles.passages([found.id for found in first])
        articles = self.articles(one.article_id for one in first)
        filled = [
            _filled(one, articles[one.article_id], spans[one.id])
            for one in first
            if one.id in spans and visible(articles[one.article_id], now)
        ]
        return fused(exact_order(filled, asked_words(words)), hits, near), spans


def _filled(candidate: Candidate, article: Article, passage: Passage) -> Candidate:
    text = article.text[passage.span.start : passage.span.end]
    return replace(candidate, title=article.title, text=text)
