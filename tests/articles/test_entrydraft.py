"""Entries to drafts: when the feed's own text is the article, and which moments are believed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.articles.entries import Entry
from bot.articles.entrydraft import believed, entry_draft, has_full_text, sane_moment, speaks_for

SEEN = datetime(2031, 5, 6, 12, tzinfo=UTC)
LONG = "\n\n".join(["The ferry sank on Sunday, and nobody on the quay was surprised by that at all."] * 40)
ENTRY = Entry("https://tarn.example/1?utm_source=rss", "g", "Ferry", "2031-05-06T10:00:00Z", content=LONG)


def test_the_text_of_a_feed_may_be_the_whole() -> None:
    assert has_full_text(ENTRY)
    assert has_full_text(replace(ENTRY, content="", summary=LONG))


@pytest.mark.parametrize(
    ("content", "summary"),
    [
        ("", "Short."),
        (LONG[:300], ""),
        (LONG + " Read more", ""),
        (LONG + "…", ""),
        (LONG.replace("\n\n", " "), ""),
        ("", LONG[:1500]),
    ],
)
def test_or_only_its_beginning(content: str, summary: str) -> None:
    assert not has_full_text(replace(ENTRY, content=content, summary=summary))


def test_a_draft_of_the_feeds_own_words() -> None:
    draft = entry_draft(ENTRY, "https://tarn.example/rss", SEEN)
    assert (draft.url, draft.title, draft.text) == ("https://tarn.example/1", "Ferry", LONG)
    assert not draft.partial
    assert entry_draft(replace(ENTRY, content=LONG[:300]), "https://tarn.example/rss", SEEN).partial
    assert (draft.published, draft.source) == ("2031-05-06T10:00:00Z", "tarn.example")
    nameless = entry_draft(replace(ENTRY, url="", title=""), "https://tarn.example/rss#top", SEEN)
    assert nameless.url.startswith("https://tarn.example/rss#")
    assert LONG.startswith(nameless.title)
    with pytest.raises(ValueError, match="too little"):
        entry_draft(replace(ENTRY, content="Short."), "https://tarn.example/rss", SEEN)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (None, None),
        ("2031-05-06T11:59:00+00:00", "2031-05-06T11:59:00+00:00"),
        ("2031-05-06T15:01:00+03:00", "2031-05-06T12:00:00+00:00"),
        ("2036-01-01", "2031-05-06T12:00:00+00:00"),
        ("2031-05-07", "2031-05-07"),
        ("2031-05-06T23:00:00", "2031-05-06T23:00:00"),
        ("1970-01-01T00:00:00+00:00", None),
    ],
)
def test_no_moment_lies_ahead(published: str | None, expected: str | None) -> None:
    assert sane_moment(published, SEEN) == expected


def test_without_a_clock_every_moment_is_believed() -> None:
    assert sane_moment("2036-01-01", None) == "2036-01-01"


@pytest.mark.parametrize(
    "home",
    [
        "https://tarn.example/rss",
        "https://feeds.tarn.example/all",
        "http://www.tarn.example/",
        "file:rss.xml",
    ],
)
def test_a_feed_speaks_for_its_own_site(home: str) -> None:
    assert speaks_for(home, ENTRY)
    assert believed(ENTRY, home) == ENTRY
    assert entry_draft(ENTRY, home, SEEN).url == "https://tarn.example/1"


def test_and_for_no_other() -> None:
    home = "https://evil.example/rss"
    assert not speaks_for(home, ENTRY)
    told = believed(ENTRY, home)
    assert (told.url, told.title, told.content, told.summary) == (ENTRY.url, "Ferry", "", "")
    draft = entry_draft(ENTRY, home, SEEN)
    assert draft.url.startswith(f"{home}#")
    assert draft.source == "evil.example"
    assert speaks_for(home, replace(ENTRY, url=""))
