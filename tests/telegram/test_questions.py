"""Questions by message, command, reply and edit."""

import asyncio

import pytest

from bot.telegram.texts import EN
from tests.telegram.support import FakeAnswerer, quoted, said, sent, serving


def asked(answerer):
    return [text for text, *_ in answerer.asked]


async def test_several_questions_are_answered_one_by_one_up_to_a_number(api):
    answerer = FakeAnswerer(lambda question: said(f"re: {question}"))
    async with serving(api, answerer):
        api.write("one? two? three? four? five? six?")
        messages = await sent(api, 6)
    assert asked(answerer) == ["one?", "two?", "three?", "four?", "five?"]
    assert messages[5]["text"] == EN.too_many.format(taken="5 questions")


async def test_an_edit_answers_in_place_and_takes_away_what_is_too_much(api):
    answerer = FakeAnswerer(lambda question: said(f"re: {question}"))
    async with serving(api, answerer):
        number = api.write("one? two?")
        first, _ = await sent(api, 2)
        api.edit(number, "three?")
        await asyncio.to_thread(api.wait, lambda: [m["text"] for m in api.sent()] == ["re: three?"])
    assert api.sent()[0]["message_id"] == first["message_id"]


async def test_ask_needs_a_question(api):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer):
        api.write("/ask", chat=-5)
        [usage] = await sent(api, 1)
        api.write("/ask who said that?", chat=-5)
        await sent(api, 2)
    assert usage["text"] == EN.ask_how
    assert asked(answerer) == ["who said that?"]


@pytest.mark.parametrize("text", ["x" * 1001, "what? " * 600])
async def test_what_is_too_long_is_refused_whole(api, text):
    answerer = FakeAnswerer(lambda _: quoted())
    async with serving(api, answerer):
        api.write(text)
        [message] = await sent(api, 1)
    assert (message["text"], answerer.asked) == (EN.too_long, [])


async def test_nothing_is_counted_that_was_refused_for_its_form(api):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer, per_day=1):
        api.write("?!")
        api.write("who?")
        messages = await sent(api, 2)
    assert [message["text"] for message in messages] == [EN.empty, "who?"]
