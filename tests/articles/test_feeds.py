"""What a document is, by what it holds."""

import gzip
import time

import pytest

from bot.articles.feeds import looks_like_feed, read_feed

URL = "https://tarn.example/feed"
RSS = b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>A</title></item></channel></rss>"
JSON = b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "A"}]}'
SITEMAP = b"<urlset><url><loc>https://tarn.example/1</loc><lastmod>2031-05-06</lastmod></url></urlset>"


@pytest.mark.parametrize("data", [RSS, JSON, SITEMAP, b"\xef\xbb\xbf\n" + JSON, gzip.compress(RSS, mtime=0)])
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
        (gzip.compress(RSS, mtime=0)[:-9], "cut off"),
        (b'{"a": 1}', "JSON Feed"),
    ],
)
def test_everything_else_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_feed(data, URL)


HOSTILE = (
    b"<a>" * 20_000,
    b"<item>" * 10_000,
    b"<item><title>" + b"<b>" * 10_000,
    b"<item><description>" + b"<" * 100_000,
    b"<item><description>" + b"&" * 100_000 + b"</description></item>",
    b"<item " + b" ".join(b'a%d="x"' % number for number in range(500)) + b"/>",
    b"<item><pubDate>" + b"1-" * 100_000 + b"</pubDate></item>",
    b"<item><author>" + b"a@(" * 100_000 + b"</author></item>",
    b"".join(b'<x xml:base="http://a.example/%d/">' % number for number in range(5_000)),
    b"<item><title>a\0b\x1b[31mc</title></item>",
    b"<item><title>" + b"\xff\xfe" * 50_000 + b"</title></item>",
)


@pytest.mark.parametrize("markup", HOSTILE, ids=range(len(HOSTILE)))
def test_markup_made_to_break_the_reader(markup: bytes) -> None:
    began = time.perf_counter()
    document = read_feed(b"<rss version='2.0'><channel>" + markup + b"</channel></rss>", URL)
    assert time.perf_counter() - began < 20
    assert not any(letter in entry.title for entry in document.entries for letter in "\0\x1b")


def test_markup_that_would_keep_the_reader_busy_is_refused() -> None:
    began = time.perf_counter()
    with pytest.raises(ValueError, match="too much markup"):
        read_feed(b"<rss version='2.0'><channel>" + b"<item/>" * 400_000 + b"</channel></rss>", URL)
    assert time.perf_counter() - began < 2


def test_entities_that_open_into_one_another_stay_small() -> None:
    names = "abcdefgh"
    declared = "".join(
        f'<!ENTITY {name} "{f"&{inner};" * 10}">' for name, inner in zip(names[1:], names, strict=False)
    )
    bomb = f'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">{declared}]><rss version="2.0"><channel><item><title>&h;'
    document = read_feed(f"{bomb}</title></item></channel></rss>".encode(), URL)
    assert all(len(entry.title) < 1000 for entry in document.entries)
