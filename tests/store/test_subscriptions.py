"""What places follow: saved once for every scope, due in time, closed, opened and moved with their chat."""

import pytest

from bot.store import Decided, Edition, Head, Store
from bot.subscriptions.schedule import QuietHours, Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope

HOME = Place("telegram:1")
NOW = 1_940_000_000  # 2031-06-23 16:53:20 UTC
NINE = 1_940_058_000  # the next morning
DAY = 86_400
DAILY = Manner(Schedule("daily", 540))
AT_ONCE = Manner(Schedule("at_once"))
WATER = Scope("topic", "Water Prices")


def pending(store: Store, number: int) -> None:
    """A digest waits to be sent for a subscription."""
    one = store.subscriptions.get(number)
    head = Head(one.scope, "en", 0, one.next_due, "UTC")
    store.outbox.commit(
        [Decided(number, one.next_due, one.next_due, NOW, 0, False, Edition(head))], one.next_due
    )


def test_everything_comes_back_as_it_was_saved(store):
    manner = Manner(Schedule("weekly", 510, 3), "Europe/Berlin", QuietHours(1320, 450), "once")
    scope = Scope("speaker", "Орлов", "паром")
    saved = store.subscriptions.save(Place("telegram:-5", 7), scope, "ru", manner, NOW)
    assert (saved.place, saved.scope, saved.language, saved.manner) == (
        Place("telegram:-5", 7),
        scope,
        "ru",
        manner,
    )
    assert (saved.looked, saved.after, saved.empty_told) == (0, 0, False)
    assert store.subscriptions.of_place(Place("telegram:-5", 7)) == [saved]
    assert store.subscriptions.of_place(Place("telegram:-5")) == []


def test_what_is_followed_already_is_changed_instead(store):
    first = store.subscriptions.save(HOME, WATER, "en", DAILY, NOW)
    second = store.subscriptions.save(HOME, Scope("topic", "water  prices"), "ru", AT_ONCE, NOW)
    assert second.id == first.id
    assert (second.language, second.manner) == ("ru", AT_ONCE)
    assert store.subscriptions.save(HOME, Scope("source", "water prices"), "en", DAILY, NOW).id != first.id


def test_an_alert_tells_only_what_comes_later(store, make_article):
    store.articles.save([make_article("u1"), make_article("u2", "Another text.")])
    alert = store.subscriptions.save(HOME, WATER, "en", AT_ONCE, NOW)
    digest = store.subscriptions.save(HOME, Scope(), "en", DAILY, NOW)
    assert [(one.looked, one.after) for one in (alert, digest)] == [(NOW, 2), (0, 0)]


def test_due_at_its_time(store):
    daily = store.subscriptions.save(HOME, WATER, "en", DAILY, NOW)
    assert daily.next_due == NINE
    assert store.subscriptions.due(NINE - 1, 0) == []
    assert store.subscriptions.due(NINE, 0) == [daily]


def test_an_alert_is_due_when_the_library_has_grown(store, make_article):
    alert = store.subscriptions.save(HOME, WATER, "en", AT_ONCE, NOW)
    assert store.subscriptions.due(NINE, store.sequence()) == []
    store.articles.save([make_article("u1")])
    assert store.subscriptions.due(NINE, store.sequence()) == [alert]


def test_not_due_while_its_last_digest_waits(store):
    one = store.subscriptions.save(HOME, WATER, "en", DAILY, NOW)
    pending(store, one.id)
    assert store.subscriptions.due(NINE, 0) == []
    (waiting,) = store.outbox.waiting(NINE, 9)
    store.outbox.delivered(waiting.id, [5], NINE, done=True)
    assert [due.id for due in store.subscriptions.due(NINE, 0)] == [one.id]


def test_unsubscribing_drops_what_waits(store):
    one = store.subscriptions.save(HOME, WATER, "en", DAILY, NOW)
    pending(store, one.id)
    assert store.subscriptions.remove(one.id)
    assert not store.subscriptions.remove(one.id)
    assert store.outbox.counts() == {}


def test_a_closed_chat_gets_nothing_until_it_is_opened(store, make_article):
    one = store.subscriptions.save(HOME, WATER, "en", DAILY, NOW)
    pending(store, one.id)
    store.subscriptions.close_chat("telegram:1", "blocked", NINE)
    assert store.outbox.counts() == {"failed": 1}
    assert store.subscriptions.due(NINE, 0) == []
    assert store.subscriptions.counts() == {"blocked": 1}
    store.articles.save([make_article("u1")])
    store.subscriptions.open_chat("telegram:1", NINE + 3 * DAY)
    opened = store.subscriptions.get(one.id)
    assert (opened.next_due, opened.looked, opened.after) == (NINE + 4 * DAY, NINE + 3 * DAY, 1)


def test_who_is_shut_out_gets_nothing_until_let_in_again(store):
    one = store.subscriptions.save(HOME, WATER, "en", DAILY, NOW)
    store.people.set_role(1, "barred", NOW)
    assert store.subscriptions.due(NINE, 0) == []
    store.people.set_role(1, "reader", NOW)
    assert store.subscriptions.due(NINE, 0) == [one]


def test_opening_an_open_chat_changes_nothing(store):
    one = store.subscriptions.save(HOME, WATER, "en", DAILY, NOW)
    store.subscriptions.open_chat("telegram:1", NINE + 3 * DAY)
    assert store.subscriptions.get(one.id) == one


def test_a_group_that_moves_takes_all_with_it(store):
    one = store.subscriptions.save(Place("telegram:-1", 4), WATER, "en", DAILY, NOW)
    pending(store, one.id)
    store.subscriptions.move_chat("telegram:-1", "telegram:-100", NOW)
    assert store.subscriptions.get(one.id).place == Place("telegram:-100", 4)
    (waiting,) = store.outbox.waiting(NINE, 9)
    assert waiting.place == Place("telegram:-100", 4)


def test_a_group_that_moves_to_where_it_is_known_follows_nothing_twice(store):
    store.subscriptions.save(Place("telegram:-1"), WATER, "en", DAILY, NOW)
    store.subscriptions.save(Place("telegram:-1"), Scope(), "en", DAILY, NOW)
    kept = store.subscriptions.save(Place("telegram:-100"), WATER, "ru", DAILY, NOW)
    store.subscriptions.move_chat("telegram:-1", "telegram:-100", NOW)
    found = store.subscriptions.of_place(Place("telegram:-100"))
    assert [one.scope for one in found] == [Scope(), WATER]
    assert kept in found


def test_due_moments_far_off_are_found(store):
    one = store.subscriptions.save(HOME, WATER, "en", DAILY, NOW + 90 * DAY)
    alert = store.subscriptions.save(HOME, Scope(), "en", AT_ONCE, NOW)
    assert store.subscriptions.far_off(NOW) == [one]
    store.subscriptions.move_due([(one, NINE), (alert, NOW + 60)])
    assert store.subscriptions.far_off(NOW) == []
    assert store.subscriptions.get(one.id).next_due == NINE


def test_who_was_told_by_a_wrong_clock_is_looked_at_again(store):
    one, other = (store.subscriptions.save(HOME, scope, "en", DAILY, NOW) for scope in (WATER, Scope()))
    told = [(one, NOW + DAY), (other, NOW - DAY)]
    store.outbox.commit(
        [Decided(sub.id, sub.next_due, sub.next_due, looked, 9, False, None) for sub, looked in told], NOW
    )
    store.subscriptions.look_again(NOW)
    found = [store.subscriptions.get(sub.id) for sub in (one, other)]
    assert [(sub.looked, sub.after) for sub in found] == [(NOW, 0), (NOW - DAY, 9)]


def test_a_due_moment_that_was_changed_meanwhile_stays(store):
    one = store.subscriptions.save(HOME, WATER, "en", DAILY, NOW)
    changed = store.subscriptions.save(HOME, WATER, "en", Manner(Schedule("daily", 600)), NOW)
    store.subscriptions.move_due([(one, NOW)])
    assert store.subscriptions.get(one.id) == changed


@pytest.mark.parametrize("recurrence", ["daily", "weekdays", "weekends", "weekly", "hourly", "at_once"])
def test_no_usual_due_moment_is_far_off(store, recurrence):
    store.subscriptions.save(HOME, WATER, "en", Manner(Schedule(recurrence)), NOW)
    assert store.subscriptions.far_off(NOW) == []
