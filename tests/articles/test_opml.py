"""Lists of feeds: read, and written so that they can be read again."""

import pytest

from bot.articles.opml import Outline, looks_like_opml, read_opml, write_opml

FEEDS = [
    Outline("https://tarn.example/rss?a=1&b=2", 'Tarn "Post" & <others>', "https://tarn.example/"),
    Outline("https://vesti.example/rss", "Вести"),
    Outline("https://lumen.example/atom"),
]


def test_what_is_written_can_be_read() -> None:
    text = write_opml(FEEDS)
    assert looks_like_opml(text.encode())
    untitled = FEEDS[2]._replace(title=FEEDS[2].url)
    assert read_opml(text.encode()) == [*FEEDS[:2], untitled]


def test_folders_repeats_and_other_outlines() -> None:
    data = b"""<opml version="1.0"><body><outline text="News"><outline text="A" xmlURL="https://a.example/f"/>
    <outline text="again" xmlUrl="https://a.example/f"/></outline><outline xmlUrl="javascript:x"/>
    <outline text="a page" htmlUrl="https://b.example/"/></body></opml>"""
    assert read_opml(data) == [Outline("https://a.example/f", "A")]


def test_no_feeds_are_told() -> None:
    with pytest.raises(ValueError, match="no feed"):
        read_opml(b"<opml><body/></opml>")
    assert not looks_like_opml(b"<rss/>")
