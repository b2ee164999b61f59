"""What a person can see, have and erase of what is kept about them."""

import asyncio
import json
import threading

import pytest

from bot.telegram.texts import TEXTS
from tests.telegram.support import (
    PROMPT,
    FakeAnswerer,
    quoted,
    said,
    sent,
    services_of,
    serving,
    serving_with,
)


@pytest.mark.parametrize(("language", "days"), [("en", "for 180 days"), ("ru", "180 дней")])
async def test_privacy_says_how_long(api, language, days):
    async with serving(api, FakeAnswerer(said)):
        api.write("/privacy", language=language)
        [message] = await sent(api, 1)
    assert message["text"].count(days) == 4
    assert "model" not in message["text"]
    assert "{" not in message["text"]


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_privacy_names_where_words_are_sent_and_that_nothing_is_erased_by_itself(api, language):
    async with serving(api, FakeAnswerer(said), keep_days=0, model_host="models.example.org"):
        api.write("/privacy", language=language)
        [message] = await sent(api, 1)
    assert "models.example.org" in message["text"]
    assert message["text"].count(TEXTS[language].kept_forever) == 5


async def test_export_is_a_file_of_everything_said(api):
    async with serving(api, FakeAnswerer(lambda _: quoted())):
        api.write("what did Orlova say?")
        [answer] = await sent(api, 1)
        api.press_text("Wrong citation", answer)
        await asyncio.to_thread(api.wait, lambda: api.toasts)
        api.write("/export")
        message = (await sent(api, 2))[1]
    held = json.loads(message["content"])
    assert held["wrong_citations"][0]["answer"]["claims"][0]["text"] == "“The bridge opens on Monday.”"
    assert held["answers_shown"]


async def test_erasing_drops_what_waits_in_other_chats(api):
    """A question in a group that waits behind a slow answer is not answered, and nothing of it is kept."""
    going, erased = threading.Event(), threading.Event()

    def reply(question):
        if question == "slow?":
            going.set()
            assert erased.wait(5)
        return said(f"re: {question}")

    answerer = FakeAnswerer(reply)
    with services_of(answerer) as services:
        async with serving_with(api, services, PROMPT):
            api.write("/forget", chat=7)
            [asked] = await sent(api, 1, chat=7)
            api.write("@whosaid_test_bot slow?", chat=-5, person=8)
            await asyncio.to_thread(going.wait, 5)
            api.write("@whosaid_test_bot my secret?", chat=-5, person=7)
            api.write("@whosaid_test_bot and mine?", chat=-5, person=8)
            api.press_text("Yes, erase everything", asked, person=7)
            await asyncio.to_thread(api.wait, lambda: "erased" in str(api.sent(7)))
            erased.set()
            await sent(api, 2, chat=-5)
            api.write("/export", chat=7)
            await asyncio.to_thread(api.wait, lambda: len(api.calls_of("sendDocument")) == 1)
        assert "secret" not in str(services.store.personal.export(7))
    assert [message["text"] for message in api.sent(-5)] == ["re: slow?", "re: and mine?"]


async def test_what_is_asked_after_erasing_is_answered(api):
    async with serving(api, FakeAnswerer(said)):
        api.write("/forget")
        [asked] = await sent(api, 1)
        api.press_text("Yes, erase everything", asked)
        api.write("and now?")
        await asyncio.to_thread(api.wait, lambda: "and now?" in str(api.sent()))


@pytest.mark.parametrize("command", ["/export", "/forget"])
async def test_in_groups_they_lead_into_the_private_chat(api, command):
    async with serving(api, FakeAnswerer(said)):
        api.write(command, chat=-5)
        [message] = await sent(api, 1)
    assert "https://t.me/whosaid_test_bot" in message["text"]
