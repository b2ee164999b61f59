"""Where sources differ: two passages side by side, and none where it is not sure."""

from bot.answers.disagreements import compose_disagreements, disagreements
from bot.answers.evidence import Evidence
from bot.ingest.grouping import group_stories
from bot.models import Question
from tests.answers.conftest import library

FIRST = "The fire in the harbour of Ladozhsk destroyed 14 boats on Monday night. Firemen saw nobody hurt."
ALIKE = "On Monday night a fire destroyed 14 boats in the harbour of Ladozhsk. Firemen saw nobody hurt."
SECOND = ALIKE.replace("14", "17")


def ask(topic="fire", language="en"):
    return Question("q", "q", language, "disagreement", topic=topic)


def found(shelve, now, *stories, topic="fire"):
    shelf = shelve(stories)
    group_stories(shelf.store)
    held = library(shelf)
    return disagreements(ask(topic), held, now)


def two(story, first=FIRST, second=SECOND, published="2025-07-09", source="The Star"):
    return (
        story("Fire in the harbour of Ladozhsk", first, "2025-07-08", source="The Gazette"),
        story("Harbour fire in Ladozhsk", second, published, source=source),
    )


def test_two_figures_of_one_thing_stand_side_by_side(shelve, story, now):
    pair = found(shelve, now, *two(story))
    assert [one.article.source for one in pair] == ["The Gazette", "The Star"]
    composed = compose_disagreements(ask(), Evidence(sentences=tuple(pair)))
    assert [claim.note for claim in composed.claims] == ["1. The Gazette: 14", "1. The Star: 17"]
    assert "destroyed 14 boats" in composed.claims[0].text
    assert [cited.number for claim in composed.claims for cited in claim.citations] == [1, 2]
    assert composed.remark.startswith("Points on which sources differ: 1.")


def test_without_a_matter_the_newest_stories_are_looked_through(shelve, stories, story, now):
    assert len(found(shelve, now, *stories[:2], *two(story), topic="")) == 2


def test_a_denial_is_a_difference_without_a_figure(shelve, story, now):
    first = FIRST + " The siren of the harbour sounded in time before the fire."
    second = ALIKE + " The siren of the harbour did not sound in time before the fire."
    pair = found(shelve, now, *two(story, first, second))
    composed = compose_disagreements(ask(), Evidence(sentences=tuple(pair)))
    assert [claim.note for claim in composed.claims] == ["1. The Gazette", "1. The Star"]


def test_one_source_does_not_differ_from_itself(shelve, story, now):
    assert found(shelve, now, *two(story, source="The Gazette")) == []


def test_sources_that_agree_do_not_differ(shelve, story, now):
    assert found(shelve, now, *two(story, second=ALIKE)) == []


def test_a_report_of_days_later_is_no_contradiction(shelve, story, now):
    assert found(shelve, now, *two(story, published="2025-07-13")) == []


def test_who_explains_the_other_figure_does_not_contradict_it(shelve, story, now):
    second = SECOND + " At first 14 boats were counted."
    assert found(shelve, now, *two(story, second=second)) == []


def test_of_no_pairs_nothing_is_composed():
    composed = compose_disagreements(ask(language="ru"), Evidence())
    assert composed.claims == ()
    assert composed.remark == ""
