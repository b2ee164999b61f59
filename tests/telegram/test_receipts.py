"""A bot that is killed at any moment and started again shows everything once."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from bot.models import Claim
from bot.store import open_store
from bot.telegram.services import Services
from bot.telegram.texts import EN
from tests.telegram.support import (
    NOW,
    FakeAnswerer,
    FakeDigester,
    answer_of,
    citation,
    quoted,
    said,
    sent,
    serving_with,
)

LONG = [Claim(f"#{n} " + "word " * 150, "Ann", "indirect", (citation(n, "q" * 50),)) for n in range(12)]
# what the program does after one another for a question; killed in one of them it does none of the later ones
STEPS = ("keep", "note_sending", "note_sent", "place", "done")


@asynccontextmanager
async def run(api, path, reply=lambda _: quoted(), dies_at=""):
    """The bot over one database; from a step on nothing is written any more, as after a kill."""
    with open_store(path) as store:
        inbox, shown = store.inbox, store.shown
        homes = dict.fromkeys(STEPS, inbox) | {"keep": shown, "place": shown}
        for step in STEPS[STEPS.index(dies_at) :] if dies_at else ():
            setattr(homes[step], step, lambda *_: 0)
        answerer = FakeAnswerer(reply)
        async with serving_with(api, Services(answerer, FakeDigester(), store, lambda: NOW)) as stop:
            yield answerer, stop


@pytest.fixture
def path(tmp_path):
    return tmp_path / "test.db"


@pytest.mark.parametrize("step", ["place", "done"])
@pytest.mark.parametrize("reply", [lambda _: quoted(), lambda _: answer_of(*LONG)], ids=["short", "long"])
async def test_an_answer_that_was_sent_before_the_kill_is_not_sent_again(api, path, step, reply):
    async with run(api, path, reply, dies_at=step):
        api.write("what did Orlova say?")
        before = await sent(api, 1 if reply("").claims[1:] == () else 3)
    async with run(api, path, reply) as (answerer, _):
        api.write("next?")
        await sent(api, 2 * len(before))
    now = api.sent()
    assert [message["message_id"] for message in now[: len(before)]] == [m["message_id"] for m in before]
    assert [message["text"] for message in now[: len(before)]] == [m["text"] for m in before]
    assert [question for question, *_ in answerer.asked] == ["next?"]
    assert len(now) == 2 * len(before)


ASKED = ["what did Orlova say?", "/help", "/start", "/export", "/forget"]


def numbers(api, chat=1):
    return [message["message_id"] for message in api.sent(chat)]


@pytest.mark.parametrize("asked", ASKED)
async def test_what_telegram_took_while_the_program_died_is_found_and_not_sent_again(api, path, asked):
    async with run(api, path, dies_at="note_sent"):
        api.write("hello", chat=2)
        api.write(asked)
        await sent(api, 1, 2)
        before = await sent(api, 1, 1)
        api.write("numbers of private chats are shared", chat=2)
        await sent(api, 2, 2)
    async with run(api, path):
        api.write("next?")
        await sent(api, 2, 1)
    assert numbers(api)[0] == before[0]["message_id"]
    assert len(numbers(api)) == 2
    assert len(numbers(api, 2)) == 2


@pytest.mark.parametrize("asked", ASKED)
async def test_what_telegram_did_not_take_before_the_program_died_is_sent(api, path, asked):
    async with run(api, path, dies_at="note_sent"):
        api.write(asked)
        [lost] = await sent(api, 1, 1)
    api.messages.clear()
    async with run(api, path):
        api.write("next?")
        await sent(api, 2, 1)
    assert len(numbers(api)) == 2
    assert numbers(api)[0] > lost["message_id"]


async def test_the_last_message_of_a_long_answer_is_found_behind_those_that_were_noted(api, path):
    async with run(api, path, lambda _: answer_of(*LONG), dies_at="place"):
        api.write("what did Orlova say?")
        before = await sent(api, 3)
    with open_store(path) as store:
        (left,) = store.inbox.left_over()
        store.inbox.note_sent(left.number, left.sent[:2])
        store.inbox.note_sending(left.number, left.sent[1])
    async with run(api, path, lambda _: answer_of(*LONG)) as (answerer, _):
        api.write("/help")
        await sent(api, 4)
    assert numbers(api)[:3] == [message["message_id"] for message in before]
    assert len(numbers(api)) == 4
    assert answerer.asked == []


async def test_a_digest_is_not_taken_for_the_answer_that_is_looked_for(api, path):
    async with run(api, path, dies_at="note_sent"):
        api.write("what did Orlova say?")
        [lost] = await sent(api, 1)
    api.messages.clear()
    with open_store(path) as store:
        digest = {**lost, "message_id": api._number("message"), "text": "a digest", "entities": []}
        api.messages[1, digest["message_id"]] = digest
        store.outbox.messages = lambda _: [digest["message_id"]]
        services = Services(FakeAnswerer(lambda _: quoted()), FakeDigester(), store, lambda: NOW)
        async with serving_with(api, services):
            [told, answer] = await sent(api, 2)
    assert told["text"] == "a digest"
    assert "The bridge opens" in answer["text"]


async def test_the_buttons_of_an_answer_survive_the_kill(api, path):
    async with run(api, path, dies_at="place"):
        api.write("what did Orlova say?")
        [answer] = await sent(api, 1)
    async with run(api, path):
        api.write("/help")
        await sent(api, 2)
        query = api.press_text(EN.wrong, answer)
        await asyncio.to_thread(api.wait, lambda: query in api.toasts)
    assert api.toasts[query] == (EN.noted, True)
    with open_store(path) as store:
        assert store.shown.in_message(1, answer["message_id"]) is not None


async def test_a_kill_before_anything_was_sent_loses_nothing(api, path):
    async with run(api, path, lambda _: said(" "), dies_at="keep"):
        api.write("what did Orlova say?")
        await sent(api, 1)
    api.messages.clear()  # killed before it could be sent
    async with run(api, path):
        [answer] = await sent(api, 1)
    assert "The bridge opens" in answer["text"]


async def test_of_several_questions_those_answered_before_the_kill_are_not_answered_again(api, path):
    def reply(question):
        return said(f"re: {question}")

    async with run(api, path, reply, dies_at="done"):
        api.write("one? two? three?")
        await sent(api, 3)
    with open_store(path) as store:
        (left,) = store.inbox.left_over()
        store.inbox.note_sent(left.number, left.sent[:2])
    api.messages.pop((1, left.sent[2]))  # killed before the third was sent
    async with run(api, path, reply):
        await sent(api, 3)
    assert [message["text"] for message in api.sent()] == ["re: one?", "re: two?", "re: three?"]


async def test_an_edited_question_answered_before_the_kill_stays_answered_once(api, path):
    async with run(api, path, dies_at="done"):
        number = api.write("what did Orlova say?")
        [first] = await sent(api, 1)
        api.edit(number, "what did Orlova say about the bridge?")
        await sent(api, 1)
    async with run(api, path):
        api.write("next?")
        now = await sent(api, 2)
    assert len(now) == 2
    assert now[0]["message_id"] == first["message_id"]


@pytest.mark.parametrize("command", ["/start", "/help", "/privacy", "/export", "/forget", "/language"])
async def test_commands_are_answered_once(api, path, command):
    async with run(api, path, dies_at="done"):
        api.write(command)
        await sent(api, 1)
    async with run(api, path):
        api.write("next?")
        now = await sent(api, 2)
    assert len(now) == 2
    assert len(api.calls_of("sendMessage") + api.calls_of("sendDocument")) == 2
