"""Pages to drafts: which address, moment and title are believed."""

from datetime import UTC, datetime

import pytest

from bot.articles.entries import Entry
from bot.articles.taking import page_draft, pages
from bot.models import Draft, Failure

SEEN = datetime(2031, 5, 6, 12, tzinfo=UTC)
URL = "https://tarn.example/news/1?utm_source=rss"
ENTRY = Entry(URL, "g", "Title of the feed", "2031-05-06T10:00:00+03:00", authors=("Ida Holm",))
TEXT = "<p>The ferry to Tarn sank on Sunday, and nobody on the quay was surprised by that at all.</p>" * 5


def page(head: str = "", body: str = TEXT) -> bytes:
    return f"<html><head>{head}</head><body><article><h1>Ferry</h1>{body}</article></body></html>".encode()


def test_the_feed_fills_in_what_the_page_does_not_tell() -> None:
    draft = page_draft(page(), URL, ENTRY, SEEN)
    assert (draft.url, draft.source) == ("https://tarn.example/news/1", "tarn.example")
    assert (draft.published, draft.authors) == ("2031-05-06T10:00:00+03:00", ("Ida Holm",))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("https://www.tarn.example/one?utm_source=x", "https://www.tarn.example/one"),
        ("https://evil.example/one", "https://tarn.example/news/1"),
        ("https://tarn.example/", "https://tarn.example/news/1"),
        ("javascript:alert(1)", "https://tarn.example/news/1"),
    ],
)
def test_a_page_tells_its_address_only_within_its_site(told: str, expected: str) -> None:
    assert page_draft(page(f'<link rel="canonical" href="{told}">'), URL, ENTRY, SEEN).url == expected


@pytest.mark.parametrize(
    ("named", "source"),
    [
        ("Tarn Post", "Tarn Post"),
        ("Tarn.example", "Tarn.example"),
        ("Тарн.Ru", "Тарн.Ru"),
        ("dolsk.example", "tarn.example"),
    ],
)
def test_no_page_calls_itself_by_the_domain_of_another(named: str, source: str) -> None:
    head = f'<meta property="og:site_name" content="{named}">'
    assert page_draft(page(head), URL, ENTRY, SEEN).source == source


def test_the_better_moment_counts() -> None:
    def published(told: str, of_feed: str | None) -> str | None:
        head = f'<meta property="article:published_time" content="{told}">'
        return page_draft(page(head), URL, Entry(URL, published=of_feed), SEEN).published

    assert published("2031-05-06T09:00:00+00:00", "2031-05-06T10:00:00+00:00") == "2031-05-06T09:00:00+00:00"
    assert published("2031-05-06", "2031-05-06T10:00:00+00:00") == "2031-05-06T10:00:00+00:00"
    assert published("2031-05-01", "2031-05-06T10:00:00+00:00") == "2031-05-01"
    assert published("2039-05-01T09:00:00Z", None) == "2031-05-06T12:00:00+00:00"


def test_pages_without_an_article_are_told() -> None:
    for data in (b"", b"%PDF-1.7", b"<html><body></body></html>"):
        with pytest.raises(ValueError, match=r"empty|PDF|no article"):
            page_draft(data, URL, ENTRY, SEEN)
    with pytest.raises(ValueError, match="front page"):
        page_draft(page(), "https://tarn.example/", ENTRY, SEEN)


def test_other_formats_of_the_web() -> None:
    lines = b'{"url": "https://evil.example/", "title": "A", "text": "1"}\n{"title": "B", "text": "2"}\n{]\n'
    first, second, third = pages(lines, "https://tarn.example/x.jsonl", SEEN)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert isinstance(third, Failure)
    assert [first.url, second.url] == ["https://tarn.example/x.jsonl", "https://tarn.example/x.jsonl#1"]
