"""The buttons under a digest, pressed from outside."""

import asyncio
import time
from contextlib import asynccontextmanager

from bot.store import Decided, Delivery, Edition, Head
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope
from bot.telegram.digest_buttons import digest_of, under_digest
from bot.telegram.texts import EN as TEXTS
from bot.telegram.wording_subscriptions import SUBSCRIPTIONS_EN as EN
from tests.telegram.support import FakeAnswerer, quoted, sent, services_of, serving_with, until
from tests.telegram.test_digest_view import item

HEAD = Head(Scope(), "en", 1_752_019_200, 1_752_105_600, "Europe/Berlin")
ITEMS = (item(1, marks=("article:1",)), item(2, marks=("article:2",)))
EDITION = Edition(HEAD, ITEMS, (item(3, marks=("article:3",)),))


@asynccontextmanager
async def delivered(api, edition=EDITION):
    """A bot, a digest in its outbox, and a message of the chat to press buttons under."""
    answerer = FakeAnswerer(lambda _: quoted())
    with services_of(answerer) as services:
        store = services.store
        one = store.subscriptions.save(Place("telegram:1"), Scope(), "en", Manner(Schedule()), 0)
        store.outbox.commit([Decided(one.id, one.next_due, 9_999, 1, 0, False, edition)], 1)
        [delivery] = store.outbox.waiting(9_999, 1)
        store.outbox.delivered(delivery.id, [1], int(time.time()), done=True)
        async with serving_with(api, services):
            api.write("/help")
            [message] = await sent(api, 1)
            message = message | {"reply_markup": under_digest(delivery).to_dict()}
            yield services, answerer, delivery, message


def acknowledged(api):
    return [call.params.get("text", "") for call in api.calls_of("answerCallbackQuery")]


def test_a_digest_without_items_has_no_buttons():
    empty = Delivery(1, Place("telegram:1"), 1, Edition(HEAD), 0, "sent", 1, 0, 0, (5,))
    assert under_digest(empty) is None
    assert digest_of(EDITION).more == 1


async def test_more_shows_the_rest_which_does_not_come_again(api):
    async with delivered(api) as (services, *_, message):
        api.press_text(TEXTS.more, message)
        rest = (await sent(api, 2))[1]
        had, marks = services.store.outbox.had, EDITION.rest[0].marks
        await until(lambda: had([1], marks).editions.keys() == {1})
    assert "1. Story 3 (9 July 2025)\n• The bridge opens on Monday. [3]" in rest["text"]


async def test_asking_about_one(api):
    async with delivered(api) as (_, answerer, delivery, message):
        api.press_text(EN.ask, message)
        await asyncio.to_thread(api.wait, lambda: api.calls_of("editMessageReplyMarkup"))
        changed = api.sent(1)[0]
        assert [button["text"] for button in changed["reply_markup"]["inline_keyboard"][0]] == ["1", "2"]
        api.press_text("2", changed)
        await sent(api, 3)
        api.press(f"g:{delivery.id}:0", 1, message)
        await asyncio.to_thread(api.wait, lambda: EN.less in str(api.sent(1)[0]["reply_markup"]))
    question = "What happened: Story 2?"
    assert api.sent(1)[1]["text"] == f"— {question}"
    assert [text for text, *_ in answerer.asked] == [question]


async def test_no_more_of_one(api):
    async with delivered(api) as (services, _, delivery, message):
        api.press(f"k:{delivery.id}:1", 1, message)
        await asyncio.to_thread(api.wait, lambda: EN.muted in " ".join(acknowledged(api)))
        muted = services.store.muted.of([delivery.subscription_id], ["article:1", "article:2"])
    assert muted == {delivery.subscription_id: frozenset({"article:1"})}


async def test_buttons_of_other_chats_and_of_no_digest_are_refused(api):
    async with delivered(api) as (services, answerer, delivery, _):
        api.write("/help", chat=2)
        [elsewhere] = await sent(api, 1, chat=2)
        for data in (f"d:{delivery.id}:0", f"a:{delivery.id}:1", f"k:{delivery.id}:1", "d:999:0"):
            api.press(data, 2, elsewhere)
        api.press(f"a:{delivery.id}:9", 1, api.sent(1)[0])
        await asyncio.to_thread(api.wait, lambda: acknowledged(api).count(TEXTS.expired) == 5)
        assert services.store.muted.of([delivery.subscription_id], ["article:1"]) == {}
    assert answerer.asked == []
    assert len(api.sent(2)) == 1
