"""Who waits in line, who is told meanwhile, and what is no longer wanted."""

import asyncio
import threading

import pytest
from telegram import Chat, InlineQuery, Message, Update, User

from bot.telegram.scene import Scenes
from bot.telegram.texts import EN
from bot.telegram.watch import Watchman
from tests.telegram.fake_api import ME
from tests.telegram.fake_pace import WIDE
from tests.telegram.support import NOW, FakeAnswerer, said, sent, services_of, serving

ANN = User(7, "Ann", False)


class Bot:
    id = ME["id"]
    username = ME["username"]


def message(text, kind="group"):
    return Update(5, Message(3, NOW, Chat(-5, kind), from_user=ANN, text=text))


@pytest.mark.parametrize(
    ("update", "waits"),
    [
        (message("chatter"), False),
        (message("/ask who?"), True),
        (message("who?", "private"), True),
        (Update(5, inline_query=InlineQuery("1", ANN, "x", "")), False),
    ],
)
def test_talk_in_groups_that_is_not_for_us_waits_for_nobody(update, waits):
    with services_of(FakeAnswerer(said)) as services:
        assert Watchman(services, Scenes(services.store), Bot()).has_line(update) == waits


async def test_who_sends_too_much_is_told_at_once_and_at_the_end(api):
    api.pace = WIDE
    going = threading.Event()

    def reply(question):
        assert going.wait(10)
        return said(question)

    async with serving(api, FakeAnswerer(reply), per_minute=0):
        for number in range(25):
            api.write(f"{number}?")
        [busy] = await sent(api, 1)
        query = api.press("x:0:0", 1, busy)
        await asyncio.to_thread(api.wait, lambda: query in api.toasts)
        going.set()
        messages = await sent(api, 23, seconds=20)
    assert busy["text"] == EN.busy
    assert api.toasts[query] == (EN.busy_button, True)
    assert [message["text"] for message in messages[1:22]] == [f"{number}?" for number in range(21)]
    assert messages[22]["text"] == EN.missed.format(messages="4 messages")


async def test_talk_in_a_group_fills_no_line_and_gets_no_word(api):
    going = threading.Event()

    def reply(question):
        assert going.wait(10)
        return said(question)

    async with serving(api, FakeAnswerer(reply)):
        api.write("@whosaid_test_bot who?", chat=-5)
        for number in range(40):
            api.write(f"chatter {number}", chat=-5)
        api.write("@whosaid_test_bot and then?", chat=-5)
        await asyncio.to_thread(api.wait, lambda: not api.pending or len(api.calls) > 5)
        going.set()
        messages = await sent(api, 2, chat=-5)
    assert [message["text"] for message in messages] == ["who?", "and then?"]
