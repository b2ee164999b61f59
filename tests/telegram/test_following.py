"""Commands of editors about sources and the state of the library."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.errors import InputError, UsageError
from bot.telegram.ports import Followed, Source
from bot.telegram.texts import EN, TEXTS
from tests.telegram.support import FakeAnswerer, said, services_with, serving_with
from tests.telegram.test_adding import FakeLibrarian, texts

FINE = Source("https://tarn.example/rss", "Tarn <Post>", 3.14, datetime(2025, 7, 10, 9, 5, tzinfo=UTC))
PAUSED = Source("https://brook.example/rss", "Brook", 0, None, 12, True, "the server has no such page (410)")
FAILING = Source(
    "https://lake.example/rss", "https://lake.example/rss", 1, None, 2, False, "the server takes too long"
)


@pytest.fixture
def librarian():
    return FakeLibrarian(feeds=[FINE, PAUSED, FAILING])


@pytest.fixture
async def front(librarian):
    with services_with(FakeAnswerer(said), librarian, owners=frozenset({1})) as services:
        yield services


async def ask(api, front, text, language="en"):
    async with serving_with(api, front):
        api.write(text, language=language)
        [answer] = await texts(api, 1, 1)
    return answer


async def test_sources_are_listed_with_how_they_do(api, front):
    assert await ask(api, front, "/sources") == (
        "I follow 3 sources:\n\n"
        "1. Tarn <Post>\nhttps://tarn.example/rss\n3.1 articles a day; last read 10.07.2025 09:05\n\n"
        "2. Brook\nhttps://brook.example/rss\n0.0 articles a day; not read yet; "
        "paused: the server has no such page (410). /addsource with its address goes on.\n\n"
        "3. https://lake.example/rss\n1.0 articles a day; not read yet; "
        "failed 2 times, I try on: the server takes too long"
    )


async def test_sources_in_russian(api, front):
    answer = await ask(api, front, "/sources", "ru")
    assert "За чем слежу (3 источника)" in answer
    assert "остановлено: такой страницы на сервере нет (410)" in answer


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_no_sources_yet(api, front, librarian, language):
    librarian.feeds = []
    assert await ask(api, front, "/sources", language) == TEXTS[language].adding.sources_none


async def test_status_tells_figures_and_troubles(api, front):
    assert await ask(api, front, "/status") == (
        "I hold 21 articles and 5 statements; my sources bring 1.5 articles a day.\n"
        "I follow 3 sources. Articles that wait to be read: 4; given up: 2.\n"
        "Database: 120 MB; free on its disk: 9000 MB.\n\n"
        "The search index is 7 changes behind; the next question catches up.\n\n"
        "Not as they should be:\n"
        "2. Brook: paused: the server has no such page (410). /addsource with its address goes on.\n"
        "3. https://lake.example/rss: failed 2 times, I try on: the server takes too long"
    )


async def test_a_source_is_added_with_what_else_is_declared(api, front, librarian):
    librarian.found = Followed(
        added=(("https://a.example/rss", "A"),), others=(("https://a.example/sport", ""),)
    )
    assert await ask(api, front, "/addsource a.example") == (
        f"{EN.adding.followed}\nA\nhttps://a.example/rss\n\n{EN.adding.declared}\nhttps://a.example/sport"
    )
    assert librarian.given == ["a.example"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (InputError("no feed is declared there, and none lies where they usually do"), "лент там нет"),
        (
            UsageError("x is no address of the web; write it as https://example.org/feed"),
            "это не адрес сайта",
        ),
    ],
)
async def test_what_has_no_feed_is_refused_with_the_reason(api, front, librarian, error, words):
    librarian.error = error
    answer = await ask(api, front, "/addsource x", "ru")
    assert answer.startswith("Не взял: x\n")
    assert words in answer


@pytest.mark.parametrize(
    ("named", "url"),
    [("2", PAUSED.url), (FINE.url, FINE.url), ("9", "9"), ("0", "0"), ("²", "²"), ("99999999", "99999999")],
)
async def test_a_source_is_removed_by_number_or_address(api, front, librarian, named, url):
    answer = await ask(api, front, f"/removesource {named}")
    assert librarian.given == [("unfollow", url)]
    assert answer == (f"{EN.adding.removed}\n{url}" if url.startswith("h") else EN.adding.not_followed)


@pytest.mark.parametrize(
    ("command", "usage"), [("/addsource", "add_usage"), ("/removesource", "remove_usage")]
)
@pytest.mark.parametrize("language", ["en", "ru"])
async def test_a_bare_command_tells_how_to_use_it(api, front, librarian, command, usage, language):
    assert await ask(api, front, command, language) == getattr(TEXTS[language].adding, usage)
    assert librarian.given == []


async def test_many_sources_come_in_several_messages(api, front, librarian):
    librarian.feeds = [
        Source(f"https://tarn.example/{'x' * 60}/{n}", f"Tarn {n}", 1, None) for n in range(60)
    ]
    async with serving_with(api, front):
        api.write("/sources")
        await asyncio.to_thread(api.wait, lambda: "60. Tarn 59" in str(api.sent()))
    assert len(api.sent()) > 1
