"""Adds to the library what people hand over in a chat, and tells how it does; it knows no chat."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.app.feeds import FeedService
from bot.app.library import MEGABYTE, Whosaid
from bot.articles.limits import Limits
from bot.articles.opml import Outline
from bot.ingest.feedplan import FIRST_INTERVAL
from bot.ingest.handed import Handed, Post, Taken
from bot.store import Feed, FeedCounts
from bot.telegram.ports import Followed, Source, Status

LARGEST_FILE = 32 * MEGABYTE  # unpacked
_DAYS = 7


@dataclass(frozen=True, slots=True)
class Librarian:
    """Works for one library; every call may take as long as the web does."""

    whosaid: Whosaid
    service: FeedService

    def link(self, url: str) -> list[Taken]:
        """The article or the articles behind an address."""
        return self._handed().link(url)

    def post(self, post: Post) -> list[Taken]:
        """A post of a channel."""
        return self._handed().post(post)

    def file(self, data: bytes, name: str) -> list[Taken]:
        """The articles of a file."""
        return self._handed().file(data, name)

    def follow(self, url: str) -> Followed:
        """Follow the feeds at an address; their articles come with the next look at what is due."""
        self.whosaid.need_room()
        found = self.service.web.feeds_at(url)
        added = [outline for outline in found.feeds if self._add(outline)]
        known = [outline for outline in found.feeds if outline not in added]
        return Followed(_named(added), _named(known), _named(found.others))

    def unfollow(self, url: str) -> bool:
        """Follow a feed no more; its articles stay."""
        return self.whosaid.store.feeds.remove(url)

    def sources(self) -> list[Source]:
        """Every feed, in the order they were added."""
        counts = self._counts()
        feeds = self.whosaid.store.feeds.all()
        return [self._source(feed, counts.get(feed.id, FeedCounts())) for feed in feeds]

    def status(self) -> Status:
        """The library, its feeds, its index and its disk."""
        store, path = self.whosaid.store, self.whosaid.settings.whosaid_db
        held, counts = store.articles.overview(), self._counts().values()
        files = [path, path.with_name(f"{path.name}-wal")]
        return Status(
            articles=held.articles,
            statements=held.statements,
            a_day=sum(count.last_week for count in counts) / _DAYS,
            sources=tuple(self.sources()),
            waiting=sum(count.waiting for count in counts),
            given_up=sum(count.failed for count in counts),
            behind=abs(store.sequence() - self.whosaid.index.sequence()),
            megabytes=sum(file.stat().st_size for file in files if file.exists()) // MEGABYTE,
            free_megabytes=self.whosaid.free() // MEGABYTE,
        )

    def _handed(self) -> Handed:
        self.whosaid.need_room()
        limits = Limits(LARGEST_FILE, self.whosaid.settings.max_article_mb * MEGABYTE)
        return Handed(self.whosaid.store.articles, self.service.web.articles, self.service.reader, limits)

    def _add(self, outline: Outline) -> bool:
        now = int(self.whosaid.now().timestamp())
        feeds = self.whosaid.store.feeds
        return feeds.add(outline.url, outline.title, outline.site, now, FIRST_INTERVAL)

    def _counts(self) -> dict[int, FeedCounts]:
        return self.whosaid.store.feeds.counts(int(self.whosaid.now().timestamp()))

    def _source(self, feed: Feed, count: FeedCounts) -> Source:
        last = datetime.fromtimestamp(feed.last_success, UTC) if feed.last_success else None
        return Source(
            url=feed.url,
            title=feed.title or feed.url,
            a_day=count.last_week / _DAYS,
            last=last.astimezone(self.whosaid.settings.zone) if last else None,
            failures=feed.failures,
            is_paused=feed.paused,
            error=feed.error or "",
        )


def _named(outlines: list[Outline] | tuple[Outline, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((outline.url, outline.title) for outline in outlines)
