"""Takes in what an address of the web leads to, once: a page, a feed or a site; finds the feeds of sites.

Knows neither HTTP nor the store. What is to be followed is for `poll`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.articles.discovery import declared_feeds, usual_feeds
from bot.articles.entries import Entry, FeedDocument
from bot.articles.feeds import looks_like_feed
from bot.articles.opml import Outline, looks_like_opml, read_opml
from bot.articles.weburl import host_of, is_front, web_url
from bot.errors import FetchError, InputError, UsageError
from bot.ingest.fanout import FanOut
from bot.ingest.getting import Clock, Getter, Trouble
from bot.models import Analysed, Failure
from bot.sources import Fetched

_MOST_TRIED = 5  # feeds that a page declares, until one can be read


@dataclass(frozen=True, slots=True)
class Found:
    """The feeds behind an address: those to be followed, and others that its page declares."""

    feeds: tuple[Outline, ...]
    others: tuple[Outline, ...] = ()


class Web:
    """What addresses lead to."""

    def __init__(self, getter: Getter, clock: Clock) -> None:
        self._getter = getter
        self._clock = clock

    def feeds_at(self, url: str) -> Found:
        """The feeds at an address of a feed, a list of feeds, or a site; raises FetchError, InputError."""
        asked = _address(url)
        fetched = _found_at(self._getter.fetch(asked), asked)
        if looks_like_opml(fetched.body):
            return Found(tuple(_listed(fetched.body)))
        if looks_like_feed(fetched.body):
            return Found((_outline(fetched, self._document(fetched)),))
        feed, others = self._feed_of_site(fetched)
        return Found((_outline(feed, self._document(feed)),), others)

    def articles(self, url: str) -> Iterator[Analysed | Failure]:
        """The articles behind an address, each page asked for; what cannot be had is a Failure."""
        try:
            fetched = self._getter.fetch(_address(url))
            if looks_like_feed(fetched.body):
                yield from self._of_feed(fetched)
            elif is_front(fetched.url):
                yield from self._of_feed(self._feed_of_site(fetched)[0])
            else:
                yield self._getter.page(fetched, Entry(), self._clock())
        except (FetchError, InputError, ValueError) as error:
            yield Failure(url, str(error))

    def _of_feed(self, fetched: Fetched) -> Iterator[Analysed | Failure]:
        home, seen = fetched.url, self._clock()
        entries = self._document(fetched).entries
        if not entries:
            yield Failure(home, "a feed without a single entry")
        takes: FanOut[Entry, Analysed | Trouble] = FanOut(
            lambda entry: self._getter.article(entry, home, seen), lambda entry: host_of(entry.url)
        )
        for entry, article in takes.run(entries):
            if not isinstance(article, Analysed):
                summary = self._getter.summary(entry, home, seen) if isinstance(article, ValueError) else None
                yield summary or Failure(entry.url or home, str(article))
            else:
                yield article

    def _document(self, fetched: Fetched) -> FeedDocument:
        try:
            return self._getter.document(fetched)
        except ValueError as error:
            raise InputError(str(error), fetched.url) from error

    def _feed_of_site(self, page: Fetched) -> tuple[Fetched, tuple[Outline, ...]]:
        """The first feed that a page declares and that can be read, or one where they usually lie."""
        declared = declared_feeds(page.body, page.url)
        for outline in declared[:_MOST_TRIED]:
            if feed := self._feed(outline.url):
                return feed, tuple(other for other in declared if other != outline)
        for url in usual_feeds(page.url):
            if feed := self._feed(url):
                return feed, ()
        raise InputError("no feed is declared there, and none lies where they usually do", page.url)

    def _feed(self, url: str) -> Fetched | None:
        try:
            fetched = self._getter.fetch(url)
        except FetchError:
            return None
        return _found_at(fetched, url) if looks_like_feed(fetched.body) else None


def _address(url: str) -> str:
    """The address itself; people leave out the scheme."""
    known = web_url(url if "://" in url else f"https://{url}")
    if not known:
        raise UsageError(f"{url} is no address of the web; write it as https://example.org/feed")
    return known


def _listed(data: bytes) -> list[Outline]:
    try:
        return read_opml(data)
    except ValueError as error:
        raise InputError(str(error)) from error


def _found_at(fetched: Fetched, asked: str) -> Fetched:
    """What was fetched with the address that it is to be read at: where it moved for good, or as asked."""
    return replace(fetched, moved_to=fetched.moved_to or asked)


def _outline(fetched: Fetched, document: FeedDocument) -> Outline:
    return Outline(fetched.moved_to or fetched.url, document.title, document.site)
