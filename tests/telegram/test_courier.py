"""Digests brought over real HTTP to a strict fake Telegram, which breaks down in every way."""

from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.warnings import PTBDeprecationWarning

from bot.digests.courier import (
    Delivered,
    Gone,
    Held,
    Moved,
    NotSent,
    Refused,
    Unanswered,
    Unknowable,
)
from bot.store import Delivery, Edition, Head
from bot.store.outbox_values import MAY_REPEAT
from bot.subscriptions.subscription import Place
from bot.subscriptions.values import Scope
from bot.telegram.application import build_application
from bot.telegram.courier import TelegramCourier, outcome_of, pages_of
from bot.telegram.richtext import units
from bot.telegram.scene import chat_of
from bot.telegram.texts import TEXTS
from bot.telegram.wording_subscriptions import SUBSCRIPTIONS_EN as EN
from bot.telegram.wording_subscriptions import SUBSCRIPTIONS_RU as RU
from tests.telegram.fake_api import TOKEN, Fault
from tests.telegram.support import PROMPT, FakeAnswerer, said, services_of
from tests.telegram.test_digest_view import item

HEAD = Head(Scope("topic", "bridge"), "en", 1_752_019_200, 1_752_105_600, "Europe/Berlin")


def delivery(count=1, chat="telegram:1", thread=0, **more):
    edition = Edition(HEAD, tuple(item(number) for number in range(1, count + 1)), (item(90),))
    return replace(Delivery(5, Place(chat, thread), 1, edition, 0, "pending", 0, 0, 0, ()), **more)


@asynccontextmanager
async def courier_of(api):
    """With a message that was met in chat 1."""
    api.write("hello", chat=1)
    with services_of(FakeAnswerer(said)) as services:
        application = build_application(TOKEN, api.base_url, services, PROMPT)
        async with application:
            yield TelegramCourier(application.bot, services.numbers)


async def test_a_digest_arrives_with_its_buttons(api):
    async with courier_of(api) as courier:
        outcome = await courier.deliver(delivery())
    (message,) = api.sent(1)
    assert outcome == Delivered(message["message_id"])
    assert message["text"].startswith("“bridge”, 9 July 2025 – 10 July 2025")
    buttons = [one["text"] for row in message["reply_markup"]["inline_keyboard"] for one in row]
    assert buttons == [TEXTS["en"].more, EN.ask, EN.less]


async def test_a_long_digest_is_split_at_a_storys_border(api):
    many = delivery(60)
    pages = pages_of(many)
    assert len(pages) > 1
    async with courier_of(api) as courier:
        for page in range(len(pages)):
            outcome = await courier.deliver(replace(many, page=page))
            assert outcome.is_last == (page == len(pages) - 1)
    shown = api.sent(1)
    assert all(units(message["text"]) <= 4096 for message in shown)
    assert ["reply_markup" in message for message in shown] == [False] * (len(pages) - 1) + [True]
    assert [message["text"].split(". Story")[0] for message in shown[1:]] == [
        str(1 + sum(message["text"].count(". Story") for message in shown[:page]))
        for page in range(1, len(pages))
    ]


async def test_what_may_be_there_already_says_so(api):
    async with courier_of(api) as courier:
        await courier.deliver(delivery(behind=MAY_REPEAT))
    assert api.sent(1)[0]["text"].startswith(EN.may_repeat)
    in_russian = delivery(behind=MAY_REPEAT, edition=Edition(replace(HEAD, language="ru"), (item(1),)))
    assert RU.may_repeat in pages_of(in_russian)[0]


async def test_one_attempt_for_each_outcome(api):
    async with courier_of(api) as courier:
        api.fail("sendMessage", Fault(retry_after=7))
        assert await courier.deliver(delivery()) == Held(7)
        api.fail("sendMessage", Fault(code=500))
        assert await courier.deliver(delivery()) == Unanswered()
        api.blocked.add(1)
        assert await courier.deliver(delivery()) == Gone("blocked")
        assert await courier.deliver(delivery(chat="telegram:77")) == Gone("deleted")
        api.write("hello", chat=-3)
        assert isinstance(await courier.deliver(delivery(chat="telegram:-3", thread=8)), Refused)
    assert api.sent() == []
    assert len(api.calls_of("sendMessage")) == 5


@pytest.mark.parametrize("done", [True, False])
async def test_what_was_not_confirmed_is_looked_for(api, done):
    async with courier_of(api) as courier:
        first = await courier.deliver(delivery(chat="telegram:1"))
        marked = courier.mark("telegram:1")
        assert marked == first.message
        api.fail("sendMessage", Fault(done=done))
        second = delivery(id=6, behind=marked, state="unknown")
        assert await courier.deliver(second) == Unanswered()
        found = await courier.find(second)
    shown = api.sent(1)
    assert found == (Delivered(shown[1]["message_id"]) if done else NotSent())
    assert len(shown) == 1 + done


async def test_what_has_no_mark_can_never_be_known(api):
    async with courier_of(api) as courier:
        assert await courier.find(delivery(behind=0)) == Unknowable()


async def test_when_nobody_can_be_asked_it_is_looked_for_later(api):
    async with courier_of(api) as courier:
        api.fail("editMessageReplyMarkup", Fault(code=500))
        assert await courier.find(delivery(behind=3)) == Unanswered()


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (ChatMigrated(-100), Moved("telegram:-100")),
        (Forbidden("Forbidden: bot was blocked by the user"), Gone("blocked")),
        (Forbidden("Forbidden: user is deactivated"), Gone("deleted")),
        (Forbidden("Forbidden: the group chat was deleted"), Gone("deleted")),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Gone("blocked")),
        (BadRequest("Not enough rights to send text messages to the chat"), Gone("blocked")),
        (BadRequest("Chat not found"), Gone("deleted")),
        (BadRequest("Message thread not found"), Refused("Message thread not found")),
        (TimedOut(), Unanswered()),
        (NetworkError("cut"), Unanswered()),
        (InvalidToken(), NotSent("InvalidToken")),
    ],
)
def test_what_errors_mean(error, outcome):
    assert outcome_of(error) == outcome


def test_who_asks_us_to_wait_is_waited_for():
    with pytest.warns(PTBDeprecationWarning):
        assert outcome_of(RetryAfter(30)) == Held(30)


def test_without_a_connection_nothing_was_sent():
    error = NetworkError("no way")
    error.__cause__ = aiohttp.ClientConnectorError(None, OSError("refused"))
    assert outcome_of(error) == NotSent("NetworkError")


async def test_groups_are_slower(api):
    async with courier_of(api) as courier:
        assert courier.pause("telegram:-5") >= 3 > courier.pause("telegram:5") >= 1
    assert chat_of("telegram:-5") == -5
