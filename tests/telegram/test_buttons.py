"""Pressed buttons find their answers, in their own chat, or say kindly that they are too old."""

import asyncio

from bot.telegram.texts import EN, RU
from tests.telegram.support import FakeAnswerer, quoted, sent, services_of, serving_with


async def test_a_button_works_until_its_answer_is_gone(api):
    with services_of(FakeAnswerer(lambda _: quoted())) as services:
        async with serving_with(api, services):
            api.write("what?")
            [answer] = await sent(api, 1)
            first = api.press_text(EN.wrong, answer)
            await asyncio.to_thread(api.wait, lambda: first in api.toasts)
            services.store.shown.drop([1])
            second = api.press_text(EN.wrong, answer, language="ru")
            await asyncio.to_thread(api.wait, lambda: second in api.toasts)
    assert api.toasts[first] == (EN.noted, True)
    assert api.toasts[second] == (RU.expired, True)


async def test_whoever_was_barred_since_can_only_press_what_is_free(api):
    with services_of(FakeAnswerer(lambda _: quoted())) as services:
        services.store.people.set_role(1, "barred", 1)
        async with serving_with(api, services):
            api.write("/language")
            [offered] = await sent(api, 1)
            query = api.press("e:1:1", 1, offered)
            api.press_text("Русский", offered)
            assert (await sent(api, 2))[1]["text"] == RU.language_set
            await asyncio.to_thread(api.wait, lambda: query in api.toasts)
    assert api.toasts[query] == (EN.barred, True)
