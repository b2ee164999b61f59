"""What places want to hear no more of."""

from bot.store import Disliked
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope

HOME, AWAY = Place("telegram:1"), Place("telegram:1", 5)


def test_each_place_has_its_own(store):
    home, away = (
        store.subscriptions.save(place, Scope(), "en", Manner(Schedule()), 0) for place in (HOME, AWAY)
    )
    store.muted.add(HOME, Disliked("Ferry"), ["article:1", "article:2"])
    store.muted.add(HOME, Disliked("Ferry"), ["article:2"])
    found = store.muted.of([home.id, away.id], ["article:2", "article:3"])
    assert found == {home.id: frozenset({"article:2"})}


def test_a_place_that_follows_nothing_has_nothing_to_mute(store):
    store.muted.add(HOME, Disliked("Ferry"), ["article:1"])
    home = store.subscriptions.save(HOME, Scope(), "en", Manner(Schedule()), 0)
    assert store.muted.of([home.id], ["article:1"]) == {}


def test_it_goes_with_the_person(store):
    home = store.subscriptions.save(HOME, Scope(), "en", Manner(Schedule()), 0)
    store.muted.add(HOME, Disliked("Ferry"), ["article:1"])
    store.personal.erase(1)
    again = store.subscriptions.save(HOME, Scope(), "en", Manner(Schedule()), 0)
    assert store.muted.of([home.id, again.id], ["article:1"]) == {}


def test_what_was_said_is_listed_and_taken_back(store):
    home = store.subscriptions.save(HOME, Scope(), "en", Manner(Schedule()), 0)
    store.muted.add(HOME, Disliked("Ferry aground", ("Tarnholm",)), ["article:1", "article:2"])
    store.muted.add(HOME, Disliked("Bread"), ["article:2", "article:3"])
    ferry, bread = store.muted.of_place(HOME)
    assert (ferry.title, ferry.names, bread.title) == ("Ferry aground", ("Tarnholm",), "Bread")
    assert store.muted.names([home.id]) == {home.id: (("Tarnholm",),)}
    assert not store.muted.remove(AWAY, ferry.id)
    assert store.muted.remove(HOME, ferry.id)
    assert not store.muted.remove(HOME, ferry.id)
    marks = ["article:1", "article:2", "article:3"]
    assert store.muted.of([home.id], marks) == {home.id: frozenset({"article:2", "article:3"})}
    assert store.muted.of_place(HOME) == [bread]
    assert store.muted.names([home.id]) == {}


def test_it_goes_with_the_group_to_its_new_key(store):
    old, new = Place("telegram:-1"), Place("telegram:-100")
    home = store.subscriptions.save(old, Scope(), "en", Manner(Schedule()), 0)
    store.muted.add(old, Disliked("Ferry", ("Tarnholm",)), ["article:1", "article:2"])
    store.subscriptions.save(new, Scope("topic", "bread"), "en", Manner(Schedule()), 0)
    store.muted.add(new, Disliked("Bread"), ["article:2"])
    store.subscriptions.move_chat("telegram:-1", "telegram:-100", 1)
    assert [one.title for one in store.muted.of_place(new)] == ["Ferry", "Bread"]
    assert store.muted.of([home.id], ["article:1", "article:2"]) == {
        home.id: frozenset({"article:1", "article:2"})
    }


def test_the_same_once_more_is_no_second_matter(store):
    home = store.subscriptions.save(HOME, Scope(), "en", Manner(Schedule()), 0)
    for _ in range(2):
        store.muted.add(HOME, Disliked("Ferry"), ["article:1"])
    (ferry,) = store.muted.of_place(HOME)
    assert store.muted.remove(HOME, ferry.id)
    assert store.muted.of([home.id], ["article:1"]) == {}
