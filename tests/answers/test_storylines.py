"""Articles by their story."""

from bot.answers.library import Library
from bot.answers.storylines import linked, members, storylines
from bot.ingest.grouping import group_stories


def shelved(shelve, stories, story):
    again = story("Ladozhsk opens its pier", stories[0].body, "2025-07-10")
    return shelve([*stories, again])


def test_an_article_without_a_place_is_a_story_by_itself(shelve, stories, story, now):
    shelf = shelved(shelve, stories, story)
    held = Library(shelf.store, shelf.index)
    articles = list(held.articles([1, 2]).values())
    lines = storylines(articles, held)
    assert lines == {1: -1, 2: -2}
    assert [one.id for one in members(-1, held, now, None)] == [1]
    assert linked([-1], held) == []


def test_articles_of_one_event_share_a_story(shelve, stories, story, now):
    shelf = shelved(shelve, stories, story)
    group_stories(shelf.store)
    held = Library(shelf.store, shelf.index)
    lines = storylines(held.articles([1, 2, 3, 4]).values(), held)
    assert lines[1] == lines[4] != lines[2]
    assert [one.id for one in members(lines[1], held, now, None)] == [1, 4]
    assert members(lines[3], held, now, None) == []  # published later than the moment asked
