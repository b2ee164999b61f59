"""The bot from outside: a person writes, the real application answers over HTTP through the strict server."""

import asyncio
import threading
import time

import pytest

from bot.models import Claim
from bot.telegram.texts import EN, RU, TEXTS
from tests.telegram.support import (
    NOW,
    FakeAnswerer,
    Held,
    answer_of,
    citation,
    quoted,
    said,
    sent,
    serving,
)

SIZES = {"width": 1, "height": 1, "is_animated": False, "is_video": False}
STICKER = {"sticker": {"file_id": "1", "file_unique_id": "1", "type": "regular", **SIZES}}


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_start_tells_what_the_library_holds(api, language):
    async with serving(api, FakeAnswerer(said)):
        api.write("/start", language=language)
        [message] = await sent(api, 1)
    assert message["text"].startswith(TEXTS[language].greeting)
    assert "Marta <Orlova>" in message["text"]
    assert ("21 статья" if language == "ru" else "21 articles") in message["text"]


async def test_commands_in_both_languages(api):
    async with serving(api, FakeAnswerer(said, Held(articles=0))):
        api.write("/help", chat=1, language="ru")
        api.write("/help", chat=2, language="de")
        api.write("/about", chat=3)
        api.write("/nonsense", chat=4)
        await sent(api, 4)
    texts = [api.sent(chat)[0]["text"] for chat in (1, 2, 3, 4)]
    assert texts == [RU.help, EN.help, f"{EN.empty_library}\n\n{EN.about}", EN.unknown_command]


async def test_menus_are_set_for_both_languages(api):
    async with serving(api, FakeAnswerer(said)):
        await asyncio.to_thread(api.wait, lambda: len(api.commands) == 2)
    names = [command["command"] for command in api.commands["ru"]]
    assert names == ["start", "help", "check", "digest", "subscribe", "subscriptions", "new", "about"]
    assert api.commands[""] != api.commands["ru"]


async def test_a_question_is_answered_with_links_and_passages(api):
    answerer = FakeAnswerer(lambda _: quoted())
    async with serving(api, answerer):
        api.write("  what did Orlova say? ", chat=7)
        [message] = await sent(api, 1)
    assert answerer.asked == [("what did Orlova say?", NOW, "telegram:7")]
    kinds = [entity["type"] for entity in message["entities"]]
    assert {"bold", "text_link", "expandable_blockquote"} <= set(kinds)
    [call] = api.calls_of("sendMessage")
    assert call.params["link_preview_options"] == '{"is_disabled": true}'


async def test_new_forgets_the_conversation(api):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer):
        api.write("/new", chat=5, language="ru")
        [message] = await sent(api, 1)
    assert (message["text"], answerer.forgotten) == (RU.new, ["telegram:5"])


async def test_a_long_answer_comes_in_several_messages_in_order(api):
    claims = [Claim(f"#{n} " + "word " * 150, "Ann", "indirect", (citation(n, "q" * 50),)) for n in range(12)]
    async with serving(api, FakeAnswerer(lambda _: answer_of(*claims))):
        api.write("everything?")
        messages = await sent(api, 3)
    found = [n for message in messages for n in range(12) if f"#{n} " in message["text"]]
    assert found == sorted(found)
    assert len(found) == 12


@pytest.mark.parametrize(
    ("text", "more", "reply"),
    [
        ("x" * 1001, {}, EN.too_long),
        ("?!", {}, EN.empty),
        ("", STICKER, EN.unsupported),
        ("", {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 1}}, EN.voice),
    ],
)
async def test_what_cannot_be_asked_gets_a_clear_sentence(api, text, more, reply):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer):
        api.write(text, **more)
        [message] = await sent(api, 1)
    assert (message["text"], answerer.asked) == (reply, [])


async def test_an_answer_without_words_says_so(api):
    async with serving(api, FakeAnswerer(lambda _: said(" "))):
        api.write("hm?")
        assert (await sent(api, 1))[0]["text"] == EN.no_words


async def test_silence_in_groups_but_for_commands(api):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer):
        api.write("who said that?", chat=-5)
        api.write("/unknown", chat=-5)
        api.write("/help", chat=-5)
        await sent(api, 1)
    assert [message["text"] for message in api.sent()] == [EN.help]
    assert answerer.asked == []


async def test_one_chat_is_answered_in_order_while_others_go_on(api):
    other_done = threading.Event()

    def slow_then_fast(question):
        if question == "slow":
            assert other_done.wait(5)
        if question == "other":
            other_done.set()
        return said(f"re: {question}")

    async with serving(api, FakeAnswerer(slow_then_fast)):
        for question in ("slow", "second", "third"):
            api.write(question, chat=1)
        api.write("other", chat=2)
        await sent(api, 4)
    assert [message["text"] for message in api.sent(1)] == ["re: slow", "re: second", "re: third"]


async def test_order_holds_for_many_messages_and_chats(api):
    def uneven(question):
        time.sleep(0.001 * (hash(question) % 7))
        return said(question)

    async with serving(api, FakeAnswerer(uneven)):
        for number in range(3):
            for chat in range(1, 9):
                api.write(f"{chat} {number}", chat=chat)
        await sent(api, 24)
    for chat in range(1, 9):
        assert [message["text"] for message in api.sent(chat)] == [f"{chat} {number}" for number in range(3)]


async def test_an_update_that_comes_twice_is_answered_once(api):
    async with serving(api, FakeAnswerer(said)):
        api.write("once?")
        again = api.pending[0]
        await sent(api, 1)
        api.repeat(again)
        api.write("next?")
        await sent(api, 2)
    assert [message["text"] for message in api.sent()] == ["once?", "next?"]
