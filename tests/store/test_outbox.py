"""The outbox: decided and written at once, sent in order, each row in a state that survives a crash."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from bot.models import Citation, Claim
from bot.store import Decided, Edition, Head, Store, open_store
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import DigestItem, Scope

NOW = 1_940_000_000
HEAD = Head(Scope("topic", "water"), "en", NOW - 86_400, NOW, "UTC")
CITED = Citation(1, 7, "https://tarn.example/1", "Prices", "Gazette", "2031-06-23", 0, 5, "Water")
CLAIM = Claim("Water costs more.", None, "fact", (CITED,))


def item(*marks: str, title: str = "Prices of water") -> DigestItem:
    return DigestItem("story", title, (CLAIM,), marks, 2, 2)


def subscribed(store: Store, chat: int = 1, topic: str = "water") -> int:
    manner = Manner(Schedule("daily", 540))
    return store.subscriptions.save(Place(f"telegram:{chat}"), Scope("topic", topic), "en", manner, NOW).id


def decided(store: Store, number: int, edition: Edition | None) -> Decided:
    due = store.subscriptions.get(number).next_due
    return Decided(number, due, due + 86_400, NOW, 9, edition is None, edition)


def decide(store: Store, number: int, *items: DigestItem, rest: tuple[DigestItem, ...] = ()) -> int:
    return store.outbox.commit([decided(store, number, Edition(HEAD, items, rest))], NOW)


def test_an_edition_comes_back_as_it_was_decided(path):
    with open_store(path) as store:
        number = subscribed(store)
        assert decide(store, number, item("a", "b"), rest=(item("c", title="Rest"),)) == 1
    with open_store(path) as store:
        (waiting,) = store.outbox.waiting(NOW, 9)
        assert waiting.edition == Edition(HEAD, (item("a", "b"),), (item("c", title="Rest"),))
        assert (waiting.place, waiting.subscription_id) == (Place("telegram:1"), number)
        assert (waiting.state, waiting.page, waiting.attempts, waiting.messages) == ("pending", 0, 0, ())
        one = store.subscriptions.get(number)
        assert (one.looked, one.after, one.empty_told) == (NOW, 9, False)


def test_what_is_decided_without_a_digest_is_written_too(store):
    number = subscribed(store)
    assert store.outbox.commit([decided(store, number, None)], NOW) == 0
    assert store.subscriptions.get(number).empty_told
    assert store.outbox.waiting(NOW, 9) == []


def test_nothing_is_written_for_a_subscription_that_changed_meanwhile(store):
    number, other = subscribed(store), subscribed(store, topic="ferry")
    edition = Edition(HEAD, (item("a"),))
    stale = [decided(store, number, edition), decided(store, other, edition)]
    store.subscriptions.remove(other)
    assert store.outbox.commit(stale, NOW) == 1
    assert store.outbox.commit(stale, NOW) == 0, "decided by another process before"
    assert store.outbox.counts() == {"pending": 1}


def test_all_is_written_or_nothing(store, path):
    number = subscribed(store)
    good = decided(store, number, Edition(HEAD, (item("a"),)))
    bad = replace(good, looked="never" * 2, next_due=None)
    with pytest.raises(Exception, match="NOT NULL"):
        store.outbox.commit([bad], NOW)
    assert store.outbox.counts() == {}
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM items").fetchone() == (0,)


def test_what_many_are_sent_is_kept_once(store, path):
    edition = Edition(HEAD, (item("a"), item("b", title="Other")))
    numbers = [subscribed(store, chat) for chat in range(5)]
    store.outbox.commit([decided(store, number, edition) for number in numbers], NOW)
    store.outbox.commit([decided(store, subscribed(store, 9), replace(edition))], NOW)
    with closing(sqlite3.connect(path)) as file:
        for table, rows in (("deliveries", 6), ("editions", 1), ("items", 2), ("item_marks", 6)):
            assert file.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows,)


def test_what_a_place_had_of_a_matter(store):
    number, other, stranger = subscribed(store), subscribed(store, topic="ferry"), subscribed(store, 2)
    decide(store, number, item("a", "b"), rest=(item("r", title="Rest"),))
    had = store.outbox.had([number, other, stranger], ["b", "zzz"])
    assert had.editions.keys() == {number, other}, "both are of the same place"
    assert had.items_of(had.editions[other]) == [item("a", "b")]
    assert store.outbox.had([number], ["r"]).editions == {}, "only counted, not shown"
    assert store.outbox.had([number], ["zzz"]).editions == {}


def test_what_was_only_counted_and_then_shown_was_had(store):
    number = subscribed(store)
    decide(store, number, item("a"), rest=(item("r", title="Rest"),))
    (waiting,) = store.outbox.waiting(NOW, 9)
    store.outbox.delivered(waiting.id, [5], NOW, done=True)
    store.outbox.show_rest(waiting.id, NOW + 5)
    had = store.outbox.had([number], ["r"])
    assert item("r", title="Rest") in had.items_of(had.editions[number])
    assert store.outbox.waiting(NOW + 9, 9) == [], "it is there already"


def test_a_delivery_that_is_gone_or_has_no_rest_shows_none(store):
    decide(store, subscribed(store), item("a"))
    store.outbox.show_rest(1, NOW)
    store.outbox.show_rest(77, NOW)
    assert store.outbox.counts() == {"pending": 1}


def test_what_failed_was_not_had(store):
    number = subscribed(store)
    decide(store, number, item("a"))
    (waiting,) = store.outbox.waiting(NOW, 9)
    store.outbox.give_up(waiting.id, "refused", NOW)
    assert store.outbox.had([number], ["a"]).editions == {}
    assert store.outbox.get(waiting.id).state == "failed"


def test_one_of_each_place_at_a_time_in_order(store):
    decide(store, subscribed(store), item("a"))
    decide(store, subscribed(store, topic="ferry"), item("b"))
    decide(store, subscribed(store, 2), item("c"))
    first, other = store.outbox.waiting(NOW, 9)
    assert [first.edition.items[0].marks, other.edition.items[0].marks] == [("a",), ("c",)]
    store.outbox.begin([(first.id, 40)])
    assert [one.id for one in store.outbox.waiting(NOW, 9)] == [other.id], "the first is on its way"
    store.outbox.delivered(first.id, [41], NOW, done=True)
    assert {one.edition.items[0].marks for one in store.outbox.waiting(NOW, 9)} == {("b",), ("c",)}
    assert len(store.outbox.waiting(NOW, 1)) == 1


def test_messages_of_a_digest_are_counted(store):
    decide(store, subscribed(store), item("a"))
    (waiting,) = store.outbox.waiting(NOW, 9)
    store.outbox.delivered(waiting.id, [41], NOW, done=False)
    (again,) = store.outbox.waiting(NOW, 9)
    assert (again.page, again.messages, again.state) == (1, (41,), "pending")
    store.outbox.delivered(waiting.id, [41, 42], NOW, done=True)
    done = store.outbox.get(waiting.id)
    assert (done.page, done.messages, done.state) == (2, (41, 42), "sent")


def test_what_is_put_off_waits(store):
    decide(store, subscribed(store), item("a"))
    (waiting,) = store.outbox.waiting(NOW, 9)
    store.outbox.put_off(waiting.id, NOW + 60, failed=True)
    assert store.outbox.waiting(NOW + 59, 9) == []
    (again,) = store.outbox.waiting(NOW + 60, 9)
    assert again.attempts == 1
    store.outbox.put_off(waiting.id, NOW + 90, failed=False, state="unknown")
    assert store.outbox.get(waiting.id).attempts == 1
    assert store.outbox.get(waiting.id).state == "unknown"


def test_after_a_crash_nobody_knows_of_what_was_being_sent(path):
    with open_store(path) as store:
        decide(store, subscribed(store), item("a"))
        decide(store, subscribed(store, 2), item("b"))
        store.outbox.begin([(store.outbox.waiting(NOW, 9)[0].id, 40)])
    with open_store(path) as store:
        assert store.outbox.recover() == 1
        assert store.outbox.recover() == 0
        assert [(one.state, one.behind) for one in store.outbox.waiting(NOW, 9)] == [
            ("unknown", 40),
            ("pending", 0),
        ]


def test_what_nobody_knows_is_sent_with_a_word_about_it(store):
    decide(store, subscribed(store), item("a"))
    (waiting,) = store.outbox.waiting(NOW, 9)
    assert not waiting.may_repeat
    store.outbox.send_again(waiting.id, NOW)
    (again,) = store.outbox.waiting(NOW, 9)
    assert (again.state, again.may_repeat) == ("pending", True)


def test_after_a_change_of_the_clock_nothing_waits_for_later(store):
    decide(store, subscribed(store), item("a"))
    (waiting,) = store.outbox.waiting(NOW, 9)
    store.outbox.put_off(waiting.id, NOW + 9000, failed=False)
    store.outbox.pull_forward(NOW)
    assert [one.id for one in store.outbox.waiting(NOW, 9)] == [waiting.id]


def test_nothing_waits_in_an_empty_outbox(store):
    assert store.outbox.waiting(NOW, 9) == []
    assert store.outbox.get(1) is None


def test_the_messages_of_a_chat_are_those_of_all_its_digests(store):
    for chat, numbers in ((1, [50, 41]), (2, [43])):
        decide(store, subscribed(store, chat), item(f"for {chat}"))
        (delivery,) = store.outbox.waiting(NOW, 9)
        store.outbox.begin([(delivery.id, 40)])
        store.outbox.delivered(delivery.id, numbers, NOW, done=True)
    assert store.outbox.messages("telegram:1") == [41, 50]
    assert store.outbox.messages("telegram:3") == []
