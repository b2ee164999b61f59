"""Entries of feeds: the stamp changes with what the feed says of an item, and only then."""

from dataclasses import replace

from bot.articles.entries import Entry

ENTRY = Entry("https://tarn.example/1", "g1", "Ferry", "2031-05-06", None, "It sank.", "")


def test_the_stamp_follows_the_words() -> None:
    for change in ({"title": "Ferry!"}, {"summary": "It sank"}, {"content": "x"}, {"updated": "2031-05-07"}):
        assert replace(ENTRY, **change).stamp() != ENTRY.stamp()


def test_the_stamp_is_the_same_at_another_address_or_under_another_guid() -> None:
    for change in ({"url": "https://tarn.example/1?utm_source=rss"}, {"guid": "g2"}, {"published": None}):
        assert replace(ENTRY, **change).stamp() == ENTRY.stamp()
    assert len(replace(ENTRY, title="half of \ud83d").stamp()) == 16
