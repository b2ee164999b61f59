"""When a feed is looked at next, and which of its items are new."""

from dataclasses import replace

import pytest

from bot.articles.entries import Entry, FeedDocument
from bot.errors import BadResponse, FetchError, PageMissing, RetryLater, Unreachable
from bot.ingest.feedplan import (
    DAY,
    HOUR,
    MINUTE,
    Held,
    Reading,
    after_failure,
    after_success,
    entry_key,
    new_entries,
    next_try,
)
from bot.sources import Fetched, Validators
from bot.store import Feed, KnownEntry, WaitingEntry

NOW = 1_925_078_400
URL = "https://tarn.example/rss"
FEED = Feed(1, URL, "Tarn", "", NOW, '"0"', "then", HOUR, NOW, last_success=NOW - HOUR)
A = Entry("https://tarn.example/a", "a", "Ferry", summary="It sank.")
B = Entry("https://tarn.example/b", "b", "Otter", summary="It stole a fish.")


def known(entry: Entry, changes: int = 0) -> KnownEntry:
    return KnownEntry(entry_key(entry), entry.guid, entry.stamp(), changes)


def keys(*entries: Entry, before: tuple[KnownEntry, ...] = ()) -> list[str]:
    return [entry.key for entry in new_entries(FeedDocument(entries=entries), before, NOW)]


def test_what_was_never_seen_is_new() -> None:
    assert keys(A, B) == [A.url, B.url]
    assert keys(A, B, before=(known(A),)) == [B.url]


def test_one_article_at_two_addresses_is_one() -> None:
    tracked = replace(A, url=A.url + "?utm_source=rss")
    moved = replace(A, url="https://tarn.example/2031/a")
    assert keys(A, tracked, moved) == [A.url]
    assert keys(tracked, moved, before=(known(A),)) == []


def test_one_guid_for_all_items_loses_none() -> None:
    assert keys(replace(A, guid="x"), replace(B, guid="x")) == [A.url, B.url]


def test_items_without_an_address_are_told_by_guid_or_words() -> None:
    nameless = [Entry(guid="1"), Entry(guid="2"), Entry(title="a"), Entry(title="b"), Entry(guid="1")]
    assert len(keys(*nameless)) == 4


def test_what_changes_often_is_read_less_often() -> None:
    waits = []
    for changes in range(7):
        (found,) = new_entries(FeedDocument(entries=(replace(A, summary="New."),)), [known(A, changes)], NOW)
        assert found.changes == changes + 1
        waits.append(found.due - NOW)
    assert waits == [0, 10 * MINUTE, 40 * MINUTE, 160 * MINUTE, 640 * MINUTE, DAY, DAY]


def reading(*entries: Entry, **fetched: object) -> Reading:
    return Reading(Fetched(URL, b"", **fetched), FeedDocument("Tarn Post", "https://tarn.example/", entries))


def test_a_look_that_succeeds() -> None:
    failing = replace(FEED, failures=3, error="broken", paused=True)
    state = after_success(failing, reading(A, validators=Validators('"1"')), [], NOW, 0.5)
    assert (state.etag, state.modified, state.title) == ('"1"', None, "Tarn Post")
    assert (state.failures, state.error, state.paused, state.last_success) == (0, None, False, NOW)


def test_the_interval_follows_the_feed() -> None:
    def interval(new: int, of: int) -> float:
        found = new_entries(FeedDocument(entries=(A, B)[:new]), (), NOW)
        return after_success(FEED, reading(*(A, B)[:of]), found, NOW, 0.5).interval / HOUR

    assert interval(0, 2) == 1.3
    assert interval(1, 2) == 0.6
    assert interval(2, 2) == 0.3
    for pace, steps in ((10 * MINUTE, reading(A)), (12 * HOUR, Reading(Fetched(URL, b"", unchanged=True)))):
        feed = FEED
        for number in range(40):
            found = (
                [] if steps.document is None else new_entries(FeedDocument(entries=(A, B)), (), number)[:1]
            )
            feed = after_success(feed, steps, found, NOW, 0.5)
        assert feed.interval == pace


def test_what_server_and_feed_wish_is_obeyed() -> None:
    def wait(chance: float = 0.5, every: int | None = None, fresh_for: int | None = None) -> int:
        read = Reading(Fetched(URL, b"", fresh_for=fresh_for), FeedDocument(every=every))
        return after_success(replace(FEED, interval=10 * MINUTE), read, [], NOW, chance).due - NOW

    assert wait() == 13 * MINUTE
    assert wait(0.0) < wait(1.0)
    assert wait(every=2 * HOUR) == 2 * HOUR
    assert wait(fresh_for=3 * HOUR, every=HOUR) == 3 * HOUR
    assert wait(fresh_for=7 * DAY) == DAY


def test_nothing_changed_keeps_the_validators() -> None:
    state = after_success(FEED, Reading(Fetched(URL, b"", unchanged=True)), [], NOW, 0.5)
    assert (state.etag, state.modified, state.title) == ('"0"', "then", "Tarn")


@pytest.mark.parametrize(
    ("url", "moved", "expected"),
    [
        ("http://tarn.example/rss", "https://tarn.example/new", "https://tarn.example/new"),
        ("https://tarn.example/rss", "https://other.example/new", "https://other.example/new"),
        ("https://tarn.example/rss", "http://tarn.example/new", "https://tarn.example/rss"),
        ("https://tarn.example/rss", None, "https://tarn.example/rss"),
    ],
)
def test_moved_feeds(url: str, moved: str | None, expected: str) -> None:
    state = after_success(replace(FEED, url=url), reading(moved_to=moved), [], NOW, 0.5)
    assert state.url == expected


def test_failures_wait_longer_and_longer_and_pause_after_three_days() -> None:
    feed, now, waits = replace(FEED, failures=0), NOW, []
    while not feed.paused:
        feed = after_failure(feed, Unreachable("no answer"), now, 0.5)
        waits.append(feed.due - now)
        now = feed.due
    assert waits[:4] == [10 * MINUTE, 20 * MINUTE, 40 * MINUTE, 80 * MINUTE]
    assert max(waits) == 12 * HOUR
    assert 2 * DAY < now - NOW < 4 * DAY
    assert (feed.failures, feed.error, feed.last_success) == (12, "no answer", FEED.last_success)


def test_chance_spreads_the_tries() -> None:
    due = [after_failure(FEED, Unreachable(""), NOW, chance).due for chance in (0.0, 1.0)]
    assert due == [NOW + 450, NOW + 750]


def test_what_is_gone_is_paused_at_once_and_what_is_missing_is_not() -> None:
    assert after_failure(FEED, PageMissing("gone", gone=True), NOW, 0.5).paused
    assert not after_failure(FEED, PageMissing("missing"), NOW, 0.5).paused


def test_the_server_says_when() -> None:
    state = after_failure(FEED, RetryLater("busy", 5 * HOUR), NOW, 0.5)
    assert 5 * HOUR <= state.due - NOW < 6 * HOUR
    held = after_failure(FEED, Held("busy", HOUR), NOW, 0.5)
    assert (held.failures, held.error) == (0, None)
    assert HOUR <= held.due - NOW < 2 * HOUR


@pytest.mark.parametrize(
    ("error", "tries"),
    [
        (Unreachable(""), 6),
        (RetryLater(""), 6),
        (PageMissing(""), 3),
        (BadResponse(""), 3),
        (ValueError(""), 3),
    ],
)
def test_an_item_is_tried_so_often(error: FetchError | ValueError, tries: int) -> None:
    waits = []
    while (due := next_try(WaitingEntry(1, URL, A, len(waits), NOW), error, NOW, 0.5)) is not None:
        waits.append(due - NOW)
    assert len(waits) + 1 == tries
    assert waits == sorted(waits)
    assert waits[:2] == [5 * MINUTE, 15 * MINUTE]


def test_an_item_of_a_host_that_asked_us_to_wait_waits_as_long_as_it_must() -> None:
    due = next_try(WaitingEntry(1, URL, A, 50, NOW), Held("", 2 * HOUR), NOW, 0.0)
    assert due == NOW + 2 * HOUR + 1
