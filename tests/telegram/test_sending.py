"""Sending into a scene: pages in order, in the place of others, as replies in groups, once after a crash."""

import asyncio

import pytest

from bot.telegram.application import build_application
from bot.telegram.keyboards import closing
from bot.telegram.scene import Scene
from bot.telegram.sending import deliver, remove, say, send, send_file
from bot.telegram.texts import EN
from tests.telegram.fake_api import TOKEN
from tests.telegram.support import PROMPT, FakeAnswerer, said, services_of, serving

PRIVATE, GROUP = Scene(1, 1, is_private=True), Scene(-5, 7, is_private=False)


@pytest.fixture
async def bot(api):
    for chat in (1, -5):
        api.write("hello", chat=chat)
    with services_of(FakeAnswerer(said)) as services:
        async with build_application(TOKEN, api.base_url, services, PROMPT) as application:
            yield application.bot


def shown(api, chat=1):
    return [message["text"] for message in api.sent(chat)]


async def test_pages_come_in_order_with_the_buttons_under_the_last(api, bot):
    numbers = await deliver(bot, PRIVATE, ["one", "two"], closing(EN))
    assert numbers == [message["message_id"] for message in api.sent(1)]
    assert ["reply_markup" in message for message in api.sent(1)] == [False, True]


async def test_pages_take_the_places_of_messages_and_what_is_left_over_goes(api, bot):
    old = await deliver(bot, PRIVATE, ["one", "two", "three"])
    assert await deliver(bot, PRIVATE, ["eins", "zwei"], instead_of=old) == old[:2]
    assert shown(api) == ["eins", "zwei"]
    assert await deliver(bot, PRIVATE, ["eins", "zwei", "drei"], instead_of=old[:2]) != old
    assert shown(api) == ["eins", "zwei", "drei"]


async def test_a_message_that_is_gone_is_sent_anew(api, bot):
    [old] = await say(bot, PRIVATE, "one")
    api.messages.clear()
    [new] = await deliver(bot, PRIVATE, ["two"], instead_of=[old])
    assert (new != old, shown(api)) == (True, ["two"])
    await remove(bot, 1, [old, 999])
    assert shown(api) == ["two"]


async def test_only_the_first_page_replies_and_only_in_groups(api, bot):
    asked = next(one["message_id"] for one in api.written.values() if one["chat"]["id"] == -5)
    for scene in (PRIVATE, Scene(-5, 7, is_private=False, message=asked)):
        await deliver(bot, scene, ["one", "two"])
    assert [message.get("replied") for message in api.sent(1)] == [None, None]
    assert [message.get("replied") for message in api.sent(-5)] == [asked, None]
    await send(bot, Scene(-5, 7, is_private=False, message=12345), "to what was deleted")


async def test_a_file_has_a_name_and_a_caption(api, bot):
    await send_file(bot, PRIVATE, b"{}", "All of it.", "whosaid.json")
    assert (api.sent(1)[0]["caption"], api.sent(1)[0]["content"]) == ("All of it.", "{}")


async def test_pressing_a_button_shows_words_only_where_there_are_any(api):
    async with serving(api, FakeAnswerer(said)):
        api.write("/language")
        await asyncio.to_thread(api.wait_for_sent, 1)
        [message] = api.sent()
        quiet = api.press_text("English", message)
        loud = api.press("nonsense", 1, message)
        await asyncio.to_thread(api.wait, lambda: len(api.toasts) == 2)
    assert api.toasts == {quiet: ("", False), loud: (EN.expired, True)}
