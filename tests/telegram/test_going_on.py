"""Buttons that ask on."""

import asyncio
from dataclasses import replace

import pytest

from bot.telegram.texts import EN, RU
from tests.telegram.support import FakeAnswerer, quoted, said, sent, services_of, serving, serving_with


@pytest.mark.parametrize(("language", "texts"), [("en", EN), ("ru", RU)])
async def test_more_and_today_are_asked_in_the_conversation_of_the_answer(api, language, texts):
    answerer = FakeAnswerer(lambda question: said("other") if question == "other?" else quoted())
    if language == "ru":
        answerer.reply = lambda question: said("other") if question == "other?" else ru()
    async with serving(api, answerer):
        api.write("what?", language=language)
        [answer] = await sent(api, 1)
        api.write("other?", language=language)
        await sent(api, 2)
        api.press_text(texts.more, answer)
        await sent(api, 3)
        api.press_text(texts.today, answer)
        await sent(api, 4)
    words = [(text, talk) for text, _, talk in answerer.asked]
    assert [text for text, _ in words] == ["what?", "other?", texts.ask_more, texts.ask_today]
    assert words[2][1] == "telegram:1#1"  # a branch: the other question is not in it


def ru():
    return replace(quoted(), lang="ru")


async def test_a_conversation_that_was_forgotten_is_told(api):
    answerer = FakeAnswerer(lambda _: quoted())
    with services_of(answerer) as services:
        async with serving_with(api, services):
            api.write("what?")
            [answer] = await sent(api, 1)
            services.store.talks.reset("telegram:1")
            query = api.press_text(EN.more, answer)
            await asyncio.to_thread(api.wait, lambda: query in api.toasts)
    assert api.toasts[query] == (EN.forgotten, True)


async def test_an_example_is_shown_and_asked(api):
    answerer = FakeAnswerer(lambda _: quoted(), proposed=["What did Ann say?"])
    async with serving(api, answerer):
        api.write("/start")
        [start] = await sent(api, 1)
        api.press_text("What did Ann say?", start)
        _, asked, _ = await sent(api, 3)
    assert asked["text"] == "— What did Ann say?"
    assert [text for text, *_ in answerer.asked] == ["What did Ann say?"]
