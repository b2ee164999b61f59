"""What addresses lead to: pages, feeds, sites."""

import pytest

from bot.errors import InputError, UsageError
from bot.ingest.web import Web
from bot.models import Analysed, Failure
from bot.sources import Fetched
from tests.ingest.webs import FakeWeb, page, rss

SITE = "https://tarn.example/"
URL = "https://tarn.example/rss.xml"
FRONT = b"<html><head><link rel=alternate type='application/rss+xml' href='/broken'><link rel=alternate"
FRONT += b" type='application/rss+xml' href='/rss.xml' title=News></head><body>Welcome</body></html>"


@pytest.fixture
def web() -> FakeWeb:
    found = FakeWeb()
    found.put(URL, rss("dolsk", "murom"))
    found.put("https://tarn.example/dolsk", page("dolsk"))
    return found


def lead(web: FakeWeb) -> Web:
    return Web(web.getter(), web.clock)


def test_a_feed_is_itself_even_without_its_scheme(web: FakeWeb) -> None:
    for url in (URL, "tarn.example/rss.xml"):
        (outline,) = lead(web).feeds_at(url).feeds
        assert (outline.url, outline.title) == (URL, "Tarn Post")


def test_a_feed_that_moved_for_good_is_followed_where_it_is(web: FakeWeb) -> None:
    web.put("https://tarn.example/old", Fetched(URL, rss("dolsk"), moved_to=URL))
    web.put("https://tarn.example/for-now", Fetched(URL, rss("dolsk")))
    assert lead(web).feeds_at("https://tarn.example/old").feeds[0].url == URL
    assert lead(web).feeds_at("https://tarn.example/for-now").feeds[0].url == "https://tarn.example/for-now"


def test_the_feeds_that_a_site_declares(web: FakeWeb) -> None:
    web.put(SITE, FRONT)
    found = lead(web).feeds_at(SITE)
    assert [outline.url for outline in found.feeds] == [URL]
    assert [outline.url for outline in found.others] == ["https://tarn.example/broken"]


def test_a_feed_where_they_usually_lie(web: FakeWeb) -> None:
    web.put(SITE, b"<html><body>Welcome</body></html>")
    assert lead(web).feeds_at(SITE).feeds[0].url == URL


def test_a_list_of_feeds(web: FakeWeb) -> None:
    web.put("https://tarn.example/opml", b'<opml><body><outline xmlUrl="https://a.example/f"/></body></opml>')
    assert [feed.url for feed in lead(web).feeds_at("https://tarn.example/opml").feeds] == [
        "https://a.example/f"
    ]
    web.put("https://tarn.example/opml", b"<opml></opml>")
    with pytest.raises(InputError, match="no feed"):
        lead(web).feeds_at("https://tarn.example/opml")


def test_a_site_without_feeds_and_what_is_no_address(web: FakeWeb) -> None:
    web.put("https://other.example/", b"<html><body>Welcome</body></html>")
    with pytest.raises(InputError, match="no feed"):
        lead(web).feeds_at("https://other.example/")
    with pytest.raises(UsageError):
        lead(web).feeds_at("javascript:alert(1)")


def test_articles_of_a_page_a_feed_and_a_site(web: FakeWeb) -> None:
    (article,) = lead(web).articles("https://tarn.example/dolsk?utm_source=x")
    assert isinstance(article, Failure)
    (article,) = lead(web).articles("https://tarn.example/dolsk")
    assert isinstance(article, Analysed)
    assert article.draft.title == "Ferry of dolsk"
    web.put(SITE, FRONT)
    for url in (URL, SITE):
        found = sorted(lead(web).articles(url), key=lambda each: isinstance(each, Failure))
        assert isinstance(found[0], Analysed)
        assert found[1] == Failure("https://tarn.example/murom", "the server has no such page (404)")


def test_what_cannot_be_had_is_a_failure(web: FakeWeb) -> None:
    web.put("https://tarn.example/empty", b"<html></html>")
    web.put("https://tarn.example/bad", b"<rss>")
    for name in ("empty", "none", "bad"):
        (failure,) = lead(web).articles(f"https://tarn.example/{name}")
        assert isinstance(failure, Failure)
