"""Saving, versions, duplicates, looking up and counting."""

import pytest

from bot.errors import InputError
from bot.models import Passage, Span
from bot.store import Known, Overview


def test_outcomes_in_one_batch_and_in_the_next(store, make_article):
    first, edited = make_article("u1", "old"), make_article("u1", "new")
    reprint, other = make_article("u2", "old"), make_article("u3", "other")
    assert store.articles.save([first, reprint, edited, first, other]) == [
        "added",
        "duplicate",
        "updated",
        "unchanged",
        "added",
    ]
    assert set(store.articles.save([first, reprint, edited, other])) == {"unchanged", "duplicate"}
    assert store.articles.count() == 2
    assert store.sequence() == 3


def test_everything_of_a_draft_comes_back(store, make_article):
    text = "Line one\nЛиния вторая \x00 \U0001f680"
    store.articles.save(
        [make_article("u1", text, published="2031-05-06T10:00:00+03:00", authors=("A. B.", "Ёлка"))]
    )
    found = store.articles.by_url("u1")
    assert (found.text, found.title, found.published) == (text, "Title of u1", "2031-05-06T10:00:00+03:00")
    assert (found.source, found.language, found.version) == ("Gazette", "en", 1)
    assert found.authors == ("A. B.", "Ёлка")
    assert store.articles.get([found.id]) == {found.id: found}
    assert store.articles.by_url("u2") is None


def test_old_versions_can_be_opened_but_are_not_found(store, make_article):
    store.articles.save([make_article("u1", "old text")])
    store.articles.save([make_article("u1", "new text!", published=None)])
    found = store.articles.by_url("u1")
    assert (found.version, found.text, found.published) == (2, "new text!", None)
    assert store.articles.version(found.id, 1).text == "old text"
    assert store.articles.version(found.id, 3) is None
    assert store.articles.passages([1, 2]) == {2: Passage(Span(0, 9), 2, 1)}
    assert store.articles.spans_of([1]) == {1: (Span(0, 9),)}


def test_known_tells_address_and_text_apart(store, make_article):
    store.articles.save([make_article("u1", "one"), make_article("u2", "two")])
    assert store.articles.known("u1", "print of one") == Known(1, 1, 1)
    assert store.articles.known("u1", "print of two") == Known(1, 1, 2)
    assert store.articles.known("u1", "print of new") == Known(1, 1, None)
    assert store.articles.known("u9", "print of two") == Known(None, 0, 2)
    assert store.articles.known("u9", "print of new") is None


def test_a_failing_item_leaves_nothing_of_its_batch(store, make_article):
    with pytest.raises(InputError) as raised:
        store.articles.save([make_article("u1", "fine"), make_article("u2", "half \ud83d")])
    assert raised.value.place == "u2"
    assert store.articles.count() == store.sequence() == 0
    assert store.articles.save([make_article("u1", "fine")]) == ["added"]


def test_hundreds_of_ids_in_one_query(store, make_article):
    store.articles.save([make_article(f"u{n}", f"text {n}") for n in range(1500)])
    assert len(store.articles.get(range(1, 5000))) == 1500
    assert len(store.articles.passages(range(1, 5000))) == 1500
    assert store.articles.get([]) == {}


def test_count_and_overview_at_a_moment(store, make_article, says):
    store.articles.save(
        [
            make_article("u1", "one", says("Ann Lee"), says("Bo Ray"), published="2031-01-01"),
            make_article("u2", "two", says("Ann Lee"), says(None), published="2031-01-03", source="Post"),
            make_article("u3", "three", published=None),
        ]
    )
    day_two = 1925078400  # 2031-01-02
    assert store.articles.count() == 3
    assert store.articles.count(day_two) == 2
    assert store.articles.overview(day_two) == Overview(
        2, 2, 2, 1, "2031-01-01", "2031-01-01", (("Ann Lee", 1), ("Bo Ray", 1)), (1, 2)
    )
    assert store.articles.overview() == Overview(
        3, 4, 2, 2, "2031-01-01", "2031-01-03", (("Ann Lee", 2), ("Bo Ray", 1)), (1, 2)
    )


def test_overview_of_an_empty_library(store):
    assert store.articles.overview() == Overview(0, 0, 0, 0, None, None)


def test_overview_follows_every_save(store, make_article, says):
    for number in range(1, 4):
        store.articles.save([make_article(f"u{number}", f"text {number}", says("Ann Lee"))])
        assert store.articles.overview().statements == number
        assert store.articles.overview(4_000_000_000).top_speakers == (("Ann Lee", number),)
        assert store.articles.overview(1).articles == 0


def test_extent_without_reading_articles(store, make_article):
    store.articles.save(
        [make_article("u1", "old", published="1970-01-02"), make_article("u2", "x", published=None)]
    )
    extent = store.articles.extent(2**40)
    assert (extent.articles, extent.sources, extent.first, extent.statements) == (2, 1, "1970-01-02", 0)


def test_sources_are_counted_from_their_first_article_on(store, make_article):
    held = [
        ("u1", "2025-07-01", "a"),
        ("u2", "2025-07-03", "b"),
        ("u3", "2025-07-05", "a"),
        ("u4", None, None),
    ]
    store.articles.save([make_article(url, url, published=day, source=source) for url, day, source in held])
    second, fourth = 1_751_414_400, 1_751_587_200  # of July 2025, UTC
    for until, counted in ((1, (1, 0)), (second, (2, 1)), (fourth, (3, 2)), (2**40, (4, 2))):
        extent = store.articles.extent(until)
        assert (extent.articles, extent.sources) == counted


def test_the_newest_of_a_period(store, make_article):
    days = ["2025-07-01T00:00:00Z", "2025-07-03T00:00:00Z", "2025-07-02T00:00:00Z", None]
    store.articles.save([make_article(f"u{n}", f"text {n}", published=day) for n, day in enumerate(days)])
    start = 1_751_328_000  # 1 July 2025, UTC
    found = store.articles.newest(start, start + 3 * 86_400, 2)
    articles = store.articles.get(found)
    assert [articles[number].published for number in found] == days[1:3]
    assert store.articles.newest(start + 3 * 86_400, start + 4 * 86_400, 2) == []
