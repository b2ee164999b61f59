"""Everything goes wrong at once; every question is answered, once, in the order of its chat."""

import asyncio
import random
import time
from dataclasses import replace

import pytest

from bot.store import open_store
from bot.telegram.services import Services
from tests.telegram.fake_api import FakeTelegram, Fault
from tests.telegram.fake_pace import WIDE
from tests.telegram.support import (
    NOW,
    PROMPT,
    FakeAnswerer,
    FakeDigester,
    quoted,
    said,
    sent,
    serving,
    serving_with,
)

IMPATIENT = replace(PROMPT, patience=0.4)
CHATS = range(1, 9)
FAULTS = (
    Fault(500),
    Fault(502, done=True),
    Fault(),
    Fault(done=True),
    Fault(retry_after=1),
    Fault(silence=0.8, done=True),
    Fault(silence=0.8),
)


@pytest.fixture
def telegram():
    with FakeTelegram(WIDE) as server:
        yield server


def asked_of(api, chat):
    return [message["text"].split("\n")[0] for message in api.sent(chat)]


async def test_faults_of_every_kind_restarts_and_repetitions(telegram, tmp_path):
    """Three runs of the bot over one database; half of the sending fails, updates come twice."""
    draw = random.Random(5)
    expected = {chat: [f"{chat} {number}" for number in range(9)] for chat in CHATS}
    for run in range(3):
        telegram.fail("sendMessage", *draw.choices(FAULTS, k=20))
        telegram.fail("getUpdates", FAULTS[run])
        with open_store(tmp_path / "test.db") as store:
            services = Services(FakeAnswerer(said), FakeDigester(), store, lambda: NOW)
            async with serving_with(telegram, services, IMPATIENT):
                for number in range(3 * run, 3 * run + 3):
                    for chat in CHATS:
                        telegram.write(f"{chat} {number}", chat=chat)
                        if draw.random() < 0.3:
                            telegram.repeat(telegram.pending[-1])
                await sent(telegram, 24 * run + draw.randrange(8), seconds=20)
    with open_store(tmp_path / "test.db") as store:
        async with serving_with(
            telegram, Services(FakeAnswerer(said), FakeDigester(), store, lambda: NOW), IMPATIENT
        ):
            await sent(telegram, 9 * len(CHATS), seconds=30)
            await asyncio.sleep(0.5)
    assert {chat: asked_of(telegram, chat) for chat in CHATS} == expected


@pytest.mark.parametrize("fault", [Fault(retry_after=3), Fault(silence=3.0)], ids=["429", "silence"])
async def test_a_chat_that_telegram_holds_up_holds_up_no_other(telegram, fault):
    async with serving(telegram, FakeAnswerer(said), replace(PROMPT, patience=5.0)):
        telegram.fail("sendMessage", fault)
        telegram.write("held up", chat=1)
        await asyncio.to_thread(telegram.wait, lambda: not telegram._faults["sendMessage"])
        began = time.monotonic()
        for chat in range(2, 8):
            telegram.write("free", chat=chat)
        for chat in range(2, 8):
            await sent(telegram, 1, chat=chat)
        assert time.monotonic() - began < 2
        assert telegram.sent(1) == []
        await sent(telegram, 1, chat=1)


async def test_an_edit_that_fails_on_the_way_is_made_once(telegram):
    answerer = FakeAnswerer(lambda question: quoted(f"{question}!"))
    async with serving(telegram, answerer, PROMPT):
        number = telegram.write("one")
        [first] = await sent(telegram, 1)
        telegram.fail("editMessageText", Fault(), Fault(done=True), Fault(500, done=True))
        telegram.edit(number, "two")
        await asyncio.to_thread(telegram.wait, lambda: "two!" in telegram.sent()[0]["text"])
    [last] = telegram.sent()
    assert last["message_id"] == first["message_id"]
