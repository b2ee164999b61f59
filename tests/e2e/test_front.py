"""The whole front end over the sample library, by polling and by webhook, in both languages.

Each thing that a person, a group or an operator can do, over real HTTP against the strict server.
"""

import asyncio
import json

import pytest

from bot.telegram.texts import TEXTS
from tests.e2e.front import GROUP, OWNER, READER, Chat, bot, result, rows
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_pace import WIDE
from tests.telegram.support import sent


@pytest.fixture
def api():
    with FakeTelegram(WIDE) as server:
        yield server


async def test_an_answer_has_passages_and_buttons_that_work_also_after_a_restart(api, chat, library, mode):
    texts = chat.texts
    async with bot(api, library, mode):
        [answer] = await chat.ask(chat.say("bridge"))
        assert chat.say("bridge found") in answer["text"]
        kinds = {entity["type"] for entity in answer["entities"]}
        assert {"expandable_blockquote", "text_link", "bold"} <= kinds
        _, [passage] = await chat.press("[1]", answer)
        assert passage["text"].startswith("[1] ")
    async with bot(api, library, mode):
        _, [passage] = await chat.press("[1]", answer)
        assert passage["text"].startswith("[1] ")
        await chat.press(texts.close, passage, count=0)
        await asyncio.to_thread(api.wait, lambda: (chat.chat, passage["message_id"]) not in api.messages)
        for button in (texts.more, texts.today):
            _, [more] = await chat.press(button, answer)
            assert more["text"]
        query, _ = await chat.press(texts.wrong, answer, count=0)
        if api.toasts[query][0] == texts.which_wrong:
            place = chat.chat, answer["message_id"]
            await asyncio.to_thread(api.wait, lambda: [texts.back] in rows(api.messages[place]), 20)
            query, _ = await chat.press("[1]", api.messages[place], count=0)
        assert api.toasts[query] == (texts.noted, True)
        gone = api.press("e:999:1", chat.chat, answer, language=chat.language)
        await asyncio.to_thread(api.wait, lambda: gone in api.toasts)
        assert api.toasts[gone] == (texts.expired, True)


async def test_conversations_by_message_by_reply_and_by_edit(api, chat, library, mode):
    async with bot(api, library, mode):
        [bridge] = await chat.ask(chat.say("bridge"))
        [flood] = await chat.ask(chat.say("flood"))
        assert chat.say("flood found") in flood["text"]
        await chat.ask(chat.say("other"))
        [again] = await chat.ask(chat.say("flood"), reply_to=bridge)
        assert chat.say("flood found") in again["text"]
        number = api.write(chat.say("other"), chat.chat, chat.language)
        before = await sent(api, 5, chat.chat, seconds=20)
        api.edit(number, chat.say("bridge"))
        await asyncio.to_thread(api.wait, lambda: chat.say("bridge found") in chat.all()[-1]["text"], 20)
        assert [m["message_id"] for m in chat.all()] == [m["message_id"] for m in before]


async def test_several_questions_voice_and_what_is_none(api, chat, library, mode):
    async with bot(api, library, mode):
        first, second = await chat.ask(chat.say("two"), count=2)
        assert "Peskov" in first["text"] or "Песков" in first["text"]
        assert "Berezin" in second["text"] or "Березин" in second["text"]
        voice = {"file_id": "1", "file_unique_id": "1", "duration": 1}
        [spoken] = await chat.ask("", voice=voice)
        [nothing] = await chat.ask("?!")
        [unknown] = await chat.ask("/nonsense")
    found = [spoken["text"], nothing["text"], unknown["text"]]
    assert found == [chat.texts.voice, chat.texts.empty, chat.texts.unknown_command]


async def test_groups_answer_only_to_what_is_meant_for_them_each_person_apart(api, chat, library, mode):
    ann = Chat(api, chat.language, GROUP, 21)
    bob = Chat(api, chat.language, GROUP, 22)
    async with bot(api, library, mode):
        api.write(ann.say("bridge"), GROUP, chat.language, 21)
        [answer] = await ann.ask(f"@whosaid_test_bot {ann.say('bridge')}")
        assert answer["replied"]
        [his] = await bob.ask(f"/ask {bob.say('other')}")
        [hers] = await ann.ask(ann.say("flood"), reply_to=answer)
        assert chat.say("flood found") in hers["text"]
        [topic] = await ann.ask(f"@whosaid_test_bot {ann.say('flood')}", topic=7)
        assert chat.say("flood found") not in topic["text"]
        assert topic["message_thread_id"] == 7
        [refused] = await bob.ask("/language")
        assert refused["text"] == chat.texts.admins_only
        api.administrators.add((GROUP, 22))
        [offered] = await bob.ask("/language")
        await bob.press("English", offered)
        [helped] = await ann.ask("/help")
    assert helped["text"] == TEXTS["en"].help
    assert "Peskov" in his["text"] or "Песков" in his["text"]


async def test_inline_answers_with_citations(api, chat, library, mode):
    async with bot(api, library, mode):
        query = api.type_inline(chat.say("other"), READER, chat.language)
        await asyncio.to_thread(api.wait, lambda: query in api.offers, 20)
    [first, *_] = api.offers[query]
    assert first["entities"]
    assert "synchronized watches" in first["text"] or "called the summit" in first["text"]


async def test_the_first_minutes(api, chat, library, mode):
    async with bot(api, library, mode):
        [start] = await chat.ask("/start")
        assert ("13 articles" if chat.language == "en" else "13 статей") in start["text"]
        examples = [text for row in rows(start) for text in row]
        assert 1 <= len(examples) <= 3
        for example in examples:
            _, [asked, answer] = await chat.press(example, start, count=2)
            assert asked["text"] == f"— {example}"
            assert [entity for entity in answer["entities"] if entity["type"] == "text_link"]
        [linked] = await chat.ask("/start inline")
        assert linked["text"] == start["text"]
        [offered] = await chat.ask("/language")
        _, [told] = await chat.press("Русский", offered)
        assert told["text"] == TEXTS["ru"].language_set
        [helped] = await chat.ask("/help")
        assert helped["text"] == TEXTS["ru"].help
    code = "ru" if chat.language == "ru" else ""
    assert [command["command"] for command in api.commands[code]][:2] == ["start", "help"]


async def test_access_limits_and_ones_own_data(api, chat, library, mode):
    owner, texts = Chat(api, chat.language, OWNER), chat.texts
    async with bot(api, library, mode, access="invite", owners=frozenset({OWNER}), per_day=2):
        [closed] = await chat.ask(chat.say("other"))
        assert closed["text"] == texts.by_invitation
        [invitation] = await owner.ask("/invite")
        code = invitation["text"].split("start=")[1]
        welcome, _ = await chat.ask(f"/start {code}", count=2)
        assert welcome["text"] == texts.welcome
        for _ in range(2):
            await chat.ask(chat.say("other"))
        [enough] = await chat.ask(chat.say("bridge"))
        assert enough["text"] == texts.day_limit
        [file] = await chat.ask("/export")
        held = json.loads(file["content"])
        assert (held["role"], len(held["conversations"]), len(held["answers_shown"])) == ("reader", 2, 2)
        [sure] = await chat.ask("/forget")
        await chat.press(texts.erase_yes, sure, count=0)
        await asyncio.to_thread(
            api.wait, lambda: texts.erased in str([m["text"] for m in chat.all() if "text" in m]), 20
        )
        [file] = await chat.ask("/export")
        held = json.loads(file["content"])
        assert (held["role"], held["conversations"], held["answers_shown"]) == ("reader", [], [])
        [privacy] = await chat.ask("/privacy")
        assert "180" in privacy["text"]
        [set_role] = await owner.ask(f"/role {READER} barred")
        assert str(READER) in set_role["text"]
        [barred] = await chat.ask(chat.say("other"))
        assert barred["text"] == texts.barred
        [stats] = await owner.ask("/stats")
        assert "{" not in stats["text"]


async def test_editors_add_to_the_library_and_ask_for_it_at_once(api, chat, library, mode):
    owner, texts = Chat(api, chat.language, OWNER), chat.texts.adding
    post = {
        "type": "channel",
        "date": 1_790_000_000,
        "message_id": 5,
        "chat": {"id": -1001, "type": "channel", "title": "Tarn", "username": "tarn"},
    }
    question = "What did Nadia Velt say?" if chat.language == "en" else "Что сказала Nadia Velt?"
    async with bot(api, library, mode, owners=frozenset({OWNER})):
        [refused] = await chat.ask("http://127.0.0.1:1/secret")
        assert refused["text"] == texts.editors_only
        words = "A bench\n\n“Sit down,” carpenter Nadia Velt said."
        for number, heading in enumerate((texts.new, texts.had), 1):
            api.write(words, OWNER, chat.language, forward_origin=post)
            assert (await result(owner, number)).startswith(heading)
        api.send_file("Pier\n\n“Mind the gap,” pilot Igor Kost said.".encode(), "../pier.txt", OWNER)
        assert "pier.txt" in await result(owner, 3)
        api.write("http://169.254.169.254/latest/meta-data/", OWNER, chat.language)
        assert (await result(owner, 4)).startswith(texts.refused)
        [answer] = await chat.ask(question)
        assert "“Sit down,”" in answer["text"]
        assert "https://t.me/tarn/5" in str(answer["entities"])
        [status] = await owner.ask("/status")
        assert ("15 articles" if chat.language == "en" else "15 статей") in status["text"]
        [sources] = await owner.ask("/sources")
        assert sources["text"] == texts.sources_none


async def test_repeated_updates_are_answered_once_and_counted(api, chat, library, mode):
    async with bot(api, library, mode) as front:
        for _ in range(3):
            api.write(chat.say("other"), chat.chat, chat.language)
            api.repeat(api.pending[-1])
        await sent(api, 3, chat.chat, seconds=20)
        await asyncio.to_thread(api.wait, lambda: mode == "polling" or not api.pending, 20)
        await chat.ask("/help")
    assert len(chat.all()) == 4
    assert front.metrics.counters["answers", "answered"] == 3
