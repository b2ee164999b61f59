"""/subscribe from outside: the offer, its buttons, the subscription."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from bot.models import Claim
from bot.subscriptions.subscription import Place
from bot.telegram.texts import EN as TEXTS
from bot.telegram.wording_subscriptions import SUBSCRIPTIONS_EN as EN
from bot.telegram.wording_subscriptions import SUBSCRIPTIONS_RU as RU
from tests.telegram.support import (
    FakeAnswerer,
    FakeDigester,
    answer_of,
    citation,
    quoted,
    said,
    sent,
    services_of,
    serving_with,
)
from tests.telegram.test_digest_view import item


@asynccontextmanager
async def bot(api, answerer=None, **options):
    digester = FakeDigester((item(),), frozenset({"Orlova"}))
    with services_of(answerer or FakeAnswerer(said), digester, **options) as services:
        async with serving_with(api, services):
            yield services


def held(services, chat=1, thread=0):
    return services.store.subscriptions.of_place(Place(f"telegram:{chat}", thread))


async def until(api, holds):
    await asyncio.to_thread(api.wait, holds)


async def test_without_words_it_tells_how(api):
    async with bot(api):
        api.write("/subscribe")
        api.write("/subscribe", chat=2, language="ru")
        await sent(api, 2)
    assert api.sent(1)[0]["text"] == EN.how
    assert api.sent(2)[0]["text"] == RU.how


async def test_an_offer_is_taken(api):
    async with bot(api) as services:
        api.write("/subscribe Orlova weekdays 8:30")
        [offer] = await sent(api, 1)
        assert offer["text"].startswith("speaker: Orlova\non weekdays at 08:30 (UTC)\n\nIn the last week")
        assert held(services) == []
        api.press_text(EN.take, offer)
        await until(api, lambda: "Subscribed" in api.sent(1)[0]["text"])
        (made,) = held(services)
    assert (made.scope.value, made.manner.schedule.minute) == ("Orlova", 510)
    told = api.sent(1)[0]
    assert told["text"].endswith("11 July 2025, 08:30, if there is anything new. /subscriptions shows all.")
    assert not told.get("reply_markup", {}).get("inline_keyboard")


async def test_another_time_is_chosen_first(api):
    async with bot(api) as services:
        api.write("/subscribe тема: мост", language="ru")
        [offer] = await sent(api, 1)
        api.press_text("сразу", offer, language="ru")
        await until(api, lambda: "\nсразу\n" in api.sent(1)[0]["text"])
        api.press_text(RU.take, api.sent(1)[0], language="ru")
        await until(api, lambda: RU.at_once in api.sent(1)[0]["text"])
        (made,) = held(services)
    assert (made.scope.kind, made.scope.value, made.language) == ("topic", "мост", "ru")
    assert made.manner.schedule.recurrence == "at_once"


async def test_bare_words_that_nobody_is_called_are_a_topic(api):
    async with bot(api):
        api.write("/subscribe water prices")
        [offer] = await sent(api, 1)
    assert offer["text"].startswith("topic: water prices\n")


async def test_what_says_nothing_is_explained(api):
    async with bot(api):
        api.write("/subscribe topic: bridge daily at 25:00")
        [message] = await sent(api, 1)
    assert message["text"] == "There is no such time as “at 25:00”. Write it as 9:00 or 21:30."


async def test_a_place_has_room_for_so_many(api, monkeypatch):
    monkeypatch.setattr("bot.telegram.subscribing.MOST", 2)
    async with bot(api) as services:
        for number in range(3):
            api.write(f"/subscribe topic: matter {number}")
            offers = await sent(api, number + 1)
            api.press_text(EN.take, offers[-1])
            await until(api, lambda count=number + 1: len(api.calls_of("answerCallbackQuery")) == count)
        assert EN.too_many.format(most=2) in str(api.calls_of("answerCallbackQuery")[-1])
        assert len(held(services)) == 2


@pytest.mark.parametrize(
    ("answer", "head"),
    [
        (quoted(), "speaker: Marta Orlova\n"),
        (answer_of(Claim("It opens.", None, "fact", (citation(1, "It opens."),))), None),
    ],
)
async def test_an_answer_can_be_followed(api, answer, head):
    async with bot(api, FakeAnswerer(lambda _: answer)):
        api.write("what did Orlova say?")
        [shown] = await sent(api, 1)
        api.press_text(TEXTS.follow, shown)
        if head:
            offer = (await sent(api, 2))[1]
            assert offer["text"].startswith(head)
        else:
            await until(api, lambda: EN.nothing_in_it in str(api.calls_of("answerCallbackQuery")))


async def test_in_groups_administrators_subscribe(api):
    api.administrators.add((-5, 8))
    async with bot(api) as services:
        api.write("/subscribe Orlova", chat=-5, person=7)
        api.write("/subscribe Orlova", chat=-5, person=8, topic=3)
        refused, offer = await sent(api, 2)
        assert refused["text"] == TEXTS.admins_only
        api.press_text(EN.take, offer, person=7)
        await until(api, lambda: TEXTS.admins_only in str(api.calls_of("answerCallbackQuery")))
        assert held(services, -5, 3) == []
        api.press_text(EN.take, offer, person=8)
        await until(api, lambda: held(services, -5, 3))


async def test_a_forged_button_takes_nothing(api):
    async with bot(api) as services:
        api.write("/help")
        [help_] = await sent(api, 1)
        for data in ("y:0:0", "c:0:3", "c:0:99", "u:1:0"):
            api.press(data, 1, help_)
        await until(api, lambda: len(api.calls_of("answerCallbackQuery")) == 4)
        assert held(services) == []
