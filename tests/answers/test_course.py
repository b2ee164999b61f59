"""The course of a matter: one line a stage, in whatever story it stands."""

from bot.answers import course
from bot.ingest.grouping import group_stories
from bot.models import Question
from tests.answers.conftest import library


def ask(topic, wanted="what", intent="fact"):
    return Question("q", "q", "en", intent, wanted, topic=topic)


def texts(found):
    return [one.article.text[one.span.start : one.span.end] for one in found]


def test_the_course_of_things_has_one_sentence_an_article(shelve, stories, now):
    held = library(shelve(stories))
    found = course.timeline_sentences(ask("Ladozhsk", intent="timeline"), held, now)
    assert len({one.article.id for one in found}) == len(found) == 2


def test_the_latest_is_the_newest_article(shelve, stories, now):
    held = library(shelve(stories))
    found = course.latest_sentences(ask("Ladozhsk", intent="latest"), held, now)
    assert found[0].article.title == "Council passes the budget"


def test_the_course_leaves_out_what_merely_names_the_matter(shelve, story, now):
    titles = ("Pier repairs begin", "Pier repairs go on", "Rowing club has a new coach")
    bodies = (
        "The pier of Ladozhsk was closed for repairs on Monday.",
        "Divers went on with the repairs of the pier on Tuesday.",
        "The club hired Dymov on Friday. He is a young man. He knows nothing of the repairs of the pier.",
    )
    held = library(shelve([story(title, body) for title, body in zip(titles, bodies, strict=True)]))
    found = course.timeline_sentences(ask("story pier repairs develop", intent="timeline"), held, now)
    assert sorted(texts(found)) == sorted(bodies[:2])


def test_each_story_has_its_stage_before_any_has_a_second(shelve, story, now):
    opened = "The pier of Ladozhsk opened on Monday after two years of repairs, and ferries came back."
    closed = "Divers found cracks under the pier of Ladozhsk, and the harbour was shut at once for weeks."
    shelf = shelve(
        [
            story("Pier of Ladozhsk opens", opened, "2025-07-09"),
            story("Ladozhsk pier opens", f"{opened} A choir sang there.", "2025-07-10"),
            story("Cracks shut the pier of Ladozhsk", closed, "2025-03-01"),
        ]
    )
    group_stories(shelf.store)
    found = course.timeline_sentences(ask("pier Ladozhsk", intent="timeline"), library(shelf), now)
    first_two = {one.article.published for one in found[:2]}
    assert "2025-03-01" in first_two
    assert len(found) == 3


def test_an_undated_article_is_no_stage_where_others_have_dates(shelve, story, now):
    body = "The pier of Ladozhsk was painted blue by the harbour master."
    shelf = shelve(
        [story("Pier painted", body, None), story("Pier of Ladozhsk closed", body[:-1] + " again.")]
    )
    found = course.timeline_sentences(ask("pier Ladozhsk", intent="timeline"), library(shelf), now)
    assert [one.article.title for one in found] == ["Pier of Ladozhsk closed"]


def test_what_merely_names_somebody_of_the_matter_is_no_stage(shelve, story, now):
    opened = "Mayor Vera Orlova opened the repaired pier of Ladozhsk; the pier repairs took two years."
    roses = "The rose garden of Vera Orlova won a prize at the flower show of Dolsk."
    shelf = shelve([story("Orlova opens the pier", opened), story("Roses of Dolsk", roses, "2025-07-10")])
    asked = ask("Orlova pier repairs", intent="timeline")
    found = course.timeline_sentences(asked, library(shelf), now)
    assert [one.article.title for one in found] == ["Orlova opens the pier"]
