"""Buttons that open sources."""

import asyncio

import pytest

from bot.telegram.ports import Excerpt
from bot.telegram.reading import cited, excerpt_blocks
from bot.telegram.texts import EN
from tests.telegram.support import FakeAnswerer, quoted, sent, serving

FOUND = Excerpt(
    "Ferry", "Tarn", "2025-07-09", "https://tarn.example/1", "It sank.", "On Sunday. ", " Nobody knew."
)


@pytest.fixture
def answerer():
    return FakeAnswerer(lambda _: quoted(), excerpts=[FOUND])


async def press(api, answerer, text, count=2):
    async with serving(api, answerer):
        api.write("what?")
        [answer] = await sent(api, 1)
        query = api.press_text(text, answer)
        await asyncio.to_thread(api.wait, lambda: query in api.toasts)
        messages = await sent(api, count)
    return api.toasts[query], messages


async def test_a_number_opens_its_passage_with_surroundings(api, answerer):
    toast, [_, passage] = await press(api, answerer, "[1]")
    assert toast == ("", False)
    assert passage["text"] == "[1] Ferry\nTarn, 9 July 2025\nOn Sunday. It sank. Nobody knew."
    assert passage["reply_markup"]["inline_keyboard"][0][0]["text"] == EN.close


async def test_an_article_that_was_changed_says_so(api, answerer):
    answerer.excerpts = [Excerpt("Ferry", None, None, "https://tarn.example/1", "It sank.", is_current=False)]
    _, [_, passage] = await press(api, answerer, "[1]")
    assert passage["text"].endswith(EN.article_changed)


@pytest.mark.parametrize(("button", "words"), [("[1]", EN.evidence_gone), (EN.others, EN.others_none)])
async def test_what_is_not_there_is_told(api, answerer, button, words):
    answerer.excerpts = []
    toast, _ = await press(api, answerer, button, count=1)
    assert toast == (words, True)


async def test_other_sources_are_shown_one_after_another(api, answerer):
    answerer.excerpts = [FOUND, Excerpt("Second", "Brook", None, "file:/a/second.txt", "It floats.")]
    _, [_, passages] = await press(api, answerer, EN.others)
    assert passages["text"].startswith(EN.others_found)
    assert passages["text"].endswith("Second\nBrook\nIt floats.\nsecond.txt")


async def test_a_passage_can_be_closed(api, answerer):
    async with serving(api, answerer):
        api.write("what?")
        [answer] = await sent(api, 1)
        api.press_text("[1]", answer)
        [_, passage] = await sent(api, 2)
        api.press_text(EN.close, passage)
        await asyncio.to_thread(api.wait, lambda: len(api.sent()) == 1)
    assert api.sent() == [answer]


def test_only_numbers_of_the_answer_are_cited():
    class Shown:
        answer = quoted()

    assert cited(Shown, 1).quote == "The bridge opens on Monday."
    assert cited(Shown, 2) is None


def test_a_passage_alone_is_not_bold():
    blocks = list(excerpt_blocks(Excerpt("t", None, None, "https://x.example/", "Words."), "en"))
    assert not any(run.bold for run in blocks[1].runs)
