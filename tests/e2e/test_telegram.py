"""The real bot over the sample library, driven through the strict fake Bot API server."""

import asyncio
import logging
import signal
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest

from bot.app.service import services
from bot.store import open_store
from bot.telegram.application import build_application
from bot.telegram.logs import guard_logs
from bot.telegram.serving import serve
from tests.e2e.support import NOW, VESTI, YAR, finish, opened, run, start
from tests.telegram.fake_api import TOKEN
from tests.telegram.support import PROMPT, sent

SECRET = TOKEN.split(":")[1]
BRIDGE = "What did Irina Sokolova say about the bridge?"
AND_THE_FLOOD = "and what did she say about the flood?"
SIRENS = "“Sirens sounded at 10 p.m., six hours before the first house was flooded,” she said."


@asynccontextmanager
async def bot(api, database):
    """Everything that `whosaid run` builds, in this process; leaving the block ends it."""
    with opened(database) as whosaid:
        front = replace(services(whosaid), clock=lambda: NOW)
        application = build_application(TOKEN, api.base_url, front, PROMPT)
        stop = asyncio.Event()
        serving = asyncio.create_task(serve(application, front, stop))
        try:
            yield
        finally:
            stop.set()
            await serving


async def ask(api, question, chat=1, language="en"):
    """Ask and wait for the one message that answers."""
    before = len(api.sent(chat))
    api.write(question, chat, language)
    messages = await sent(api, before + 1, chat, seconds=20)
    return messages[before]


def links(message):
    """The addresses behind the numbers, `[1]` first."""
    units = message["text"].encode("utf-16-le")
    found = {}
    for entity in message["entities"]:
        shown = units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        if entity["type"] == "text_link" and shown.startswith("["):
            found.setdefault(shown, entity["url"])
    return found


def assert_links_open_the_sentences(message, database):
    """Every fragment holds words of the article that it leads to, the first ones and the last ones."""
    addresses = links(message)
    assert addresses
    with open_store(database) as store:
        for address in addresses.values():
            page, fragment = address.split("#:~:text=")
            article = store.articles.by_url(page)
            assert article is not None
            places = [article.text.find(unquote(words)) for words in fragment.split(",")]
            assert -1 not in places
            assert all(first < last for first, last in pairwise(places))


async def test_start_tells_what_the_bot_has_read(api, library):
    async with bot(api, library):
        english = await ask(api, "/start")
        russian = await ask(api, "/start", chat=2, language="ru")
    assert "13 articles, 2 sources" in english["text"]
    assert "27 December 2023 – 14 November 2026" in english["text"]
    assert "13 статей, 2 источника" in russian["text"]
    assert "Irina Sokolova (15), Pavel Orlov (12)" in english["text"]
    assert "Ирина Соколова (15), Павел Орлов (12)" in russian["text"]


async def test_the_question_that_start_proposes_has_an_answer(api, library):
    async with bot(api, library):
        proposed = await ask(api, "/start")
        question = proposed["text"].split("For example: ")[1].split("\n")[0]
        assert links(await ask(api, question))


async def test_a_question_in_english(api, library):
    async with bot(api, library):
        answer = await ask(api, "What did Lev Berezin say?")
    assert answer["text"].startswith("Лев Березин\n") or answer["text"].startswith("Lev Berezin\n")
    assert "• 23 July 2026: “The river gave us a day to prepare" in answer["text"]
    assert "«Такого июльского паводка я не видел за тридцать лет наблюдений»" in answer["text"]
    words, boxes = answer["text"].split("\n\n", 1)
    assert "Sokolova" not in words
    assert "warned that the banks below the bridge" in boxes
    pages = {address.split("#")[0] for address in links(answer).values()}
    assert pages == {f"{YAR}2026/07/flood-recedes", f"{VESTI}2026/07/pavodok"}
    assert_links_open_the_sentences(answer, library)


async def test_a_question_in_russian(api, library):
    async with bot(api, library):
        answer = await ask(api, "Что Машин говорил о тарифах на воду?", language="ru")
    assert answer["text"].startswith("Григорий Машин\n")
    assert "6 октября 2026: «Город уже заплатил за паводок дважды», — подчеркнул он." in answer["text"]
    assert f"{VESTI}2026/10/tarify" in {address.split("#")[0] for address in links(answer).values()}
    assert_links_open_the_sentences(answer, library)


async def test_passages_stand_in_expandable_quotations(api, library):
    async with bot(api, library):
        answer = await ask(api, "что сказал Песков?", language="ru")
    units = answer["text"].encode("utf-16-le")
    quotations = [
        units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        for entity in answer["entities"]
        if entity["type"] == "expandable_blockquote"
    ]
    assert len(quotations) == 1
    assert "“synchronized watches”" in quotations[0]
    assert "He called the summit successful" in quotations[0]


async def test_a_follow_up_by_pronoun(api, library):
    async with bot(api, library):
        first = await ask(api, BRIDGE)
        second = await ask(api, AND_THE_FLOOD)
    assert "“It creaks more than the bridge does,” she said." in first["text"]
    assert "Sirens" not in first["text"]
    assert SIRENS in second["text"]
    assert f"{YAR}2026/07/flood-recedes" in {address.split("#")[0] for address in links(second).values()}


async def test_conversations_go_on_after_a_restart_and_stay_apart(api, library):
    async with bot(api, library):
        await ask(api, BRIDGE, chat=1)
        await ask(api, "What did Peskov say?", chat=2)
    async with bot(api, library):
        mine = await ask(api, AND_THE_FLOOD, chat=1)
        other = await ask(api, "and what did he say about the summit?", chat=2)
        stranger = await ask(api, "source?", chat=3)
    assert SIRENS in mine["text"]
    assert "He called the summit successful" in other["text"]
    assert links(stranger) == {}


async def test_new_forgets_for_good(api, library):
    async with bot(api, library):
        await ask(api, BRIDGE)
        await ask(api, "/new")
    async with bot(api, library):
        assert links(await ask(api, "source?")) == {}


async def test_a_refusal_names_whom_it_looked_for_and_cites_nothing(api, library):
    async with bot(api, library):
        answer = await ask(api, "What did Zubkin say about whales?")
    assert "Zubkin" in answer["text"]
    assert "13 articles" in answer["text"]
    assert links(answer) == {}
    assert not answer["entities"]


HOSTILE = {
    "html": '<b>What did <a href="https://evil.example">Zubkin</a> say?</b> &lt; & </blockquote><script>',
    "right to left": "\u202eWhat did \u2067Zubkin\u2069 say?\u200f\u202c",
    "query syntax": "\"Zubkin' OR body:* AND (title:^ -[ ~2 \\ '; DROP TABLE articles; --",
    "zero width and controls": "What did Zub\u200bkin\u0000 say\u0007 \ufeff?",
    "letters that combine": "W" + "\u0301" * 900,
    "emoji": "👩‍👩‍👧‍👦 Zubkin 🏳️‍🌈 ??",
    "quotation marks": "Who said " + "“«\"'„" * 150 + "Zubkin",
    "placeholders": "{0} {id} %s $name {{Zubkin}}",
}


@pytest.mark.parametrize("question", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_questions_get_a_plain_reply_without_links(api, library, question, caplog):
    async with bot(api, library):
        answer = await ask(api, question)
        after = await ask(api, "what did Peskov say?")
    assert not [entity for entity in answer["entities"] if entity["type"] == "text_link"]
    assert "error" not in answer["text"]
    assert "He called the summit successful" in after["text"]
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_endless_questions_are_turned_down_at_once(api, library):
    async with bot(api, library):
        began = time.monotonic()
        answer = await ask(api, "What did Sokolova say? " * 218)
        assert "too long" in answer["text"]
        assert time.monotonic() - began < 2


async def test_every_link_is_one_of_the_library(api, library):
    async with bot(api, library):
        answer = await ask(api, "What did Sokolova say about https://evil.example/bridge?")
    assert {urlsplit(address).netloc for address in links(answer).values()} <= {
        "yar-herald.example.org",
        "yar-vesti.example.org",
    }


async def test_articles_that_come_in_while_the_bot_runs_are_found(api, library, tmp_path):
    fresh = tmp_path / "fresh.txt"
    fresh.write_text("A new bench for the pier\n\n“Sit down,” carpenter Nadia Velt said.\n", encoding="utf-8")
    async with bot(api, library):
        before = await ask(api, "What did Nadia Velt say?")
        code, _, err = await asyncio.to_thread(run, tmp_path, "ingest", "--db", str(library), str(fresh))
        after = await ask(api, "What did Nadia Velt say?")
    assert (code, err) == (0, "")
    assert "Sit down" not in before["text"]
    assert "“Sit down,” carpenter Nadia Velt said." in after["text"]


async def test_neither_token_nor_questions_reach_the_logs(api, library, caplog):
    caplog.set_level(logging.DEBUG)
    guard_logs()
    async with bot(api, library):
        await ask(api, BRIDGE)
        await ask(api, "What did Zubkin say about secret whales?")
    assert caplog.records
    assert SECRET not in caplog.text
    assert "secret whales" not in caplog.text


def test_the_real_process_answers_and_ends_cleanly(api, library, tmp_path):
    process = start(
        tmp_path,
        "run",
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_BASE_URL=api.base_url,
        WHOSAID_DB=str(library),
        LOG_LEVEL="DEBUG",
    )
    api.write("what did Peskov say?")
    try:
        api.wait_for_sent(1, seconds=30)
    finally:
        process.send_signal(signal.SIGTERM)
        code, out, err = finish(process)
    [answer] = api.sent()
    assert "He called the summit successful" in answer["text"]
    assert_links_open_the_sentences(answer, library)
    assert (code, out) == (0, "")
    assert "Traceback" not in err
    assert SECRET not in err
    assert "what did Peskov say" not in err
    assert api.pending == []
