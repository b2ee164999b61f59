"""/subscriptions, /unsubscribe, /timezone and /quiet from outside."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from bot.store import Disliked, Store
from bot.subscriptions.schedule import QuietHours, Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope
from bot.telegram.texts import EN as TEXTS
from bot.telegram.wording_subscriptions import SUBSCRIPTIONS_EN as EN
from bot.telegram.wording_subscriptions import SUBSCRIPTIONS_RU as RU
from tests.telegram.support import FakeAnswerer, said, sent, services_of, serving_with

NOW = 1_752_000_000
TWO = (Scope("speaker", "Orlova"), Scope("topic", "Мост"))


@dataclass
class Held:
    """What a place follows, when it is called."""

    store: Store
    place: Place

    def __call__(self):
        return self.store.subscriptions.of_place(self.place)


@asynccontextmanager
async def following(api, *scopes, chat=1):
    """A bot whose chat follows some scopes."""
    with services_of(FakeAnswerer(said)) as services:
        for scope in scopes:
            services.store.subscriptions.save(Place(f"telegram:{chat}"), scope, "en", Manner(Schedule()), NOW)
        async with serving_with(api, services):
            yield Held(services.store, Place(f"telegram:{chat}"))


async def until(api, holds):
    await asyncio.to_thread(api.wait, holds)


async def test_the_list_in_both_languages(api):
    async with following(api, *TWO):
        api.write("/subscriptions")
        api.write("/subscriptions", language="ru")
        api.write("/subscriptions", chat=2)
        await sent(api, 3)
    english, russian = api.sent(1)
    assert english["text"] == (
        "Followed here:\n1. speaker: Orlova — daily at 09:00 (UTC)\n2. topic: Мост — daily at 09:00 (UTC)"
    )
    assert "2. тема: Мост — каждый день в 09:00 (UTC)" in russian["text"]
    assert api.sent(2)[0]["text"] == EN.none


async def test_buttons_end_them_one_by_one(api):
    async with following(api, *TWO) as held:
        api.write("/subscriptions")
        [listed] = await sent(api, 1)
        api.press_text("✕ 2", listed)
        await until(api, lambda: "Мост" not in api.sent(1)[0]["text"])
        api.press_text("✕ 1", api.sent(1)[0])
        await until(api, lambda: api.sent(1)[0]["text"] == EN.none)
        assert held() == []


async def test_a_button_of_another_chat_ends_nothing(api):
    async with following(api, *TWO) as held:
        api.write("/help", chat=2)
        [help_] = await sent(api, 1, chat=2)
        api.press(f"u:{held()[0].id}:0", 2, help_)
        await until(api, lambda: EN.not_found in str(api.calls_of("answerCallbackQuery")))
        assert len(held()) == 2


@pytest.mark.parametrize(
    ("words", "left", "language"),
    [
        ("1", ["Мост"], "en"),
        ("orlova", ["Мост"], "en"),
        ("мост", ["Orlova"], "ru"),
        ("all", [], "en"),
        ("все", [], "ru"),
        ("3", ["Orlova", "Мост"], "en"),
        ("0", ["Orlova", "Мост"], "en"),
        ("flood", ["Orlova", "Мост"], "en"),
    ],
)
async def test_unsubscribing_by_words(api, words, left, language):
    async with following(api, *TWO) as held:
        api.write(f"/unsubscribe {words}", language=language)
        [message] = await sent(api, 1)
        assert [one.scope.value for one in held()] == left
    texts = RU if language == "ru" else EN
    assert (message["text"] == texts.not_found) == (len(left) == 2)


async def test_an_empty_digest_can_be_told(api):
    async with following(api, *TWO) as held:
        api.write("/subscriptions")
        [listed] = await sent(api, 1)
        api.press_text(EN.say_empty, listed)
        await until(api, lambda: EN.say_nothing in str(api.sent(1)[0]["reply_markup"]))
        assert [one.manner.when_empty for one in held()] == ["once", "once"]
        api.press_text(EN.say_nothing, api.sent(1)[0])
        await until(api, lambda: EN.say_empty in str(api.sent(1)[0]["reply_markup"]))
        assert [one.manner.when_empty for one in held()] == ["nothing", "nothing"]


async def test_zones_by_name_offset_and_location(api):
    async with following(api, *TWO) as held:
        for words, zone in (("Берлин", "Europe/Berlin"), ("+5:30", "UTC+05:30")):
            api.write(f"/timezone {words}")
            await until(api, lambda zone=zone: held()[0].manner.zone == held()[1].manner.zone == zone)
        api.write("", location={"latitude": 35.7, "longitude": 139.7})
        await sent(api, 3)
        assert held()[0].manner.zone == "Asia/Tokyo"
        api.write("/timezone")
        api.write("/timezone Nowhereville")
        *_, how, unknown = await sent(api, 5)
    assert api.sent(1)[2]["text"] == EN.zone_set.format(zone="Asia/Tokyo", now="21:00")
    assert how["text"] == EN.zone_how.format(zone="Asia/Tokyo")
    assert unknown["text"] == EN.zone_unknown.format(words="Nowhereville")


async def test_times_are_remembered_before_anything_is_followed(api):
    async with following(api):
        api.write("/timezone Berlin")
        api.write("/quiet 22-7:30")
        api.write("/quiet 23-8", language="ru", chat=2)
        api.write("/subscribe topic: Мост at 8")
        await until(api, lambda: len(api.sent(1)) >= 3)
        api.press_text(EN.take, api.sent(1)[2])
        await until(api, lambda: "Subscribed" in api.sent(1)[2]["text"])
        api.write("/subscriptions")
        await until(api, lambda: len(api.sent(1)) == 4 and api.sent(2))
    zone, quiet, _, listed = (one["text"] for one in api.sent(1))
    assert zone.startswith("What you subscribe to here will go by the time of Europe/Berlin; it is ")
    assert quiet == "What you subscribe to here will be quiet from 22:00 to 07:30."
    assert listed.endswith("topic: Мост — daily at 08:00 (Europe/Berlin) — quiet from 22:00 to 07:30")
    assert api.sent(2)[0]["text"] == RU.quiet_kept.format(quiet="тихие часы с 23:00 до 08:00")


async def test_what_was_wanted_less_is_listed_and_taken_back(api):
    async with following(api, *TWO) as held:
        muted, store = held.place, held.store
        store.muted.add(muted, Disliked("Ferry aground", ("Tarnholm",)), ["article:1"])
        api.write("/subscriptions")
        [listed] = await sent(api, 1)
        assert listed["text"].endswith(f"\n\n{EN.disliked}\n1. Ferry aground (Tarnholm)")
        api.press_text("↺ 1", listed)
        await until(api, lambda: EN.disliked not in api.sent(1)[0]["text"])
        assert store.muted.of_place(muted) == []


async def test_quiet_hours(api):
    async with following(api, *TWO) as held:
        api.write("/quiet 22-7:30")
        await sent(api, 1)
        assert held()[0].manner.quiet == QuietHours(1320, 450)
        api.write("/quiet from noon")
        api.write("/quiet нет", language="ru")
        _, how, off = await sent(api, 3)
        assert held()[0].manner.quiet is None
    assert api.sent(1)[0]["text"] == EN.quiet_set.format(quiet="quiet from 22:00 to 07:30")
    assert (how["text"], off["text"]) == (EN.quiet_how, RU.quiet_off)


async def test_in_groups_administrators_change_things(api):
    async with following(api, *TWO, chat=-5) as held:
        for words in ("/unsubscribe all", "/timezone Berlin", "/quiet 22-7"):
            api.write(words, chat=-5, person=7)
        messages = await sent(api, 3, chat=-5)
        assert [message["text"] for message in messages] == [TEXTS.admins_only] * 3
        assert len(held()) == 2
        api.write("/subscriptions", chat=-5, person=7)
        listed = (await sent(api, 4, chat=-5))[3]
        api.press_text("✕ 1", listed, person=7)
        await until(api, lambda: TEXTS.admins_only in str(api.calls_of("answerCallbackQuery")))
        assert len(held()) == 2
