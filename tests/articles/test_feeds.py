"""What a document is, by what it holds."""

import gzip

import pytest

from bot.articles.feeds import looks_like_feed, read_feed

URL = "https://tarn.example/feed"
RSS = b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>A</title></item></channel></rss>"
JSON = b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "A"}]}'
SITEMAP = b"<urlset><url><loc>https://tarn.example/1</loc><lastmod>2031-05-06</lastmod></url></urlset>"


@pytest.mark.parametrize("data", [RSS, JSON, SITEMAP, b"\xef\xbb\xbf\n" + JSON, gzip.compress(RSS)])
def test_each_kind_is_read(data: bytes) -> None:
    assert len(read_feed(data, URL).entries) == 1


def test_what_looks_like_a_feed() -> None:
    rdf = b"<rdf:RDF xmlns:rdf='x'>"
    for data in (
        RSS,
        JSON,
        SITEMAP,
        b"<feed xmlns='http://www.w3.org/2005/Atom'>",
        rdf,
        b"<s:urlset xmlns:s='x'>",
    ):
        assert looks_like_feed(data)
    for data in (
        b"",
        b"words of a feed",
        b"<html><body><feed></body>",
        b'{"url": "a", "text": "b"}',
        b"<p>rss</p>",
    ):
        assert not looks_like_feed(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b" \n", "empty"),
        (b"words", "no feed"),
        (gzip.compress(RSS)[:-9], "cut off"),
        (b'{"a": 1}', "JSON Feed"),
    ],
)
def test_everything_else_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_feed(data, URL)
