"""Feeds and their items as the store keeps them, moments as seconds since the epoch; knows no SQL."""

from dataclasses import dataclass

from bot.articles.entries import Entry


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is followed, and how it is doing."""

    id: int
    url: str
    title: str
    site: str
    added: int
    etag: str | None
    modified: str | None
    interval: int  # seconds between two looks
    due: int
    failures: int = 0  # in a row
    error: str | None = None
    paused: bool = False
    last_look: int | None = None
    last_success: int | None = None


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An item that a feed named before."""

    key: str
    guid: str
    stamp: str
    changes: int


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An item to be taken in: one never seen, or one of which the feed says something new."""

    key: str
    entry: Entry
    due: int
    changes: int = 0


@dataclass(frozen=True, slots=True)
class WaitingEntry:
    """An item whose article is to be taken in."""

    id: int
    feed_url: str
    entry: Entry
    tries: int
    first_seen: int


@dataclass(frozen=True, slots=True)
class FeedCounts:
    """What became of the items of one feed."""

    articles: int = 0
    waiting: int = 0
    failed: int = 0
    last_week: int = 0  # of the articles, those first seen in the seven days before
