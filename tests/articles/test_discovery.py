"""Where the feeds of a site are."""

from bot.articles.discovery import declared_feeds, usual_feeds
from bot.articles.opml import Outline

PAGE = """<html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="Alternate" type="application/rss+xml; charset=utf-8" title="News" href="/rss.xml">
<link rel="alternate" type="application/atom+xml" href="https://feeds.example/atom">
<link rel="alternate" hreflang="ru" href="/ru/"><link rel="stylesheet" type="text/xml" href="/x">
<link rel="alternate" type="application/rss+xml" href="javascript:x">
<link rel="alternate" type="application/rss+xml" title="again" href="/rss.xml"></head></html>"""


def test_declared_feeds_those_of_comments_last() -> None:
    assert declared_feeds(PAGE.encode(), "https://tarn.example/news/") == [
        Outline("https://tarn.example/rss.xml", "News"),
        Outline("https://feeds.example/atom"),
        Outline("https://tarn.example/comments/feed", "Comments"),
    ]


def test_pages_that_declare_nothing() -> None:
    for data in (b"", b"words", b"<html></html>", b"\xff\xfe\0"):
        assert declared_feeds(data, "https://tarn.example/") == []


def test_usual_places_are_of_the_same_site() -> None:
    found = usual_feeds("https://tarn.example:8080/news/today?x=1")
    assert found[0] == "https://tarn.example:8080/feed/"
    assert all(url.startswith("https://tarn.example:8080/") for url in found)
