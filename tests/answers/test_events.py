"""What happened: one story, told once."""

from bot.answers import events
from bot.ingest.grouping import group_stories
from bot.models import Question
from tests.answers.conftest import library


def ask(topic, wanted="what", intent="fact"):
    return Question("q", "q", "en", intent, wanted, topic=topic)


def texts(found):
    return [one.article.text[one.span.start : one.span.end] for one in found]


def test_an_event_is_told_by_its_article(shelve, stories, now):
    held = library(shelve(stories))
    found = texts(events.event_sentences(ask("budget council", intent="event"), held, now))
    assert found[0].startswith("The council of Ladozhsk passed the budget")


def test_a_place_that_no_article_is_about_has_no_events(shelve, story, now):
    body = "Coach Orlova came to Ladozhsk. She was at Dolsk before. The next match is against Dolsk."
    held = library(shelve([story("New coach", body)]))
    question = Question("What happened in Dolsk?", "What happened in Dolsk?", "en", "event", topic="Dolsk")
    assert events.event_sentences(question, held, now) == []
    flood = story("Flood in Dolsk", "The river rose by two metres on Monday.")
    held = library(shelve([flood]))
    assert texts(events.event_sentences(question, held, now)) == ["The river rose by two metres on Monday."]


def test_an_event_is_told_by_the_articles_of_one_story(shelve, stories, story, now):
    pier = stories[0]
    again = story(
        "Ladozhsk opens its pier",
        pier.body + " A brass band from Dolsk played all night on the pier of Ladozhsk.",
        "2025-07-10",
    )
    other = story("Ladozhsk sells an old pier crane", "A crane of the pier of Ladozhsk was sold to Dolsk.")
    shelf = shelve([pier, again, other])
    group_stories(shelf.store)
    found = events.event_sentences(ask("pier Ladozhsk", intent="event"), library(shelf), now)
    assert {one.article.title for one in found} <= {pier.title, again.title}
    told = texts(found)
    assert len(told) == len(set(told))  # what both articles tell is told once
    assert any("brass band" in text for text in told)


def test_an_article_that_reports_an_event_comes_before_one_that_reports_words(shelve, story, now):
    talk = story("Orlova said pier of Dolsk is ugly", "Vera Orlova said the pier of Dolsk is ugly.")
    event = story("Pier of Dolsk burns down", "The pier of Dolsk burned down on Monday night.")
    held = library(shelve([talk, event]))
    (first, *_) = texts(events.event_sentences(ask("pier Dolsk", intent="event"), held, now))
    assert "burned down" in first


def test_an_overview_tells_each_story_once(shelve, stories, story, now):
    pier = stories[0]
    again = story("Ladozhsk opens its pier", pier.body, "2025-07-10")
    shelf = shelve([*stories[:2], again])
    group_stories(shelf.store)
    found = events.overview_sentences(ask("", intent="latest"), library(shelf), now)
    assert len(found) == 2
