"""JSON Feed."""

import json

import pytest

from bot.articles.entries import Entry
from bot.articles.feedjson import read_json_feed

URL = "https://tarn.example/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def read(**feed: object):
    return read_json_feed(json.dumps({"version": VERSION, **feed}).encode(), URL)


def test_items() -> None:
    feed = read(
        title="Tarn",
        home_page_url="/",
        language="en",
        items=[
            {
                "id": 7,
                "url": "/a",
                "title": "Ferry",
                "content_html": "<p>One.</p><p>Two.</p>",
                "summary": "Short.",
                "date_published": "2031-05-06T10:00:00+03:00",
                "authors": [{"name": "Ida Holm"}, {"url": "x"}, 3],
            },
            {"id": "https://tarn.example/b", "content_text": "Words.", "author": {"name": "Joe Vale"}},
            "nonsense",
        ],
    )
    assert (feed.title, feed.site) == ("Tarn", "https://tarn.example/")
    first, second = feed.entries
    assert first == Entry(
        "https://tarn.example/a", "7", "Ferry", "2031-05-06T10:00:00+03:00",
        None, "Short.", "One.\n\nTwo.", ("Ida Holm",), "en",
    )  # fmt: skip
    assert (second.url, second.content, second.authors) == ("https://tarn.example/b", "Words.", ("Joe Vale",))


@pytest.mark.parametrize(
    "data",
    [b"{", b"[]", b'{"items": []}', b'{"version": "https://jsonfeed.org/version/1"}', b"[" * 99_999, b"\xff"],
)
def test_what_is_no_feed_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="feed"):
        read_json_feed(data, URL)


def test_fields_of_other_kinds_are_passed_over() -> None:
    (entry,) = read(items=[{"id": None, "url": 5, "title": [], "date_published": 7, "authors": {}}]).entries
    assert entry == Entry()
