"""What is new since a moment: only later articles, and only what earlier ones did not tell."""

from datetime import UTC, datetime

from bot.answers.changes import changed_sentences, largest_stories
from bot.ingest.grouping import group_stories
from bot.models import Period, Question
from tests.answers.conftest import library

SINCE = Period(datetime(2025, 7, 10, tzinfo=UTC), None, "since 10 July")


def ask(topic):
    return Question("q", "q", "en", "changes", topic=topic, period=SINCE)


def test_only_what_earlier_articles_did_not_tell_is_new(shelve, stories, story, now):
    again = "The pier of Ladozhsk opens on July 20 after two years of repairs."
    new = "Divers found a cracked pillar under the pier of Ladozhsk and closed the northern stairs."
    held = library(shelve([stories[0], story("Crack under the pier", f"{new} {again}", "2025-07-12")]))
    found = [one.text for one in changed_sentences(ask("pier"), held, now)]
    assert found == [new]


def test_a_figure_that_changed_is_new(shelve, story, now):
    told = "The new pier of Ladozhsk will cost {} million crowns."
    before = story("Pier costs 14 million", told.format(14), "2025-07-02")
    after = story("Pier dearer", told.format(17), "2025-07-12")
    held = library(shelve([before, after]))
    found = [one.text for one in changed_sentences(ask("pier"), held, now)]
    assert found == [told.format(17)]


def test_nothing_later_is_nothing_new(shelve, stories, now):
    assert changed_sentences(ask("pier"), library(shelve(stories)), now) == []


def test_the_newest_opening_comes_first(shelve, story, now):
    first = story("Pier cracked", "Divers found a crack in the pier of Ladozhsk on Thursday.", "2025-07-11")
    second = story(
        "Pier mended", "Masons mended the pillar of the pier of Ladozhsk with concrete.", "2025-07-13"
    )
    found = changed_sentences(ask("pier"), library(shelve([first, second])), now)
    assert [one.article.title for one in found[:2]] == ["Pier mended", "Pier cracked"]


def test_without_a_matter_the_largest_stories_are_told(shelve, stories, story, now):
    council = stories[1]
    again = story("Budget passes in council of Ladozhsk", council.body, "2025-07-11")
    lamp = story("Lamp found in the tower", "A brass lamp was found in the old tower.", "2025-07-12")
    shelf = shelve([stories[0], lamp, council, again])
    group_stories(shelf.store)
    found = largest_stories(ask(""), library(shelf), now)
    assert [one.article.published for one in found] == ["2025-07-11", "2025-07-12"]
