"""Feeds and their items: what waits is kept until it is done, whatever happens."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.articles.entries import Entry
from bot.errors import StoreError
from bot.store import Feed, NewEntry, Store, open_store
from bot.store.feeds import WEEK

URL = "https://tarn.example/rss"
NOW = 1_925_078_400
ENTRY = Entry(
    "https://tarn.example/1", "g1", "Ferry", "2031-01-02", None, "It sank.", "", ("Ida Holm",), "en"
)


@pytest.fixture
def feed(store: Store) -> Feed:
    store.feeds.add(URL, "Tarn", "https://tarn.example/", NOW, 1800)
    return store.feeds.all()[0]


def new(key: str = "k1", entry: Entry = ENTRY, due: int = NOW, changes: int = 0) -> NewEntry:
    return NewEntry(key, entry, due, changes)


def test_a_feed_is_followed_once(store: Store, feed: Feed) -> None:
    assert not store.feeds.add(URL, "Again", "", NOW + 5, 60)
    assert store.feeds.all() == [Feed(1, URL, "Tarn", "https://tarn.example/", NOW, None, None, 1800, NOW)]
    assert store.feeds.remove(URL)
    assert not store.feeds.remove(URL)
    assert store.feeds.all() == []


def test_feeds_that_are_due_longest_waiting_first(store: Store) -> None:
    for number, due in enumerate((NOW, NOW - 9, NOW + 9)):
        store.feeds.add(f"{URL}{number}", "", "", due, 1800)
    assert [feed.due for feed in store.feeds.due(NOW)] == [NOW - 9, NOW]
    assert store.feeds.next_due() == NOW - 9


def test_a_paused_feed_waits_until_it_is_added_again(store: Store, feed: Feed) -> None:
    store.feeds.record(replace(feed, paused=True, failures=12, error="gone"), (), (), NOW)
    assert store.feeds.due(NOW) == []
    assert store.feeds.next_due() is None
    assert not store.feeds.add(URL, "", "", NOW + 7, 1800)
    (again,) = store.feeds.due(NOW + 7)
    assert (again.paused, again.failures, again.title) == (False, 0, "Tarn")


def test_state_and_items_are_kept_together(store: Store, feed: Feed) -> None:
    changed = replace(feed, etag='"1"', title="Tarn Post", due=NOW + 60, last_success=NOW)
    store.feeds.record(changed, [new()], ["k1"], NOW)
    assert store.feeds.all() == [changed]
    (waiting,) = store.feeds.waiting(NOW, 10)
    assert (waiting.entry, waiting.feed_url, waiting.tries, waiting.first_seen) == (ENTRY, URL, 0, NOW)
    (known,) = store.feeds.known(feed.id)
    assert (known.key, known.guid, known.stamp, known.changes) == ("k1", "g1", ENTRY.stamp(), 0)


def test_half_of_a_copy_is_never_kept(store: Store, feed: Feed) -> None:
    unkeepable = new("k2", replace(ENTRY, title="half of \ud83d"))
    with pytest.raises((StoreError, UnicodeError)):
        store.feeds.record(replace(feed, etag='"1"'), [new(), unkeepable], (), NOW)
    assert store.feeds.all() == [feed]
    assert store.feeds.waiting(NOW, 10) == []


def test_what_becomes_of_items(store: Store, feed: Feed) -> None:
    store.feeds.record(feed, [new(key) for key in ("done", "later", "lost", "waits")], (), NOW)
    ids = [waiting.id for waiting in store.feeds.waiting(NOW, 10)]
    store.feeds.done(ids[:1])
    store.feeds.postpone(ids[1], 1, NOW + 300, "no answer")
    store.feeds.give_up(ids[2], "no such page")
    assert [waiting.id for waiting in store.feeds.waiting(NOW, 10)] == ids[3:]
    assert [(waiting.id, waiting.tries) for waiting in store.feeds.waiting(NOW + 300, 10)] == [
        (ids[3], 0),
        (ids[1], 1),
    ]
    counts = store.feeds.counts(NOW)[feed.id]
    assert (counts.articles, counts.waiting, counts.failed, counts.last_week) == (1, 2, 1, 1)
    assert store.feeds.counts(NOW + WEEK + 1)[feed.id].last_week == 0
    assert store.feeds.next_due() == NOW


def test_an_item_that_changes_waits_again(store: Store, feed: Feed) -> None:
    store.feeds.record(feed, [new()], (), NOW)
    store.feeds.done([1])
    changed = replace(ENTRY, summary="It sank twice.")
    store.feeds.record(feed, [new(entry=changed, due=NOW + 60, changes=1)], (), NOW + 5)
    assert store.feeds.waiting(NOW, 10) == []
    (waiting,) = store.feeds.waiting(NOW + 60, 10)
    assert (waiting.entry, waiting.first_seen) == (changed, NOW)


def test_what_another_feed_brought_is_done_at_once(store: Store, feed: Feed) -> None:
    store.feeds.add("https://tarn.example/all", "", "", NOW, 1800)
    other = store.feeds.all()[1]
    store.feeds.record(feed, [new()], (), NOW)
    store.feeds.record(other, [new("k0")], (), NOW)
    assert len(store.feeds.waiting(NOW, 10)) == 2
    store.feeds.done([1])
    store.feeds.record(other, [new("k1"), new("k1x"), new("k0")], (), NOW)
    assert store.feeds.counts(NOW)[other.id].articles == 1
    assert [waiting.id for waiting in store.feeds.waiting(NOW, 10)] != []


def test_items_that_their_feed_no_longer_names_are_forgotten(store: Store, feed: Feed) -> None:
    store.feeds.record(feed, [new("old"), new("waits"), new("named")], (), NOW)
    store.feeds.done([1, 3])
    later = NOW + 61 * 86_400
    store.feeds.record(feed, [new("fresh", due=later)], ["named", "fresh"], later)
    assert {known.key for known in store.feeds.known(feed.id)} == {"waits", "named", "fresh"}


def test_a_removed_feed_takes_its_items_along_and_stays_removed(store: Store, feed: Feed) -> None:
    store.feeds.record(feed, [new()], (), NOW)
    store.feeds.remove(URL)
    store.feeds.record(feed, [new("k2")], (), NOW)
    assert store.feeds.waiting(NOW, 10) == []
    assert store.feeds.all() == []


def test_a_feed_that_moves_to_another_is_paused(store: Store, feed: Feed) -> None:
    store.feeds.add("https://tarn.example/new", "", "", NOW, 1800)
    kept = store.feeds.record(replace(feed, url="https://tarn.example/new"), (), (), NOW)
    assert kept.paused
    first, second = store.feeds.all()
    assert (first.url, first.paused, second.paused) == (URL, True, False)
    assert "followed already" in (first.error or "")


def test_everything_survives_closing(path, feed: Feed, store: Store) -> None:
    store.feeds.record(replace(feed, modified="then"), [new()], (), NOW)
    with open_store(path) as again:
        assert again.feeds.all()[0].modified == "then"
        assert again.feeds.waiting(NOW, 10)[0].entry == ENTRY


def test_looking_up_what_is_due_uses_the_indexes(store: Store, explain: Callable[[str], str]) -> None:
    assert "feeds_due" in explain("SELECT * FROM feeds WHERE NOT paused AND due <= 5 ORDER BY due, id")
    waiting = "SELECT * FROM feed_entries AS e WHERE e.state = 'waiting' AND e.due <= 5 ORDER BY e.due, e.id"
    assert "feed_entries_waiting" in explain(waiting)


@pytest.fixture
def explain(store: Store) -> Callable[[str], str]:
    rows = store.feeds._connections.rows
    return lambda sql: " ".join(str(row["detail"]) for row in rows(f"EXPLAIN QUERY PLAN {sql}"))


def test_a_pause_is_to_be_told_until_it_was_and_again_after_the_next(store: Store) -> None:
    store.feeds.add("https://a.example/feed", "", "", 1, 600)
    [feed] = store.feeds.all()
    assert store.feeds.untold_pauses() == []
    for _ in range(2):
        store.feeds.record(replace(feed, paused=True), [], [], 2)
        assert [each.id for each in store.feeds.untold_pauses()] == [feed.id]
        store.feeds.pauses_told([feed.id, 99])
        assert store.feeds.untold_pauses() == []
        store.feeds.record(replace(feed, paused=False), [], [], 3)
    store.feeds.pauses_told([feed.id])
    store.feeds.record(replace(feed, paused=True), [], [], 4)
    assert len(store.feeds.untold_pauses()) == 1
