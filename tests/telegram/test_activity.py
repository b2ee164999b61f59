"""The typing sign."""

import asyncio
import time

from telegram import Bot
from telegram.ext import ExtBot

from bot.telegram.activity import typing
from tests.telegram.fake_api import TOKEN, Fault
from tests.telegram.support import FakeAnswerer, said, sent, serving


async def test_slow_work_shows_it_and_fast_work_does_not(api):
    def slow(question):
        time.sleep(1.3 if question == "slow" else 0)
        return said(question)

    async with serving(api, FakeAnswerer(slow)):
        api.write("fast")
        await sent(api, 1)
        assert api.calls_of("sendChatAction") == []
        api.write("slow")
        await sent(api, 2)
    [call] = api.calls_of("sendChatAction")
    assert call.params == {"chat_id": "1", "action": "typing"}


async def test_the_sign_failing_stops_nothing(api):
    api.write("hello")
    api.fail("sendChatAction", Fault(500), Fault(retry_after=1))
    bot: Bot = ExtBot(TOKEN, base_url=api.base_url)
    async with bot, typing(bot, 1, first_after=0):
        await asyncio.to_thread(api.wait, lambda: api.calls_of("sendChatAction"))
