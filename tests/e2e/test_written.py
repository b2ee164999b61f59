"""Answers that a model writes, as they appear in Telegram while they are written and in the end."""

import asyncio
import re
from contextlib import asynccontextmanager
from dataclasses import replace
from html import unescape

import pytest

from bot.app.service import services
from tests.e2e.support import NOW, opened
from tests.llm.fake_openai import CHAT_MODEL, KEY, FakeOpenAI, Fault
from tests.llm.liars import WRITERS
from tests.llm.writers import quoting
from tests.telegram.support import sent, serving_with

GROUP = -100
GROWING = ("sendMessage", "editMessageText")
ASKED = {"en": "What did Irina Sokolova say?", "ru": "Что сказала Ирина Соколова?"}
BOTH = pytest.mark.parametrize("language", [*ASKED])


@pytest.fixture
def model():
    with FakeOpenAI(write=quoting) as server:
        yield server


@asynccontextmanager
async def bot(api, database, model):
    """The bot with a model, in this process."""
    chosen = {"openai_api_key": KEY, "openai_base_url": model.url, "answer_model": CHAT_MODEL}
    with opened(database, **chosen) as whosaid:
        front = replace(services(whosaid), clock=lambda: NOW)
        async with serving_with(api, front):
            yield


def plain(html):
    """The words of a message."""
    return unescape(re.sub("<[^>]+>", "", html))


def lines(text):
    """What is told, without the list of sources."""
    return [line for line in text.split("\n") if line.startswith("•")]


@BOTH
async def test_in_private_the_claims_appear_one_by_one_and_stay(api, library, model, language):
    model.fail(Fault(drip=0.0003))
    async with bot(api, library, model):
        api.write(ASKED[language], 1, language)
        (message,) = await sent(api, 1, 1, seconds=30)
    drafts = [call.params["text"] for call in api.calls_of("sendMessageDraft")]
    assert len(drafts) > 1
    final = lines(message["text"])
    told = [len(lines(draft)) for draft in drafts]
    assert told == sorted(told)
    assert told[0] < len(final)
    assert all(final[: len(lines(plain(draft)))] == lines(plain(draft)) for draft in drafts)


@BOTH
async def test_in_a_group_the_message_grows_and_is_the_answer(api, library, model, language):
    model.fail(Fault(drip=0.0003))
    async with bot(api, library, model):
        api.write(f"/ask {ASKED[language]}", GROUP, language)
        await asyncio.to_thread(api.wait, lambda: any("reply_markup" in one for one in api.sent(GROUP)), 30)
    (message,) = api.sent(GROUP)
    shown = [call.params["text"] for method in GROWING for call in api.calls_of(method)]
    final = lines(message["text"])
    assert len(shown) > 2
    assert len(lines(plain(shown[0]))) < len(final)
    assert all(final[: len(lines(plain(one)))] == lines(plain(one)) for one in shown)


@pytest.mark.parametrize("kind", ["liar", "broken JSON", "empty", "wrong language"])
async def test_a_bad_model_shows_nothing_of_its_own(api, library, model, kind):
    model.write = WRITERS[kind]
    async with bot(api, library, model):
        api.write("Что сказала Ирина Соколова?", 1, "ru")
        (message,) = await sent(api, 1, 1, seconds=30)
    assert len(model.calls) == 1
    assert lines(message["text"])
    assert "Лапин" not in message["text"]
