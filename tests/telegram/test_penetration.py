"""What somebody of bad will tries: each try ends in nothing, and the bot goes on."""

import asyncio
import itertools
import logging

import pytest

from bot.ingest.handed import Taken
from bot.models import Claim
from bot.telegram.keyboards import Action
from bot.telegram.ports import Excerpt, Followed, Source
from bot.telegram.texts import EN
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_pace import WIDE
from tests.telegram.support import (
    FakeAnswerer,
    answer_of,
    citation,
    quoted,
    said,
    sent,
    services_of,
    services_with,
    serving,
    serving_with,
)
from tests.telegram.test_adding import FakeLibrarian, texts

MARKUP = '</blockquote></b><a href="https://evil.example/">free money</a> &lt;b&gt; <script>'
TURNED = "\u202egnp.exe\u2069"
EVIL = "evil.example"
OURS = {"bold", "italic", "text_link", "expandable_blockquote", "bot_command", "url"}


def links(message):
    return [entity["url"] for entity in message["entities"] if entity["type"] == "text_link"]


def assert_plain(messages):
    """The markup of others is text: no entity comes of it, no link leads where it wants to."""
    for message in messages:
        assert {entity["type"] for entity in message.get("entities", [])} <= OURS
        assert not [url for url in links(message) if url.split("/")[2] == EVIL]
        assert "\u202e" not in message["text"]


def has_said(api, chat, words):
    return any(words in message["text"] for message in api.sent(chat))


@pytest.fixture
def api():
    with FakeTelegram(WIDE) as server:
        yield server


@pytest.fixture(autouse=True)
def _no_errors(caplog):
    yield
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR], caplog.text


# HTML and entities


@pytest.mark.parametrize(
    "words", [MARKUP, TURNED, "<", "&", "&amp;lt;", "\x00\x07", "<b", "</", "]]>", "&#0;"]
)
async def test_markup_in_titles_names_sources_and_articles_is_text(api, words):
    claim = Claim(
        f"{words} said",
        f"{words} Orlova",
        "indirect",
        (citation(1, f"quote {words}", title=words or "t", source=words),),
    )
    answerer = FakeAnswerer(lambda _: answer_of(claim, remark=f"remark {words}"))
    answerer.excerpts = [
        Excerpt(words, words, "2025-07-09", "https://news.example/1", f"q {words}", words, words)
    ]
    async with serving(api, answerer):
        api.write("what?")
        [answer] = await sent(api, 1)
        api.press_text("[1]", answer)
        await sent(api, 2)
        api.press_text("Other sources", answer)
        await sent(api, 3)
    assert_plain(api.sent())
    assert len(api.sent()) == 3


@pytest.mark.parametrize("words", [MARKUP, TURNED])
async def test_markup_in_questions_and_buttons_is_text(api, words):
    answerer = FakeAnswerer(lambda question: said(f"I found nothing on {question}"))
    answerer.proposed = [f"What of {words}?"[:60]]
    async with serving(api, answerer):
        api.write(f"what of {words}?")
        await sent(api, 1)
        api.write("/start")
        [_, start] = await sent(api, 2)
        api.press(start["reply_markup"]["inline_keyboard"][0][0]["callback_data"], 1, start)
        await sent(api, 4)
    assert_plain(api.sent())


@pytest.mark.parametrize("words", [MARKUP, TURNED])
async def test_markup_in_what_is_handed_over_is_text(api, words):
    librarian = FakeLibrarian(
        taken=[
            Taken("added", "https://tarn.example/", words, words),
            Taken("failed", words, words, error=words),
        ],
        feeds=[Source(f"https://tarn.example/{words}", words, 1, None, 1, False, words)],
        found=Followed(added=((f"https://tarn.example/{words}", words),)),
    )
    with services_with(FakeAnswerer(said), librarian, owners=frozenset({1})) as services:
        async with serving_with(api, services):
            api.write("https://tarn.example/")
            api.send_file(b"x", words)
            api.write("/sources")
            api.write("/status")
            api.write("/addsource https://tarn.example/")
            await texts(api, 5, 1)
    assert_plain(api.sent())


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        'https://x.example/"><b>',
        "tg://resolve?domain=evil",
        "https://\n.example/",
        "data:text/html,x",
    ],
)
async def test_addresses_that_are_none_of_the_web_are_no_links(api, url):
    async with serving(api, FakeAnswerer(lambda _: quoted(url=url))):
        api.write("what?")
        [answer] = await sent(api, 1)
    assert all(address.startswith("https://") for address in links(answer))
    assert not [address for address in links(answer) if any(letter in address for letter in '"<>\n ')]


# callback data


FORGED = (
    "", "e", "e:", "e:1", "e:1:", "e:1:1:1", "E:1:1", "z:1:1", "e:-1:1", "e:1:-1", "e: 1:1", "e:١:1",
    "e:1:1000", "e:1e3:1", "e:0x1:1", "e:1;DROP TABLE shown:1", "e:9999999999999999:1", "../../etc/passwd",
    "\x00", "e:1:1\n",
)  # fmt: skip


async def test_forged_callback_data_does_nothing(api):
    answerer = FakeAnswerer(lambda _: quoted())
    async with serving(api, answerer):
        api.write("what?")
        [answer] = await sent(api, 1)
        queries = [api.press(data, 1, answer) for data in FORGED]
        await asyncio.to_thread(api.wait, lambda: len(api.toasts) == len(FORGED))
    assert len(answerer.asked) == 1
    assert [message["text"] for message in api.sent()] == [answer["text"]]
    assert {api.toasts[query] for query in queries} == {(EN.expired, True)}


@pytest.mark.parametrize("action", [*Action])
async def test_a_button_of_another_chat_shows_nothing_of_it(api, action):
    """Every action with the number of an answer that was shown to somebody else."""
    with services_of(FakeAnswerer(lambda _: quoted("The secret of chat one."))) as services:
        async with serving_with(api, services):
            api.write("what?", chat=1)
            [answer] = await sent(api, 1)
            api.write("/help", chat=2)
            [own] = await sent(api, 1, chat=2)
            for number in range(3):
                api.press(f"{action}:1:{number}", chat=2, message=own)
            await asyncio.to_thread(api.wait, lambda: len(api.toasts) == 3)
        assert "secret" not in str(api.sent(2))
        assert api.sent(1) == [answer]
        assert services.store.reports.all() == []
        assert services.store.shown.get(1, 1) is not None


@pytest.mark.parametrize("action", [*Action])
async def test_a_button_under_no_message_is_let_be(api, action):
    answerer = FakeAnswerer(lambda _: quoted())
    async with serving(api, answerer):
        api.press(f"{action}:1:1")
        api.write("/help")
        await sent(api, 1)
    assert answerer.asked == []


async def test_erasing_is_pressed_in_a_group_by_another(api):
    with services_of(FakeAnswerer(said)) as services:
        services.store.people.set_language(-5, "ru")
        async with serving_with(api, services):
            api.write("/help", chat=-5)
            [message] = await sent(api, 1)
            query = api.press(f"{Action.ERASE}:0:0", -5, message, person=66)
            await asyncio.to_thread(api.wait, lambda: query in api.toasts)
        assert services.store.people.language(-5) == "ru"


# links that start the bot


PAYLOADS = [
    "i-",
    "i-x",
    "i-' OR 1=1 --",
    "i-%00",
    "../../etc/passwd",
    "<b>",
    "x" * 900,
    "inline",
    "i-" + "a" * 200,
    "\u202e",
]


@pytest.mark.parametrize("access", ["invite", "list"])
async def test_no_payload_lets_anybody_in(api, access):
    with services_of(FakeAnswerer(said), access=access) as services:
        services.store.people.invite("good-for-one", "reader", 1)  # of 1970, so too old
        async with serving_with(api, services):
            for payload in (*PAYLOADS, "i-good-for-one"):
                api.write(f"/start {payload}", chat=3)
            await asyncio.to_thread(api.wait, lambda: len(api.sent(3)) >= len(PAYLOADS))
        assert services.store.people.roles() == {}
    assert_plain(api.sent())


async def test_an_invitation_lets_one_in_and_nobody_who_is_barred(api):
    with services_of(FakeAnswerer(said), access="invite", owners=frozenset({1})) as services:
        services.store.people.set_role(9, "barred", 1)
        async with serving_with(api, services):
            api.write("/invite", chat=1)
            [invitation] = await sent(api, 1)
            code = invitation["text"].split("start=")[1]
            for person in (9, 2, 3):
                api.write(f"/start {code}", chat=person)
                await sent(api, 1, chat=person)
        assert services.store.people.roles() == {9: "barred", 2: "reader"}


# commands of others


COMMANDS = [
    "/role 3 editor", "/role 1 barred", "/invite", "/stats", "/sources", "/addsource https://x.example/",
    "/removesource 1", "/status",
]  # fmt: skip


@pytest.mark.parametrize(("role", "chat"), [*itertools.product([None, "reader", "barred"], [3, -5])])
async def test_commands_of_owners_do_nothing_for_others(api, role, chat):
    librarian = FakeLibrarian(feeds=[Source("https://tarn.example/secret", "Secret", 1, None)])
    with services_with(FakeAnswerer(said), librarian, owners=frozenset({1})) as services:
        if role:
            services.store.people.set_role(3, role, 1)
        before = services.store.people.roles()
        async with serving_with(api, services):
            for command in (*COMMANDS, "/help"):
                api.write(command, chat=chat, person=3)
            await asyncio.to_thread(api.wait, lambda: has_said(api, chat, EN.help))
        assert services.store.people.roles() == before
    assert librarian.given == []
    shown = str([message["text"] for message in api.sent()])
    assert "Secret" not in shown
    assert "start=" not in shown


@pytest.mark.parametrize(("role", "command"), [("editor", "/role 3 editor"), ("editor", "/role 2 barred")])
async def test_editors_give_no_roles(api, role, command):
    with services_of(FakeAnswerer(said), owners=frozenset({1})) as services:
        services.store.people.set_role(2, role, 1)
        async with serving_with(api, services):
            api.write(command, chat=2)
            [message] = await sent(api, 1)
        assert services.store.people.roles() == {2: role}
    assert message["text"] == EN.owners_only


async def test_whoever_writes_in_the_name_of_a_channel_is_no_administrator(api):
    channel = {"id": -100777, "type": "channel", "title": "Evil"}
    with services_of(FakeAnswerer(said)) as services:
        async with serving_with(api, services):
            api.administrators.add((-5, 4))
            api.write("/language", chat=-5, person=4, sender_chat=channel)
            [message] = await sent(api, 1)
            assert message["text"] == EN.admins_only
            api.write("/language", chat=-5, person=4)
            [_, offered] = await sent(api, 2)
            query = api.press(f"{Action.LANGUAGE}:0:1", -5, offered, person=8)
            await asyncio.to_thread(api.wait, lambda: query in api.toasts)
        assert services.store.people.language(-5) is None
    assert api.toasts[query] == (EN.admins_only, True)


# filling the disk, the queue, the budget


async def test_a_flood_of_messages_is_bounded_told_and_holds_up_nobody(api):
    answerer = FakeAnswerer(said)
    with services_of(answerer, per_minute=30) as services:
        async with serving_with(api, services):
            for number in range(200):
                api.write(f"question {number}?", chat=1)
            api.write("free?", chat=2)
            await sent(api, 1, chat=2)
            await asyncio.to_thread(api.wait, lambda: "I am free again" in str(api.sent(1)), 20.0)
        words = [message["text"] for message in api.sent(1)]
        assert EN.busy in words
        assert len(words) < 60
        assert len(answerer.asked) <= 32
        assert services.store.inbox.left_over() == []
        (row,) = services.store._connections.rows("SELECT sum(length(body)) AS bytes FROM inbox")
        assert row["bytes"] is None


async def test_a_long_message_is_neither_asked_nor_kept(api):
    answerer = FakeAnswerer(said)
    with services_of(answerer) as services:
        async with serving_with(api, services):
            for _ in range(3):
                api.write("what? " * 650)
            await sent(api, 3)
        assert services.store.personal.export(1)["conversations"] == []
        assert services.store.personal.export(1)["answers_shown"] == []
    assert answerer.asked == []


async def test_the_budget_of_a_day_holds_for_messages_buttons_and_many_questions_at_once(api):
    answerer = FakeAnswerer(lambda _: quoted())
    async with serving(api, answerer, per_day=4):
        api.write("one? two? three? four? five?")
        [refused] = await sent(api, 1)
        api.write("one? two? three?")
        answers = (await sent(api, 4))[1:]
        api.write("four?")
        await sent(api, 5)
        query = api.press_text("More", answers[0])
        api.write("five?")
        await sent(api, 6)
        await asyncio.to_thread(api.wait, lambda: query in api.toasts)
    assert refused["text"] == EN.day_limit
    assert api.toasts[query] == (EN.day_limit, True)
    assert len(answerer.asked) == 4


async def test_buttons_and_inline_queries_have_a_limit_too(api):
    answerer = FakeAnswerer(lambda _: quoted())
    answerer.excerpts = [Excerpt("t", "s", None, "https://news.example/1", "q")]
    async with serving(api, answerer, per_minute=2):
        api.write("what?")
        [answer] = await sent(api, 1)
        queries = [api.press_text("[1]", answer) for _ in range(9)]
        await asyncio.to_thread(api.wait, lambda: len(api.toasts) == 9)
        refused = [api.toasts[query] for query in queries if api.toasts[query][0]]
        for number in range(5):
            api.type_inline(f"what did they say {number}", person=1)
        await asyncio.to_thread(api.wait, lambda: len(api.offers) >= 1)
    assert len(refused) == 3
    assert len(answerer.asked) == 1


# paths in names of files


@pytest.mark.parametrize(
    "name",
    ["../../../etc/cron.d/evil", "/etc/passwd", "..\\..\\boot.ini", "\x00", "a/b/../c", "~/.bashrc", "CON"],
)
async def test_a_path_in_the_name_of_a_file_writes_nothing(api, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    librarian = FakeLibrarian()
    with services_with(FakeAnswerer(said), librarian, owners=frozenset({1})) as services:
        async with serving_with(api, services):
            api.send_file(b"words", name)
            await texts(api, 1, 1)
    assert librarian.given == [(b"words", name)]  # made harmless where it is used: see test_handed
    assert list(tmp_path.iterdir()) == []
