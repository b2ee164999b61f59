"""A reprint points to the article that was stored first; an original stays one."""

from dataclasses import replace

from tests.articles.test_reprints import EDITED, OTHER, WIRE

LATER = 4_000_000_000


def ids(store, *urls):
    return [store.articles.by_url(url).id for url in urls]


def test_reprints_point_to_the_first_and_count_each_other(store, make_article):
    store.articles.save([make_article("wire", WIRE), make_article("other", OTHER)])
    store.articles.save(
        [make_article("edited", EDITED), make_article("copy", WIRE.replace("Tuesday", "the day"))]
    )
    wire, other, edited = ids(store, "wire", "other", "edited")
    assert store.articles.reprints([wire, other, edited], LATER) == {wire: 2, edited: 2}
    assert store.articles.origins([wire, other, edited]) == {wire: wire, other: other, edited: wire}


def test_reprints_that_come_later_are_not_counted(store, make_article):
    store.articles.save([make_article("wire", WIRE, published="2031-05-06")])
    store.articles.save([make_article("edited", EDITED, published="2031-05-09")])
    wire, edited = ids(store, "wire", "edited")
    day = 86_400
    eighth = 1_935_878_400 + 2 * day
    assert store.articles.reprints([wire], eighth) == {}
    assert store.articles.reprints([wire], eighth + day * 2) == {wire: 1}
    assert store.articles.reprints([edited], eighth) == {edited: 1}


def test_a_rewritten_reprint_becomes_a_story_of_its_own(store, make_article):
    store.articles.save([make_article("wire", WIRE), make_article("edited", EDITED)])
    store.articles.save([make_article("edited", OTHER)])
    assert store.articles.reprints(ids(store, "wire", "edited"), LATER) == {}


def test_an_original_with_reprints_stays_one_when_it_is_rewritten(store, make_article):
    store.articles.save([make_article("wire", WIRE), make_article("edited", EDITED)])
    store.articles.save([make_article("wire", OTHER)])
    wire, edited = ids(store, "wire", "edited")
    assert store.articles.reprints([wire, edited], LATER) == {wire: 1, edited: 1}
    store.articles.save([make_article("third", OTHER + " More of it.")])
    assert store.articles.reprints([wire], LATER) == {wire: 2}


def test_whether_an_article_is_whole_is_kept_with_its_version(store, make_article):
    item = make_article("walled", WIRE)
    store.articles.save([replace(item, draft=replace(item.draft, partial=True))])
    assert store.articles.by_url("walled").partial
    store.articles.save([make_article("walled", EDITED)])
    (number,) = ids(store, "walled")
    assert not store.articles.by_url("walled").partial
    assert store.articles.version(number, 1).partial
