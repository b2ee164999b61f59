"""What a feed holds, as values: entries and the document around them; it knows no format of feeds."""

import hashlib
from dataclasses import dataclass

from bot.models import Language


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed, cleaned: texts without markup, moments as ISO 8601, addresses absolute."""

    url: str = ""  # of the page; empty when the item has none
    guid: str = ""  # what the feed calls it; often, but not always, unique
    title: str = ""
    published: str | None = None
    updated: str | None = None
    summary: str = ""  # paragraphs separated by blank lines, as `content`
    content: str = ""  # the whole text, when the feed claims to give it
    authors: tuple[str, ...] = ()
    language: Language | None = None

    def stamp(self) -> str:
        """16 hex digits that change when the feed says anything new of the item."""
        words = "\n".join((self.title, self.updated or "", self.summary, self.content))
        return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A feed as it stood at one moment."""

    title: str = ""
    site: str = ""  # the address of the site that it belongs to
    entries: tuple[Entry, ...] = ()
    every: int | None = None  # seconds between two looks that the feed asks for (ttl, updatePeriod)
    parts: tuple[str, ...] = ()  # addresses of the sitemaps that an index of sitemaps names, newest first
