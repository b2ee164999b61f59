"""The use case: looks at the feeds that are due and takes in what they bring; knows neither HTTP nor SQL.

    due feeds  -> fetch -> read -> what is new is kept, with the state of the feed
    what waits -> fetch the page, unless the feed gives it all -> read, analyse -> store -> done

Fetching runs on threads, a few at one host; reading in processes; storing here, in the thread of the caller.
A process that is killed at any moment goes on where it was: an item waits in the store until its article
is stored, and storing an article twice changes nothing.
"""

import logging
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from bot.articles.weburl import host_of, shown
from bot.errors import InputError, PageMissing, UnsafeAddress, WhosaidError
from bot.ingest.fanout import FanOut
from bot.ingest.feedplan import (
    Held,
    Reading,
    after_failure,
    after_success,
    keys_of,
    new_entries,
    next_try,
)
from bot.ingest.getting import Clock, Getter, Trouble
from bot.models import Analysed, Failure, Outcome
from bot.store import Feed, KnownEntry, NewEntry, WaitingEntry

log = logging.getLogger(__name__)

_BATCH = 400  # items looked up at a time
_TOLD_EVERY = 20  # articles stored between two calls of `stored`


class FeedStore(Protocol):
    """What polling needs of the feeds of a store."""

    def due(self, now: int) -> list[Feed]: ...
    def known(self, feed_id: int) -> list[KnownEntry]: ...
    def record(self, feed: Feed, found: Sequence[NewEntry], named: Iterable[str], now: int) -> Feed: ...
    def waiting(self, now: int, limit: int) -> list[WaitingEntry]: ...
    def done(self, ids: Iterable[int]) -> None: ...
    def postpone(self, entry_id: int, tries: int, due: int, error: str) -> None: ...
    def give_up(self, entry_id: int, error: str) -> None: ...


class ArticleStore(Protocol):
    """What polling needs of the articles of a store."""

    def save(self, items: Sequence[Analysed]) -> list[Outcome]:
        """Store all items, or none; what became of each."""


class Library(Protocol):
    """What polling needs of a store."""

    @property
    def articles(self) -> ArticleStore: ...
    @property
    def feeds(self) -> FeedStore: ...


@dataclass(slots=True)
class PollReport:
    """What one round did."""

    looked: int = 0  # feeds
    unchanged: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    failed: list[Failure] = field(default_factory=list)  # feeds that failed, and items given up
    paused: list[Failure] = field(default_factory=list)  # of the feeds that failed, those now paused
    postponed: int = 0  # items that are tried again later


class Poller:
    """Keeps the feeds of one library; for one thread at a time."""

    def __init__(self, store: Library, getter: Getter, clock: Clock) -> None:
        self._store = store
        self._getter = getter
        self._clock = clock
        self._chance = random.Random().random  # noqa: S311 - nothing secret

    def poll(
        self, feeds: Sequence[Feed] | None = None, stored: Callable[[], None] = lambda: None
    ) -> PollReport:
        """One round over the given feeds, or those that are due, and over all items that wait and are due.

        `stored` is called after every few articles, for whoever follows the library. Raises StoreError.
        """
        report = PollReport()
        asked = self._store.feeds.due(self._now()) if feeds is None else feeds
        looks: FanOut[Feed, Reading | Trouble] = FanOut(self._getter.look, lambda feed: host_of(feed.url))
        for feed, reading in looks.run(asked):
            report.looked += 1
            if isinstance(reading, Reading):
                self._note(feed, reading, report)
            else:
                self._note_failure(feed, reading, report)
        while waiting := self._store.feeds.waiting(self._now(), _BATCH):
            self._take_in(waiting, report, stored)
        return report

    def _now(self) -> int:
        return int(self._clock().timestamp())

    def _note(self, feed: Feed, reading: Reading, report: PollReport) -> None:
        now, document = self._now(), reading.document
        report.unchanged += document is None
        found = new_entries(document, self._store.feeds.known(feed.id), now) if document else []
        state = after_success(feed, reading, found, now, self._chance())
        kept = self._store.feeds.record(state, found, keys_of(document) if document else (), now)
        if kept.paused:
            _tell_paused(Failure(feed.url, kept.error or ""), report)

    def _note_failure(self, feed: Feed, error: Trouble, report: PollReport) -> None:
        now = self._now()
        state = after_failure(feed, error, now, self._chance())
        self._store.feeds.record(state, (), (), now)
        if isinstance(error, Held):
            return
        failure = Failure(feed.url, str(error))
        report.failed.append(failure)
        if state.paused and not feed.paused:
            _tell_paused(failure, report)
        else:
            log.info("the feed %s failed: %s", shown(feed.url), error)

    def _take_in(
        self, waiting: Sequence[WaitingEntry], report: PollReport, stored: Callable[[], None]
    ) -> None:
        takes: FanOut[WaitingEntry, Analysed | Trouble] = FanOut(self._take, _host_of_entry)
        since = 0
        for entry, article in takes.run(waiting):
            if isinstance(article, Analysed):
                self._save(entry, article, report)
                since += 1
            else:
                self._postpone(entry, article, report)
            if since == _TOLD_EVERY:
                stored()
                since = 0
        if since:
            stored()

    def _take(self, waiting: WaitingEntry) -> Analysed | Trouble:
        return self._getter.article(waiting.entry, waiting.feed_url, _seen(waiting))

    def _save(self, waiting: WaitingEntry, article: Analysed, report: PollReport) -> None:
        try:
            report.outcomes.update(self._store.articles.save([article]))
        except InputError as error:
            self._give_up(waiting, error, report)
        else:
            self._store.feeds.done([waiting.id])

    def _postpone(self, waiting: WaitingEntry, error: Trouble, report: PollReport) -> None:
        """Try again later, or for the last time take what the feed itself gives of it, or give up.

        The words of a feed stand for a page that we are not let to, never for one that is lost or unsafe.
        """
        due = next_try(waiting, error, self._now(), self._chance())
        if due is not None:
            report.postponed += 1
            tries = waiting.tries + (not isinstance(error, Held))
            self._store.feeds.postpone(waiting.id, tries, due, str(error))
            return
        lost = isinstance(error, PageMissing | UnsafeAddress)
        article = None if lost else self._getter.summary(waiting.entry, waiting.feed_url, _seen(waiting))
        if article:
            self._save(waiting, article, report)
        else:
            self._give_up(waiting, error, report)

    def _give_up(self, waiting: WaitingEntry, error: WhosaidError | ValueError, report: PollReport) -> None:
        self._store.feeds.give_up(waiting.id, str(error))
        report.failed.append(Failure(waiting.entry.url or waiting.feed_url, str(error)))
        log.info("an article of %s is given up: %s", shown(waiting.feed_url), error)


def _tell_paused(feed: Failure, report: PollReport) -> None:
    """The one time that the operator is told; the state of the feed tells it from then on."""
    report.paused.append(feed)
    log.error("the feed %s is paused: %s", shown(feed.source), feed.error)


def _seen(waiting: WaitingEntry) -> datetime:
    return datetime.fromtimestamp(waiting.first_seen, UTC)


def _host_of_entry(waiting: WaitingEntry) -> str:
    return host_of(waiting.entry.url)
