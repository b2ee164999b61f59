"""Sending: in time, again after a failure, one chat never waiting for another."""

import asyncio
import time
from datetime import timedelta

import pytest
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.ext import ExtBot

from bot.telegram.application import build_application
from bot.telegram.pace import ChatPace, Meter, Rate, Rates, seconds_of
from tests.telegram.fake_api import TOKEN, FakeTelegram, Fault
from tests.telegram.fake_pace import Pace
from tests.telegram.support import PROMPT, FakeAnswerer, said, services_of

# More at once than we send, since requests bunch on a busy machine; too little for no pace at all.
STRICT = Pace(chat=(5, 20.0), group=(5, 20.0), overall=(10, 60.0))


@pytest.fixture
async def bot(api):
    """The application's own bot, without polling."""
    for chat in (1, 2, -3):
        api.write("hello", chat=chat)
    with services_of(FakeAnswerer(said)) as services:
        application = build_application(TOKEN, api.base_url, services, PROMPT)
        async with application:
            yield application.bot


def test_meter_lets_a_burst_through_and_then_keeps_the_pace():
    meter = Meter(Rate(2.0, 3))
    assert [meter.delay(10.0) for _ in range(5)] == [0, 0, 0, 0.5, 1.0]
    assert meter.delay(100.0) == 0


def test_meter_that_is_held_lets_one_through_afterwards():
    meter = Meter(Rate(1.0, 3))
    meter.hold(15.0)
    assert [meter.delay(10.0), meter.delay(15.0)] == [5.0, 1.0]


def test_waiting_times_of_both_versions_of_ptb():
    assert seconds_of(3) == seconds_of(timedelta(seconds=3)) == 3.0


async def test_too_many_requests_are_waited_out_and_delivered(api, bot):
    api.fail("sendMessage", Fault(retry_after=1))
    began = time.monotonic()
    await bot.send_message(1, "late")
    assert time.monotonic() - began >= 1.0
    assert [message["text"] for message in api.sent()] == ["late"]


async def test_one_chat_that_is_held_up_does_not_hold_up_another(api, bot):
    api.fail("sendMessage", Fault(retry_after=1))
    held = asyncio.create_task(bot.send_message(1, "held"))
    await asyncio.to_thread(api.wait, lambda: api.calls_of("sendMessage"))
    await bot.send_message(2, "free")
    await held
    assert [message["text"] for message in api.sent()] == ["free", "held"]


@pytest.mark.parametrize("fault", [Fault(500), Fault(502), Fault()], ids=["500", "502", "cut"])
async def test_a_bad_network_is_tried_again(api, bot, fault):
    api.fail("sendMessage", fault, fault)
    await bot.send_message(1, "through")
    assert [call.status for call in api.calls_of("sendMessage")] == [fault.code, fault.code, 200]


async def test_it_gives_up_in_the_end(api, bot):
    api.fail("sendMessage", *[Fault(500)] * 9)
    with pytest.raises(NetworkError):
        await bot.send_message(1, "never")
    assert len(api.calls_of("sendMessage")) == 5


async def test_a_ban_too_long_to_sleep_through_is_raised(api, bot):
    api.fail("sendMessage", Fault(retry_after=4000))
    with pytest.raises(RetryAfter):
        await bot.send_message(1, "never")


async def test_what_may_have_been_sent_is_not_sent_again():
    pace = ChatPace(PROMPT)
    calls = []

    async def unanswered():
        calls.append(1)
        raise TimedOut from type("ReadTimeout", (Exception,), {})()

    with pytest.raises(TimedOut):
        await pace.process_request(unanswered, (), {}, "sendMessage", {"chat_id": 1}, None)
    assert len(calls) == 1


async def test_our_pace_satisfies_the_server():
    rates = Rates(overall=Rate(50.0, 3), chat=Rate(16.0, 2), group=Rate(16.0, 2))
    with FakeTelegram(STRICT) as api:
        for chat in (1, 2, -3):
            api.write("hello", chat=chat)
        async with ExtBot(TOKEN, base_url=api.base_url, rate_limiter=ChatPace(rates)) as bot:
            for number in range(9):
                for chat in (1, 2, -3):
                    await bot.send_message(chat, f"{number}")
        assert {call.status for call in api.calls_of("sendMessage")} == {200}


async def test_old_chats_are_forgotten():
    pace = ChatPace(Rates(overall=Rate(1e9, 9), chat=Rate(1e9, 1)))

    async def done():
        return True

    for chat in range(1, 5000):
        await pace.process_request(done, (), {}, "sendMessage", {"chat_id": chat}, None)
    assert len(pace.chats) < 3000
