from bot.answers import facts
from bot.answers.library import Library
from bot.models import Question


def library(shelf):
    held = Library(shelf.store, shelf.index)
    held.catch_up()
    return held


def ask(topic, wanted="what", intent="fact"):
    return Question("q", "q", "en", intent, wanted, topic=topic)


def texts(found):
    return [one.article.text[one.span.start : one.span.end] for one in found]


def test_the_sentence_that_answers_comes_first(shelve, stories, now):
    held = library(shelve(stories))
    assert "July 20" in texts(facts.fact_sentences(ask("pier opens", "when"), held, now))[0]
    assert "14 million" in texts(facts.fact_sentences(ask("repairs pier cost", "how_much"), held, now))[0]


def test_a_premise_that_nothing_tells_has_no_sentence(shelve, stories, now):
    held = library(shelve(stories))
    assert facts.fact_sentences(ask("Orlova resign", "why"), held, now) == []
    assert facts.fact_sentences(ask("Sedov pier", "who"), held, now) == []


def test_an_event_is_told_by_its_article(shelve, stories, now):
    held = library(shelve(stories))
    found = texts(facts.event_sentences(ask("budget council", intent="event"), held, now))
    assert found[0].startswith("The council of Ladozhsk passed the budget")


def test_the_course_of_things_has_one_sentence_an_article(shelve, stories, now):
    held = library(shelve(stories))
    found = facts.timeline_sentences(ask("Ladozhsk", intent="timeline"), held, now)
    assert len({one.article.id for one in found}) == len(found) == 2


def test_the_latest_is_the_newest_article(shelve, stories, now):
    held = library(shelve(stories))
    found = facts.latest_sentences(ask("Ladozhsk", intent="latest"), held, now)
    assert found[0].article.title == "Council passes the budget"


def test_headings_and_the_title_tell_nothing(shelve, story, now):
    held = library(
        shelve([story("Lamp found in the tower", "A lamp.\nA brass lamp was found in the tower.")])
    )
    assert texts(facts.fact_sentences(ask("lamp tower"), held, now)) == [
        "A brass lamp was found in the tower."
    ]


def test_a_place_that_no_article_is_about_has_no_events(shelve, story, now):
    body = "Coach Orlova came to Ladozhsk. She was at Dolsk before. The next match is against Dolsk."
    held = library(shelve([story("New coach", body)]))
    question = Question("What happened in Dolsk?", "q", "en", "event", topic="Dolsk")
    assert facts.event_sentences(question, held, now) == []
    flood = story("Flood in Dolsk", "The river rose by two metres on Monday.")
    held = library(shelve([flood]))
    assert texts(facts.event_sentences(question, held, now)) == ["The river rose by two metres on Monday."]


def test_the_course_leaves_out_what_merely_names_the_matter(shelve, story, now):
    titles = ("Pier repairs begin", "Pier repairs go on", "Rowing club has a new coach")
    bodies = (
        "The pier of Ladozhsk was closed for repairs on Monday.",
        "Divers went on with the repairs of the pier on Tuesday.",
        "The club hired Dymov on Friday. He is a young man. He knows nothing of the repairs of the pier.",
    )
    held = library(shelve([story(title, body) for title, body in zip(titles, bodies, strict=True)]))
    found = facts.timeline_sentences(ask("story pier repairs develop", intent="timeline"), held, now)
    assert sorted(texts(found)) == sorted(bodies[:2])
