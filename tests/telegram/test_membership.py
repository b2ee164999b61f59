"""The bot let into chats, shut out of them, and moved; digests of channels."""

import asyncio
import time
from contextlib import asynccontextmanager

from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope
from bot.telegram.wording_subscriptions import SUBSCRIPTIONS_EN as EN
from tests.telegram.fake_api import ME
from tests.telegram.fake_people import someone
from tests.telegram.support import FakeAnswerer, FakeDigester, said, sent, services_of, serving_with
from tests.telegram.test_digest_view import item

CHANNEL = {"id": -100, "type": "channel", "title": "City news"}


@asynccontextmanager
async def following(api, chat):
    with services_of(FakeAnswerer(said), FakeDigester((item(),))) as services:
        subscriptions = services.store.subscriptions
        place = Place(f"telegram:{chat}")
        subscriptions.save(place, Scope(), "en", Manner(Schedule()), int(time.time()))
        async with serving_with(api, services):
            yield subscriptions


def member(api, chat, status):
    kind = {"id": chat, "type": "private", "first_name": "Ann"}
    change = {
        "chat": kind,
        "from": someone(1, "en"),
        "date": int(time.time()),
        "old_chat_member": {"status": "member", "user": ME},
        "new_chat_member": {
            "status": status,
            "user": ME,
            **({"until_date": 0} if status == "kicked" else {}),
        },
    }
    api.update("my_chat_member", change)


async def test_nothing_is_sent_to_whoever_blocks_the_bot_until_they_let_it_in(api):
    async with following(api, 1) as subscriptions:
        member(api, 1, "kicked")
        await asyncio.to_thread(api.wait, lambda: subscriptions.counts() == {"blocked": 1})
        member(api, 1, "member")
        await asyncio.to_thread(api.wait, lambda: subscriptions.counts() == {"open": 1})


async def test_a_group_that_moves_takes_its_subscriptions_along(api):
    async with following(api, -5) as subscriptions:
        api.write("", chat=-5, migrate_to_chat_id=-1005)
        moved = Place("telegram:-1005")
        await asyncio.to_thread(api.wait, lambda: subscriptions.of_place(moved))
        assert subscriptions.of_place(Place("telegram:-5")) == []


def post(api, text):
    api.chats[-100] = CHANNEL
    end = len(text.split()[0])
    api.update(
        "channel_post",
        {
            "message_id": 1,
            "date": int(time.time()),
            "chat": CHANNEL,
            "sender_chat": CHANNEL,
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": end}],
        },
    )


async def test_a_channel_subscribes_by_its_posts_and_its_administrators_press(api):
    api.administrators.add((-100, 8))
    with services_of(FakeAnswerer(said), FakeDigester((item(),))) as services:
        async with serving_with(api, services):
            post(api, "/subscribe topic: bridge")
            [offer] = await sent(api, 1, chat=-100)
            api.press_text(EN.take, offer, person=7)
            api.press_text(EN.take, offer, person=8)
            held = services.store.subscriptions.of_place
            await asyncio.to_thread(api.wait, lambda: held(Place("telegram:-100")))
            post(api, "/digest")
            assert "Story 1" in (await sent(api, 2, chat=-100))[1]["text"]


async def test_other_posts_of_a_channel_are_not_answered(api):
    async with following(api, 1):
        post(api, "/ask what did Orlova say?")
        api.write("/help")
        await sent(api, 1, chat=1)
    assert api.sent(-100) == []
