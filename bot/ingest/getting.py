"""Gets feeds and articles from the web: fetching and reading, together; knows neither the store nor plans.

A host that asks us to wait is not asked again before: neither for what it was asked nor for anything else.
"""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.articles.entries import Entry, FeedDocument
from bot.articles.entrydraft import believed, has_full_text
from bot.articles.weburl import host_of
from bot.errors import FetchError, RetryLater
from bot.ingest.feedplan import Held, Reading
from bot.models import Analysed
from bot.sources import Fetched, Validators
from bot.store import Feed

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


class Getter:
    """Gets one thing after another; usable from several threads."""

    def __init__(self, fetcher: Fetches, reader: Reads, clock: Clock) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._clock = clock
        self._held: dict[str, float] = {}  # hosts that asked us to wait, and until when
        self._lock = threading.Lock()

    def fetch(self, url: str, known: Validators = Validators()) -> Fetched:  # noqa: B008  (frozen)
        """The response for a url; raises FetchError, Held without asking when its host asked us to wait."""
        now = self._clock().timestamp()
        with self._lock:
            left = self._held.get(host_of(url), 0) - now
        if left > 0:
            raise Held("the server asked us to wait", int(left) + 1)
        try:
            return self._fetcher.fetch(url, known)
        except RetryLater as error:
            if error.seconds:
                with self._lock:
                    self._held[host_of(url)] = now + error.seconds
            raise

    def look(self, feed: Feed) -> Reading | Trouble:
        """A feed as it is now, or what is wrong with it."""
        try:
            fetched = self.fetch(feed.url, Validators(feed.etag, feed.modified))
            if fetched.unchanged:
                return Reading(fetched)
            return Reading(fetched, self.document(fetched))
        except (FetchError, ValueError) as error:
            return error

    def document(self, fetched: Fetched) -> FeedDocument:
        """What was fetched as a feed; of an index of sitemaps, its parts. Raises ValueError, FetchError."""
        document = self._reader.feed(fetched.body, fetched.url)
        if not document.parts:
            return document
        parts = [self.fetch(url) for url in document.parts]
        read = [self._reader.feed(part.body, part.url) for part in parts]
        entries = tuple(entry for part in read for entry in part.entries)
        return FeedDocument(next((part.title for part in read if part.title), ""), entries=entries)

    def article(self, entry: Entry, home: str, seen: datetime) -> Analysed | Trouble:
        """The article of an item of the feed at `home`: its own text when that is whole, else its page.

        The text of a feed is none of an article on another site.
        """
        told = believed(entry, home)
        try:
            if not entry.url or has_full_text(told):
                return self._reader.entry(told, home, seen)
            return self.page(self.fetch(entry.url), told, seen)
        except (FetchError, ValueError) as error:
            return error

    def page(self, fetched: Fetched, entry: Entry, seen: datetime) -> Analysed:
        """The article of a page that was fetched; raises ValueError."""
        return self._reader.page(fetched.body, fetched.url, entry, seen)

    def summary(self, entry: Entry, home: str, seen: datetime) -> Analysed | None:
        """The feed's own words as an article, for a page that we are not let to; None when too few."""
        try:
            return self._reader.entry(entry, home, seen)
        except ValueError:
            return None
