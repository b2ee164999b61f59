"""Stories in which something is new."""

from bot.digests.news import News
from bot.ingest.grouping import group_stories
from bot.search.coverage import asked_words
from bot.store import Store
from tests.digests.conftest import ORCHARD, PIER, PIER_AGAIN, PIER_RU, Add, window


def test_a_story_is_new_by_its_new_articles(store: Store, add: Add) -> None:
    first = add(PIER, "2031-05-04T20:00:00Z")
    second = add(PIER_AGAIN, "2031-05-05T08:00:00Z", "Courier")
    group_stories(store)
    (story,) = News(store, window()).stories.values()
    assert [article.id for article in story.new] == [second.id]
    assert story.earlier == (first.id,)
    assert (story.origins, story.newest) == (2, window("2031-05-05T08:00:00").since)
    assert set(story.marks) == {f"article:{first.id}", f"article:{second.id}"}


def test_what_was_stored_before_is_not_new(store: Store, add: Add) -> None:
    add(PIER)
    group_stories(store)
    after = store.stories.placed_up_to()
    assert News(store, window()).stories
    assert not News(store, window(after=after)).stories
    late = add(ORCHARD, "2031-05-05T07:00:00Z")
    group_stories(store)
    (story,) = News(store, window(after=after)).stories.values()
    assert [article.id for article in story.new] == [late.id]


def test_an_undated_article_is_new_when_it_was_stored_since(store: Store, add: Add) -> None:
    group_stories(store)
    after = store.stories.placed_up_to()
    add(PIER, None)
    group_stories(store)
    assert len(News(store, window(after=after)).stories) == 1
    assert not News(store, window()).stories


def test_what_is_published_later_is_not_seen(store: Store, add: Add) -> None:
    add(PIER, "2031-05-06T00:00:00Z")
    group_stories(store)
    assert not News(store, window()).stories


def test_a_reprint_is_no_origin_of_its_own(store: Store, add: Add) -> None:
    add(PIER)
    add((PIER[0], PIER[1] + "\n\nReported by the Gazette."), source="Courier")
    group_stories(store)
    (story,) = News(store, window()).stories.values()
    assert (len(story.articles), story.origins) == (2, 1)


def test_stories_are_found_by_topic_and_source(store: Store, add: Add) -> None:
    add(PIER)
    add(PIER_RU, source="Вестник")
    add(ORCHARD, source="Courier")
    group_stories(store)
    news = News(store, window())
    by_topic = {article.title for story in news.about(asked_words("причал")) for article in story.new}
    assert by_topic == {PIER[0], PIER_RU[0]}
    assert [story.new[0].title for story in news.of_source("courier ")] == [ORCHARD[0]]
    assert not news.of_source("")
    assert news.titled(asked_words("frost")) == {story.id for story in news.of_source("Courier")}
    assert not news.titled(asked_words("harvest"))


def test_nothing_is_placed_before_stories_are_caught_up_with(store: Store, add: Add) -> None:
    group_stories(store)
    before = store.stories.placed_up_to()
    add(PIER)
    assert store.stories.placed_up_to() == before
    group_stories(store)
    assert store.stories.placed_up_to() == store.sequence() == before + 1
