"""What is followed, by people, groups and channels, and what stands beside answers, in both languages."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.digests.composer import Composer
from bot.digests.deciding import Decider
from bot.telegram.texts import TEXTS
from tests.e2e.front import GROUP, OWNER, READER, Chat, bot
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_pace import WIDE
from tests.telegram.support import sent

ARTICLES = 13  # of the sample library
CHANNEL = {"id": -1007, "type": "channel", "title": "City news"}
TARIFFS = {"en": "What did Mashin say about water tariffs?", "ru": "Что Машин говорил о тарифах на воду?"}
BENCH = {
    "en": ("topic: bench at once", "A bench in Tarn\n\n“The bench is for all,” carpenter Nadia Velt said."),
    "ru": ("тема: скамейка сразу", "Скамейка в Тарне\n\n«Скамейка для всех», — сказал плотник Игорь Вельт."),
}


@pytest.fixture
def api():
    with FakeTelegram(WIDE) as server:
        yield server


def a_while_ago():
    """What was followed then is due by now."""
    return datetime.now(UTC) - timedelta(minutes=5)


def decide(store):
    """What `whosaid run` does twice a minute."""
    composer = Composer(store)
    assert Decider(store, composer).decide(int(time.time()), composer.catch_up())["digests"] == 3


def post(api, text):
    """A channel writes a command."""
    api.chats[CHANNEL["id"]] = CHANNEL
    command = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
    head = {"message_id": 1, "date": int(time.time()), "chat": CHANNEL, "sender_chat": CHANNEL}
    api.update("channel_post", {**head, "text": text, "entities": [command]})


async def test_what_an_answer_is_about_is_followed_and_other_sources_are_shown(api, chat, library, mode):
    texts = chat.texts
    async with bot(api, library, mode) as front:
        [answer] = await chat.ask(TARIFFS[chat.language])
        _, [others] = await chat.press(texts.others, answer)
        assert others["text"].startswith(texts.others_found)
        _, [offer] = await chat.press(texts.follow, answer)
        await chat.press(texts.subscriptions.take, offer, count=0)
        await asyncio.to_thread(api.wait, lambda: front.store.subscriptions.counts() == {"open": 1}, 20)
        [held] = await chat.ask("/subscriptions")
        assert "Mashin" in held["text"] or "Машин" in held["text"]
    # the pages of sources are opened by whoever wants to; no preview pushes the words away
    assert all("is_disabled" in call.params["link_preview_options"] for call in api.calls_of("sendMessage"))


async def test_news_reach_a_person_a_topic_of_a_group_and_a_channel(api, chat, library, mode):
    wish, words = BENCH[chat.language]
    ann, texts = Chat(api, chat.language, GROUP, 21), TEXTS[chat.language].subscriptions
    forwarded = {
        "type": "channel",
        "date": int(time.time()),
        "message_id": 5,
        "chat": {"id": -1001, "type": "channel", "title": "Tarn", "username": "tarn"},
    }
    async with bot(api, library, mode, a_while_ago, owners=frozenset({OWNER})) as front:
        [offer] = await chat.ask(f"/subscribe {wish}")
        await chat.press(texts.take, offer, count=0)
        [refused] = await ann.ask(f"/subscribe {wish}", topic=7)
        assert refused["text"] == chat.texts.admins_only
        api.administrators |= {(GROUP, 21), (CHANNEL["id"], 8)}
        [offer] = await ann.ask(f"/subscribe {wish}", topic=7)
        await ann.press(texts.take, offer, count=0)
        post(api, f"/subscribe {wish}")
        [offer] = await sent(api, 1, CHANNEL["id"], seconds=20)
        # a channel has no person whose language it could be
        takes = {text for row in offer["reply_markup"]["inline_keyboard"] for text in [row[0]["text"]]}
        [take] = takes & {TEXTS["en"].subscriptions.take, TEXTS["ru"].subscriptions.take}
        api.press_text(take, offer, person=8)
        await asyncio.to_thread(api.wait, lambda: front.store.subscriptions.counts() == {"open": 3}, 20)
        api.write(words, OWNER, chat.language, forward_origin=forwarded)
        await asyncio.to_thread(api.wait, lambda: front.store.articles.count() == ARTICLES + 1, 20)
        await asyncio.to_thread(decide, front.store)
        for place in (READER, GROUP, CHANNEL["id"]):
            await asyncio.to_thread(api.wait, lambda place=place: _told(api, place, words), 30)
    [told] = _told(api, GROUP, words)
    assert told["message_thread_id"] == 7
    assert all(len(_told(api, place, words)) == 1 for place in (READER, GROUP, CHANNEL["id"]))


def _told(api, chat, words):
    """The messages that tell the news of some words."""
    return [message for message in api.sent(chat) if words.split("\n")[0] in message["text"]]
