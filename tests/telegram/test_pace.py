"""Sending: in time, again after a failure, one chat never waiting for another."""

import asyncio
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from telegram.error import ChatMigrated, NetworkError, RetryAfter, TimedOut
from telegram.ext import ExtBot

from bot.telegram.application import build_application
from bot.telegram.keyboards import closing
from bot.telegram.pace import AT_START, ATTEMPTS, ChatPace, Meter, Rate, Rates, seconds_of
from bot.telegram.texts import EN
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
    bot.rate_limiter.rates = replace(PROMPT, first_pause=0.0001)
    api.fail("sendMessage", *[Fault(500)] * ATTEMPTS)
    with pytest.raises(NetworkError):
        await bot.send_message(1, "never")
    assert len(api.calls_of("sendMessage")) == ATTEMPTS


async def test_a_start_gives_up_early(api, bot):
    bot.rate_limiter.rates = replace(PROMPT, first_pause=0.0001)
    before = len(api.calls_of("getMe"))
    api.fail("getMe", *[Fault(502)] * ATTEMPTS)
    with pytest.raises(NetworkError):
        await bot.get_me()
    assert len(api.calls_of("getMe")) == before + AT_START


async def test_a_ban_too_long_to_sleep_through_is_raised(api, bot):
    api.fail("sendMessage", Fault(retry_after=4000))
    with pytest.raises(RetryAfter):
        await bot.send_message(1, "never")


async def test_what_may_have_been_sent_and_cannot_be_looked_for_is_not_sent_again():
    pace = ChatPace(PROMPT)
    calls = []

    async def unanswered():
        calls.append(1)
        raise TimedOut from type("ReadTimeout", (Exception,), {})()

    with pytest.raises(TimedOut):
        await pace.process_request(unanswered, (), {}, "sendMessage", {"chat_id": 1}, None)
    assert len(calls) == 1


@pytest.mark.parametrize("code", [0, 500, 502])
@pytest.mark.parametrize("done", [False, True])
async def test_a_message_is_there_once_whether_it_was_sent_before_the_failure_or_not(api, bot, code, done):
    await bot.send_message(1, "before")
    api.fail("sendMessage", Fault(code, done=done))
    message = await bot.send_message(1, "once", reply_markup=closing(EN))
    assert [message["text"] for message in api.sent(1)] == ["before", "once"]
    assert message.message_id == api.sent(1)[1]["message_id"]
    assert len(api.calls_of("sendMessage")) == 3 - done


@pytest.mark.parametrize("done", [False, True])
async def test_a_time_out_is_no_reason_to_send_twice_or_not_at_all(api, done):
    api.write("hello", chat=1)
    rates = replace(PROMPT, patience=0.3)
    with services_of(FakeAnswerer(said)) as services:
        async with build_application(TOKEN, api.base_url, services, rates) as application:
            await application.bot.send_message(1, "before")
            api.fail("sendMessage", Fault(done=done, silence=0.6))
            message = await application.bot.send_message(1, "once")
    assert [message["text"] for message in api.sent(1)] == ["before", "once"]
    assert message.message_id == api.sent(1)[1]["message_id"]


async def test_a_file_is_there_once(api, bot):
    await bot.send_message(1, "before")
    api.fail("sendDocument", Fault(done=True), Fault(500))
    await bot.send_document(1, b"{}", "first", filename="a.json")
    await bot.send_document(1, b"{}", "second", filename="a.json")
    assert [message.get("caption") for message in api.sent(1)] == [None, "first", "second"]


async def test_a_group_that_becomes_a_supergroup_is_followed(bot):
    asked = []

    async def moved():
        asked.append(data["chat_id"])
        if len(asked) == 1:
            raise ChatMigrated(-1001)
        return {"message_id": 1}

    data = {"chat_id": -5}
    await bot.rate_limiter.process_request(moved, (), {}, "sendMessage", data, None)
    assert asked == [-5, -1001]


CALLS = {
    "sendMessage": lambda bot, _: bot.send_message(1, "x"),
    "editMessageText": lambda bot, shown: bot.edit_message_text("x", 1, shown),
    "editMessageReplyMarkup": lambda bot, shown: bot.edit_message_reply_markup(
        1, shown, reply_markup=closing(EN)
    ),
    "deleteMessage": lambda bot, shown: bot.delete_message(1, shown),
    "sendDocument": lambda bot, _: bot.send_document(1, b"x"),
    "sendPhoto": lambda bot, _: bot.send_photo(1, b"x"),
    "getChatMember": lambda bot, _: bot.get_chat_member(-3, 1),
    "setMyCommands": lambda bot, _: bot.set_my_commands([("a", "b")]),
    "deleteWebhook": lambda bot, _: bot.delete_webhook(),
    "getMe": lambda bot, _: bot.get_me(),
}


@pytest.mark.parametrize("method", CALLS)
async def test_any_call_waits_when_telegram_asks_for_it(api, bot, method):
    shown = await bot.send_message(1, "before")
    api.fail(method, Fault(retry_after=1))
    done = len(api.calls_of(method))
    await CALLS[method](bot, shown.message_id)
    assert [call.status for call in api.calls_of(method)[done:]] == [429, 200]


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
        return {"message_id": 1}

    for chat in range(1, 5000):
        await pace.process_request(done, (), {}, "sendMessage", {"chat_id": chat}, None)
    assert len(pace.chats) < 3000
