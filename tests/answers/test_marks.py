"""When articles and statements on a matter came."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.answers.marks import Marks, marks_of
from bot.models import Period, Question
from tests.answers.conftest import library

ASKED = Question("q", "q", "en", "timeline", topic="pier")


def test_the_days_of_articles_on_the_matter_and_of_statements_on_it(shelve, stories, story, now):
    undated = story("Pier painted", "The pier of Ladozhsk was painted blue.", None)
    held = library(shelve([*stories, undated]))
    assert marks_of(ASKED, held, now) == Marks(("2025-07-09",), ("2025-07-09",) * 2)


def test_of_a_speaker_the_articles_that_hold_his_words(shelve, stories, now):
    held = library(shelve(stories))
    asked = replace(ASKED, speakers=(held.directory().find("Orlova"),), topic="")
    assert marks_of(asked, held, now) == Marks(
        ("2025-07-09", "2025-07-11"), ("2025-07-09", "2025-07-09", "2025-07-11")
    )


def test_nothing_from_outside_the_period(shelve, stories, now):
    held = library(shelve(stories))
    asked = replace(ASKED, period=Period(datetime(2025, 7, 10, tzinfo=UTC), None, "since 10 July"))
    assert marks_of(asked, held, now) == Marks()
