"""Owners hear once of a feed that is paused."""

from dataclasses import replace

import pytest

from bot.telegram import pauses
from tests.telegram.support import FakeAnswerer, said, sent, services_of, serving_with, until

URL = "https://tarn.example/feed"


def pause(store, error="the server has no such page (410)"):
    [feed] = store.feeds.all()
    store.feeds.record(replace(feed, paused=True, failures=1, error=error), [], [], 2)


@pytest.fixture
def services(monkeypatch):
    monkeypatch.setattr(pauses, "EVERY", 0.02)
    with services_of(FakeAnswerer(said), owners=frozenset({1, 2})) as held:
        held.store.feeds.add(URL, "Tarn", "", 1, 600)
        yield held


async def test_every_owner_hears_of_it_once_in_their_language(api, services):
    for owner in (1, 2):
        api.write("hello", chat=owner)
    services.store.people.set_language(2, "ru")
    async with serving_with(api, services):
        await sent(api, 2)  # the answers
        pause(services.store)
        await until(lambda: not services.store.feeds.untold_pauses())
    english, russian = (api.sent(owner)[-1]["text"] for owner in (1, 2))
    assert english == (
        f"I no longer look at the feed {URL}\nthe server has no such page (410).\n"
        "/addsource with this address goes on, /removesource with it forgets the feed."
    )
    assert f"Больше не слежу за лентой {URL}\nПричина: такой страницы на сервере нет (410)." in russian
    assert [len(api.sent(owner)) for owner in (1, 2)] == [2, 2]


async def test_an_owner_who_never_wrote_to_the_bot_takes_nothing_from_the_others(api, services):
    api.write("hello", chat=2)
    pause(services.store)
    async with serving_with(api, services):
        await until(lambda: not services.store.feeds.untold_pauses())
    assert [URL in message["text"] for message in api.sent(2)].count(True) == 1
    assert api.sent(1) == []


async def test_as_long_as_nobody_can_be_reached_it_is_still_to_be_told(api, services):
    pause(services.store)
    async with serving_with(api, services):
        await until(lambda: len(api.calls_of("sendMessage")) > 2)
        assert services.store.feeds.untold_pauses()


async def test_one_that_is_looked_at_again_is_told_of_anew(api, services):
    api.write("hello", chat=1)
    async with serving_with(api, services):
        for _ in range(2):
            pause(services.store)
            await until(lambda: not services.store.feeds.untold_pauses())
            services.store.feeds.add(URL, "", "", 3, 600)
            assert not services.store.feeds.all()[0].paused
    assert [URL in message["text"] for message in api.sent(1)].count(True) == 2
