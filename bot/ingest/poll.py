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

from bot.articles.entries import Entry, FeedDocument
from bot.articles.taking import has_full_text
from bot.articles.weburl import host_of, shown
from bot.errors import FetchError, InputError, RetryLater, UnsafeAddress, WhosaidError
from bot.ingest.fanout import FanOut
from bot.ingest.feedplan import Held, Reading, after_failure, after_success, keys_of, new_entries, next_try
from bot.models import Analysed, Failure, Outcome
from bot.sources import Fetched, Validators
from bot.store import Feed, KnownEntry, NewEntry, WaitingEntry

log = logging.getLogger(__name__)

_BATCH = 400  # items looked up at a time
_TOLD_EVERY = 20  # articles stored between two calls of `stored`

Trouble = FetchError | ValueError
Clock = Callable[[], datetime]


class Fetches(Protocol):
    """What fetches; usable from several threads."""

    def fetch(self, url: str, known: Validators = ...) -> Fetched:
        """The response for a url; raises FetchError."""


class Reads(Protocol):
    """What reads feeds and pages; each raises ValueError. Usable from several threads."""

    def feed(self, data: bytes, url: str) -> FeedDocument:
        """The document of a feed."""

    def page(self, data: bytes, url: str, entry: Entry, seen: datetime) -> Analysed:
        """The article of a page."""

    def entry(self, entry: Entry, home: str, seen: datetime) -> Analysed:
        """The article that a feed gives itself."""


class FeedStore(Protocol):
    """What polling needs of the feeds of a store."""

    def due(self, now: int) -> list[Feed]: ...
    def known(self, feed_id: int) -> list[KnownEntry]: ...
    def record(self, feed: Feed, found: Sequence[NewEntry], named: Iterable[str], now: int) -> None: ...
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

    def __init__(self, store: Library, fetcher: Fetches, reader: Reads, clock: Clock) -> None:
        self._store = store
        self._fetcher = fetcher
        self._reader = reader
        self._clock = clock
        self._chance = random.Random()  # noqa: S311 - nothing secret
        self._held: dict[str, int] = {}  # hosts that asked us to wait, and until when

    def poll(
        self, feeds: Sequence[Feed] | None = None, stored: Callable[[], None] = lambda: None
    ) -> PollReport:
        """One round over the given feeds, or those that are due, and over all items that wait and are due.

        `stored` is called after every few articles, for whoever follows the library. Raises StoreError.
        """
        report = PollReport()
        asked = self._store.feeds.due(self._now()) if feeds is None else feeds
        looks: FanOut[Feed, Reading | Trouble] = FanOut(self._look, lambda feed: host_of(feed.url))
        for feed, reading in looks.run(asked):
            self._note(feed, reading, report)
        while waiting := self._store.feeds.waiting(self._now(), _BATCH):
            self._take_in(waiting, report, stored)
        return report

    def _now(self) -> int:
        return int(self._clock().timestamp())

    def _look(self, feed: Feed) -> Reading | Trouble:
        """Fetch a feed and read it; in a thread."""
        try:
            self._obey(feed.url)
            fetched = self._fetcher.fetch(feed.url, Validators(feed.etag, feed.modified))
            if fetched.unchanged:
                return Reading(fetched)
            return Reading(fetched, self._whole(self._reader.feed(fetched.body, fetched.url)))
        except (FetchError, ValueError) as error:
            self._remember(feed.url, error)
            return error

    def _whole(self, document: FeedDocument) -> FeedDocument:
        """The document itself, or all parts of one that only lists others."""
        if not document.parts:
            return document
        parts = [self._fetcher.fetch(url) for url in document.parts]
        read = [self._reader.feed(part.body, part.url) for part in parts]
        entries = tuple(entry for part in read for entry in part.entries)
        return FeedDocument(next((part.title for part in read if part.title), ""), entries=entries)

    def _note(self, feed: Feed, reading: Reading | Trouble, report: PollReport) -> None:
        report.looked += 1
        now = self._now()
        if not isinstance(reading, Reading):
            self._note_failure(after_failure(feed, reading, now, self._chance.random()), report, now)
            return
        document = reading.document
        report.unchanged += document is None
        found = new_entries(document, self._store.feeds.known(feed.id), now) if document else []
        state = after_success(feed, reading, found, now, self._chance.random())
        self._store.feeds.record(state, found, keys_of(document) if document else (), now)

    def _note_failure(self, state: Feed, report: PollReport, now: int) -> None:
        self._store.feeds.record(state, (), (), now)
        if state.failures == 0:
            return  # it was not asked at all
        failure = Failure(state.url, state.error or "")
        report.failed.append(failure)
        if state.paused:
            report.paused.append(failure)
            log.error("the feed %s is paused: %s", shown(state.url), state.error)
        else:
            log.info("the feed %s failed: %s", shown(state.url), state.error)

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
        """The article of an item; in a thread."""
        entry, seen = waiting.entry, datetime.fromtimestamp(waiting.first_seen, UTC)
        try:
            if not entry.url or has_full_text(entry):
                return self._reader.entry(entry, waiting.feed_url, seen)
            self._obey(entry.url)
            page = self._fetcher.fetch(entry.url)
            return self._reader.page(page.body, page.url, entry, seen)
        except (FetchError, ValueError) as error:
            self._remember(entry.url, error)
            return error

    def _obey(self, url: str) -> None:
        """Raise what a host said that asked us to wait, without asking it again."""
        left = self._held.get(host_of(url), 0) - self._now()
        if left > 0:
            raise Held("the server asked us to wait", left)

    def _remember(self, url: str, error: Trouble) -> None:
        if isinstance(error, RetryLater) and error.seconds:
            self._held[host_of(url)] = self._now() + error.seconds

    def _save(self, waiting: WaitingEntry, article: Analysed, report: PollReport) -> None:
        try:
            report.outcomes.update(self._store.articles.save([article]))
        except InputError as error:
            self._give_up(waiting, error, report)
        else:
            self._store.feeds.done([waiting.id])

    def _postpone(self, waiting: WaitingEntry, error: Trouble, report: PollReport) -> None:
        tries = waiting.tries + (not isinstance(error, Held))
        due = next_try(waiting, error, self._now(), self._chance.random())
        if due is not None:
            report.postponed += 1
            self._store.feeds.postpone(waiting.id, tries, due, str(error))
        elif not self._kept_as_summary(waiting, error, report):
            self._give_up(waiting, error, report)

    def _kept_as_summary(self, waiting: WaitingEntry, error: Trouble, report: PollReport) -> bool:
        """Whether the feed's own words were stored for a page that we are not let to; never for one lost."""
        if isinstance(error, UnsafeAddress) or (isinstance(error, FetchError) and error.retry_helps):
            return False
        seen = datetime.fromtimestamp(waiting.first_seen, UTC)
        try:
            article = self._reader.entry(waiting.entry, waiting.feed_url, seen)
        except ValueError:
            return False
        self._save(waiting, article, report)
        return True

    def _give_up(self, waiting: WaitingEntry, error: WhosaidError | ValueError, report: PollReport) -> None:
        self._store.feeds.give_up(waiting.id, str(error))
        report.failed.append(Failure(waiting.entry.url or waiting.feed_url, str(error)))
        log.info("an article of %s is given up: %s", shown(waiting.feed_url), error)


def _host_of_entry(waiting: WaitingEntry) -> str:
    return host_of(waiting.entry.url)
