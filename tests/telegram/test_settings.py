"""Small commands and what is no question."""

import asyncio

import pytest

from bot.telegram.texts import EN, RU, TEXTS
from tests.telegram.support import FakeAnswerer, said, sent, services_of, serving, serving_with


@pytest.mark.parametrize(
    ("label", "chosen", "words"), [("Русский", "ru", RU.language_set), ("English", "en", EN.language_set)]
)
async def test_a_language_is_chosen_and_kept(api, label, chosen, words):
    with services_of(FakeAnswerer(said)) as services:
        async with serving_with(api, services):
            api.write("/language")
            [offered] = await sent(api, 1)
            api.press_text(label, offered)
            assert (await sent(api, 2))[1]["text"] == words
            api.write("/nonsense")
            assert (await sent(api, 3))[2]["text"] == TEXTS[chosen].unknown_command
        assert services.store.people.language(1) == chosen


async def test_back_to_the_language_of_telegram(api):
    with services_of(FakeAnswerer(said)) as services:
        services.store.people.set_language(1, "ru")
        async with serving_with(api, services):
            api.write("/language")
            [offered] = await sent(api, 1)
            assert offered["text"] == RU.choose_language
            api.press_text(RU.as_in_telegram, offered)
            assert (await sent(api, 2))[1]["text"] == EN.language_auto
        assert services.store.people.language(1) is None


async def test_a_number_without_a_language_is_too_old(api):
    async with serving(api, FakeAnswerer(said)):
        api.write("/language")
        [offered] = await sent(api, 1)
        query = api.press("l:0:9", 1, offered)
        await asyncio.to_thread(api.wait, lambda: query in api.toasts)
    assert api.toasts[query] == (EN.expired, True)


async def test_an_administrator_who_stays_anonymous_may_change_a_group(api):
    group = {"id": -5, "type": "group", "title": "Friends"}
    async with serving(api, FakeAnswerer(said)):
        api.write("/language", chat=-5, person=9, sender_chat=group)
        [offered] = await sent(api, 1)
    assert offered["text"] == EN.choose_language
