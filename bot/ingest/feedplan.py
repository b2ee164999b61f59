"""Decides when a feed is looked at next, and which of its items are new; pure, it touches nothing.

    copy of a feed, what is known of it -> items to be taken in, the feed's next state
    failure -> the feed's next state: later and later, paused after some three days

Moments are seconds since the epoch; `chance` is a random number from 0 to 1 that keeps many feeds from
being due at one moment.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.articles.entries import Entry, FeedDocument
from bot.articles.weburl import folded
from bot.errors import FetchError, PageMissing, RetryLater, WhosaidError
from bot.sources import Fetched
from bot.store import Feed, KnownEntry, NewEntry, WaitingEntry

MINUTE, HOUR, DAY = 60, 3600, 86_400
FIRST_INTERVAL = 30 * MINUTE
_SHORTEST, _LONGEST = 10 * MINUTE, 12 * HOUR
_PAUSED_AFTER = 12  # failures in a row; with the waits between them, some three days
_CHANGED_AGAIN = 10 * MINUTE  # wait before an item that changes is read again; grows with every change
_ENTRY_TRIES = 6  # for what a retry may help: some 30 hours
_ENTRY_TRIES_LOST = 3  # for a page that is not there: feeds are often ahead of their pages
_ENTRY_WAIT = 5 * MINUTE


class Held(RetryLater):
    """The host asked us to wait when something else was asked of it; this was not asked for at all."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at a feed that did not fail; `document` is None when the feed has not changed."""

    fetched: Fetched
    document: FeedDocument | None = None


def keys_of(document: FeedDocument) -> list[str]:
    """What tells each item from the others of its feed."""
    return [entry_key(entry) for entry in document.entries]


def entry_key(entry: Entry) -> str:
    """The folded address of an item; without one its guid, and without that its words."""
    words = entry.guid or entry.title + entry.summary[:500] + entry.content[:500]
    return folded(entry.url) or "guid:" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]


def new_entries(document: FeedDocument, known: Iterable[KnownEntry], now: int) -> list[NewEntry]:
    """Items never seen, and those of which the feed says something new.

    A guid alone tells nothing: some feeds give one to all their items. With the same words beside it, it is
    the same item at another address.
    """
    by_key = {entry.key: entry for entry in known}
    told = {(entry.guid, entry.stamp) for entry in by_key.values() if entry.guid}
    found: dict[str, NewEntry] = {}
    for entry in document.entries:
        key, same = entry_key(entry), (entry.guid, entry.stamp())
        before = by_key.get(key)
        if key in found or same in told or (before and before.stamp == same[1]):
            continue
        if entry.guid:
            told.add(same)
        changes = before.changes + 1 if before else 0
        found[key] = NewEntry(key, entry, now + _wait_after(changes), changes)
    return list(found.values())


def _wait_after(changes: int) -> int:
    """Seconds; the first change is read at once, a page that counts its visitors once a day in the end."""
    return min(DAY, _CHANGED_AGAIN * 4 ** (changes - 2)) if changes > 1 else 0


def after_success(feed: Feed, reading: Reading, new: Sequence[NewEntry], now: int, chance: float) -> Feed:
    """The feed with its next look, at the pace at which it changes and not before its server wishes."""
    fetched, document = reading.fetched, reading.document
    interval = _interval(feed, len(document.entries) if document else 0, len(new))
    wishes = (fetched.fresh_for or 0, (document.every if document else 0) or 0)
    wait = max(interval * (0.9 + 0.2 * chance), *(min(wish, DAY) for wish in wishes))
    return replace(
        feed,
        url=_moved(feed.url, fetched),
        title=(document.title if document else "") or feed.title,
        site=(document.site if document else "") or feed.site,
        etag=_kept(feed.etag, fetched.validators.etag, fetched.unchanged),
        modified=_kept(feed.modified, fetched.validators.modified, fetched.unchanged),
        interval=interval,
        due=now + int(wait),
        failures=0,
        error=None,
        paused=False,
        last_look=now,
        last_success=now,
    )


def _interval(feed: Feed, entries: int, new: int) -> int:
    """Shorter when something was new, much shorter when everything was (some may have been missed)."""
    factor = 1.3 if not new else 0.3 if new == entries and feed.last_success else 0.6
    return int(min(_LONGEST, max(_SHORTEST, feed.interval * factor)))


def _moved(url: str, fetched: Fetched) -> str:
    """A permanent redirect is followed for good, but never from https to http."""
    target = fetched.moved_to or url
    return url if url.startswith("https:") and not target.startswith("https:") else target


def _kept(old: str | None, new: str | None, unchanged: bool) -> str | None:
    """A 304 may leave validators out; those of the copy that we hold are still good."""
    return new or (old if unchanged else None)


def after_failure(feed: Feed, error: WhosaidError | ValueError, now: int, chance: float) -> Feed:
    """The feed with its next try, or paused: at once when it is gone for good."""
    if isinstance(error, Held):
        return replace(feed, due=now + _asked(error, chance))
    failures = feed.failures + 1
    wait = min(_LONGEST, _SHORTEST * 2 ** (failures - 1)) * (0.75 + 0.5 * chance)
    gone = isinstance(error, PageMissing) and error.gone
    return replace(
        feed,
        failures=failures,
        error=str(error),
        paused=gone or failures >= _PAUSED_AFTER,
        due=now + max(int(wait), _asked(error, chance)),
        last_look=now,
    )


def _asked(error: WhosaidError | ValueError, chance: float) -> int:
    """Seconds that the server asks us to wait, and a little more: not all at once at their end."""
    seconds = error.seconds or 0 if isinstance(error, RetryLater) else 0
    return int(seconds + min(seconds * 0.1, 10 * MINUTE) * chance) + 1


def next_try(entry: WaitingEntry, error: WhosaidError | ValueError, now: int, chance: float) -> int | None:
    """When an item is tried again; None when it is to be given up."""
    if isinstance(error, Held):
        return now + _asked(error, chance)
    helps = isinstance(error, FetchError) and error.retry_helps
    if entry.tries + 1 >= (_ENTRY_TRIES if helps else _ENTRY_TRIES_LOST):
        return None
    wait = _ENTRY_WAIT * 3**entry.tries * (0.75 + 0.5 * chance)
    return now + max(int(wait), _asked(error, chance))
