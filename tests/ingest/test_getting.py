"""Fetching and reading together; hosts that ask us to wait."""

from datetime import timedelta

import pytest

from bot.articles.entries import Entry
from bot.errors import PageMissing, RetryLater, Unreachable
from bot.ingest.feedplan import Held, Reading
from bot.models import Analysed
from bot.sources import Fetched, Validators
from bot.store import Feed
from tests.ingest.webs import NOW, TEXT, FakeWeb, page, rss

FEED = Feed(1, "https://tarn.example/rss", "", "", 0, '"1"', "then", 1800, 0)


def test_a_feed_is_asked_for_with_what_came_with_the_last_copy() -> None:
    web = FakeWeb()
    web.put(FEED.url, rss("dolsk"), Fetched(FEED.url, b"", unchanged=True))
    getter = web.getter()
    reading = getter.look(FEED)
    assert isinstance(reading, Reading)
    assert reading.document
    assert [entry.url for entry in reading.document.entries] == ["https://tarn.example/dolsk"]
    unchanged = getter.look(FEED)
    assert isinstance(unchanged, Reading)
    assert unchanged.document is None
    assert web.asked == [(FEED.url, Validators('"1"', "then"))] * 2


def test_what_is_wrong_is_returned() -> None:
    web = FakeWeb()
    web.put(FEED.url, b"words", Unreachable("no answer"))
    getter = web.getter()
    assert isinstance(getter.look(FEED), ValueError)
    assert isinstance(getter.look(FEED), Unreachable)


def test_the_parts_of_an_index_are_read_as_one() -> None:
    web = FakeWeb()
    parts = "".join(f"<sitemap><loc>https://tarn.example/{n}.xml</loc></sitemap>" for n in (1, 2))
    web.put(FEED.url, f"<sitemapindex>{parts}</sitemapindex>".encode())
    for number in (1, 2):
        url = f"<url><loc>https://tarn.example/a{number}</loc><lastmod>2031-05-0{number}</lastmod></url>"
        web.put(f"https://tarn.example/{number}.xml", f"<urlset>{url}</urlset>".encode())
    reading = web.getter().look(FEED)
    assert isinstance(reading, Reading)
    assert reading.document
    assert {entry.url[-2:] for entry in reading.document.entries} == {"a1", "a2"}


def test_the_page_is_asked_for_only_when_the_feed_has_not_all() -> None:
    web = FakeWeb()
    web.put("https://tarn.example/dolsk", page("dolsk"))
    getter = web.getter()
    found = getter.article(Entry("https://tarn.example/dolsk", summary="It sank."), FEED.url, NOW)
    assert isinstance(found, Analysed)
    assert web.urls() == ["https://tarn.example/dolsk"]
    whole = "\n\n".join([TEXT.format("dolsk")[3:-4]] * 12)
    found = getter.article(Entry("https://tarn.example/other", content=whole), FEED.url, NOW)
    assert isinstance(found, Analysed)
    assert found.draft.text == whole
    assert len(web.asked) == 1
    assert isinstance(getter.article(Entry("https://tarn.example/none"), FEED.url, NOW), PageMissing)
    assert getter.summary(Entry("https://tarn.example/none", summary="Short."), FEED.url, NOW) is None


def test_a_host_that_asks_us_to_wait_is_not_asked_for_anything() -> None:
    web = FakeWeb()
    web.put(FEED.url, RetryLater("busy", 600))
    web.put("https://tarn.example/dolsk", page("dolsk"))
    web.put("https://other.example/dolsk", page("dolsk"))
    getter = web.getter()
    with pytest.raises(RetryLater):
        getter.fetch(FEED.url)
    with pytest.raises(Held) as held:
        getter.fetch("https://tarn.example/dolsk")
    assert 600 <= (held.value.seconds or 0) <= 601
    getter.fetch("https://other.example/dolsk")
    assert web.urls() == [FEED.url, "https://other.example/dolsk"]
    web.now += timedelta(seconds=601)
    getter.fetch("https://tarn.example/dolsk")
