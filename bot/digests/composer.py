"""The use case: what a subscription is told of a window, best first; it knows neither people nor schedules.

Everything that many subscriptions share is made once: the news of a window, the register of their words, the
lines of a story. So the work grows with topics and articles, not with subscribers.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.answers.compose import numbered
from bot.answers.stories import most_central
from bot.digests.known import UNKNOWN, Known
from bot.digests.news import News, NewStory
from bot.digests.spoken import is_about, statement_items
from bot.digests.telling import LINES, Source, lines
from bot.ingest.grouping import group_stories
from bot.models import Article, Language, Statement
from bot.search.coverage import Word, asked_words
from bot.statements.directory import Directory
from bot.store import Store
from bot.stories.weights import RELATED
from bot.subscriptions.values import DigestItem, Scope, Window, article_mark
from bot.subscriptions.wording import scope_key

MOST = 20  # items of a digest: nobody reads more, and the rest is only counted
STATEMENTS = 200  # of a speaker, among which those of new articles and on the topic are looked for
WORDED = 3 * MOST  # of them that become lines: repeats fall away
FURTHER = 6  # lines of a story that a model may write from as well
TOLD_FROM = 8  # articles of a story that its lines are taken from
EARLIER = 10  # articles of a story, and of its matter, that tell what was known before
RELATED_STORIES = 5  # of one matter
OPENING = 3000  # characters of an article that tell what is known by it
WINDOWS = 4  # that are kept: daily, weekly, hourly and one asked for by hand

ORIGINS = 2.0  # independent reports: what many found worth telling
REPORTS = 0.5
RECENT = 1.0  # told just now against long ago
RECENT_HOURS = 24.0
IN_TITLE = 1.5  # the topic in a title
OWN_LANGUAGE = 3.0  # told in the reader's language; a foreign report needs several more sources to go before


class _Key(NamedTuple):
    window: Window
    story: int
    language: Language


class Composer:
    """Composes the digests of one library; for one thread at a time."""

    def __init__(self, store: Store, further: int = 0) -> None:
        """`further` lines of a story are found beside its three, for whoever words it."""
        self._store = store
        self._further = further
        self._news: dict[Window, News] = {}
        self._items: dict[_Key, DigestItem | None] = {}
        self._touching: dict[tuple[Window, str], frozenset[str]] = {}
        self._directory: tuple[int, Directory] | None = None

    def catch_up(self) -> int:
        """Give every article its story; the sequence number up to which articles can be told of."""
        group_stories(self._store)
        return self._store.stories.placed_up_to()

    def compose(self, scope: Scope, window: Window, language: Language) -> tuple[DigestItem, ...]:
        """The items of a scope in a window, best first, at most `MOST`; worded in the articles' own words.

        Lines are taken from articles in `language` where a story has any. A speaker's items are statements,
        the newest first.
        """
        news = self._news_of(window)
        if scope.kind == "speaker":
            return self._said(scope, news, language)
        words = asked_words(scope.value) if scope.kind == "topic" else ()
        found = _stories(scope, words, news)
        titled = news.titled(words) if words else frozenset[int]()

        def order(story: NewStory) -> tuple[float, int, int]:
            own = any(article.language == language for article in story.new)
            score = weight(story, window) + OWN_LANGUAGE * own + IN_TITLE * (story.id in titled)
            return -score, -story.newest, story.id

        return tuple(self._told(sorted(found, key=order), news, language))

    def touching(self, scope: Scope, window: Window) -> frozenset[str]:
        """Marks of the stories of a window that a scope is about, also when others are told first."""
        key = window, scope_key(scope)
        if key not in self._touching:
            news = self._news_of(window)
            if scope.kind == "speaker":
                ids = self._speakers().find(scope.value, "en").ids
                marks = [article_mark(article.id) for _, article in news.said_by(ids, STATEMENTS)]
            else:
                words = asked_words(scope.value) if scope.kind == "topic" else ()
                marks = [mark for story in _stories(scope, words, news) for mark in story.marks]
            self._touching[key] = frozenset(marks)
        return self._touching[key]

    def speaker_ids(self, name: str, language: Language) -> tuple[int, ...]:
        """Whom the library holds under a name; empty for nobody."""
        return self._speakers().find(name, language).ids

    def _told(self, ranked: Iterable[NewStory], news: News, language: Language) -> Iterable[DigestItem]:
        count = 0
        for story in ranked:
            item = self._item(story, news, language)
            if item is not None:
                yield item
                count += 1
            if count == MOST:
                return

    def _said(self, scope: Scope, news: News, language: Language) -> tuple[DigestItem, ...]:
        asked = self._speakers().find(scope.value, language)
        about = asked_words(scope.about)
        found = [
            (statement, article)
            for statement, article in news.said_by(asked.ids, STATEMENTS)
            if is_about(statement, article, about)
        ][:WORDED]
        before = news.said_before(asked.ids, WORDED) if found else []
        said, earlier = self._with_sources(found), self._with_sources(before)
        return statement_items(said, asked, language, earlier)[:MOST]

    def _with_sources(self, found: Iterable[tuple[Statement, Article]]) -> list[tuple[Statement, Source]]:
        held = list(found)
        sources = {one.article.id: one for one in self._sources({one.id: one for _, one in held}.values())}
        return [(statement, sources[article.id]) for statement, article in held]

    def _item(self, story: NewStory, news: News, language: Language) -> DigestItem | None:
        key = _Key(news.window, story.id, language)
        if key not in self._items:
            self._items[key] = self._compose_story(story, news, language)
        return self._items[key]

    def _compose_story(self, story: NewStory, news: News, language: Language) -> DigestItem | None:
        articles = self._best_first(story, language)[:TOLD_FROM]
        found = lines(self._sources(articles), self._known_before(story, news), self._further)
        if not found:
            return None
        claims, further = numbered(found[:LINES]), found[LINES:]
        counts = len(story.articles), story.origins
        return DigestItem("story", articles[0].title, claims, story.marks, *counts, further=further)

    def _best_first(self, story: NewStory, language: Language) -> list[Article]:
        """The new articles in the language, if any, by how much they agree with the others."""
        own = [article for article in story.new if article.language == language] or list(story.new)
        if len(own) == 1:
            return own
        return most_central(own, self._store.stories.links([article.id for article in story.new]))

    def _known_before(self, story: NewStory, news: News) -> Known:
        """What earlier articles of the story and of its matter tell, and earlier versions of the new ones."""
        related = self._store.stories.related(story.id, RELATED)[:RELATED_STORIES]
        near = self._store.stories.articles(related, news.window.until)
        matter = [number for number in near if number not in news.articles]
        numbers = {*story.earlier[-EARLIER:], *matter[-EARLIER:]}
        earlier = self._store.articles.get(numbers).values()
        versions = (
            self._store.articles.version(one.id, one.version - 1) for one in story.new if one.version > 1
        )
        held = [one for one in (*earlier, *versions) if one is not None]
        return UNKNOWN.and_texts(f"{one.title}\n{one.text[:OPENING]}" for one in held)

    def _sources(self, articles: Iterable[Article]) -> list[Source]:
        held = list(articles)
        passages = self._store.articles.spans_of([one.id for one in held])
        return [
            Source(one, passages.get(one.id, ()), self._store.statements.of_article(one.id)) for one in held
        ]

    def _news_of(self, window: Window) -> News:
        if window not in self._news:
            if len(self._news) == WINDOWS:
                oldest = next(iter(self._news))
                del self._news[oldest]
                self._items = {key: item for key, item in self._items.items() if key.window != oldest}
                self._touching = {key: marks for key, marks in self._touching.items() if key[0] != oldest}
            self._news[window] = News(self._store, window)
        return self._news[window]

    def _speakers(self) -> Directory:
        sequence = self._store.sequence()
        if self._directory is None or self._directory[0] != sequence:
            self._directory = (sequence, Directory(self._store.speakers))
        return self._directory[1]


def _stories(scope: Scope, words: Sequence[Word], news: News) -> list[NewStory]:
    if scope.kind == "topic":
        return news.about(words)
    if scope.kind == "source":
        return news.of_source(scope.value)
    return list(news.stories.values())


def weight(story: NewStory, window: Window) -> float:
    """How much a story matters to anybody: many independent reports, and new ones."""
    hours = max(0, window.until - story.newest) / 3600
    return (
        ORIGINS * math.log2(1 + story.origins)
        + REPORTS * math.log2(1 + len(story.articles))
        + RECENT * math.exp(-hours / RECENT_HOURS)
    )
