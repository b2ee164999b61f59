from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.answers import ledger
from bot.answers.library import STATEMENTS_NEWEST
from bot.answers.relevance import shown_parts
from bot.models import Period, Question, Span, Statement
from bot.search.coverage import asked_words
from tests.answers.conftest import library


def ask(held, names, topic="", period=None):
    speakers = tuple(held.directory().find(name) for name in names)
    return Question("q", "q", "en", "said", speakers=speakers, topic=topic, period=period)


def words(found):
    return [one.article.text[one.statement.spans[0].start : one.statement.spans[0].end] for one in found]


def test_statements_of_the_asked_on_the_topic_only(shelve, stories, now):
    held = library(shelve(stories))
    assert words(ledger.said(ask(held, ["Orlova"], "land tax"), held, now)) == [
        "We will not raise the land tax"
    ]


def test_an_unrelated_statement_never_counts(shelve, stories, now):
    held = library(shelve(stories))
    assert ledger.said(ask(held, ["Orlova"], "Australia"), held, now) == []
    assert ledger.said(ask(held, ["Dymov"], "land tax"), held, now) == []


def test_without_a_topic_the_newest_first_and_nothing_of_the_future(shelve, stories, now):
    held = library(shelve(stories))
    found = ledger.said(ask(held, ["Orlova"]), held, now)
    assert words(found)[0] == "We will not raise the land tax"
    assert "that nobody was hurt on the pier" not in words(found)
    assert len(found) == 3


def test_the_period_is_kept(shelve, stories, now):
    held = library(shelve(stories))
    ninth = Period(datetime(2025, 7, 9, tzinfo=UTC), datetime(2025, 7, 10, tzinfo=UTC), "9 July")
    found = ledger.said(ask(held, ["Orlova"], period=ninth), held, now)
    assert {one.article.title for one in found} == {"Pier opens in Ladozhsk"}


def test_an_undated_article_may_name_the_day(shelve, story, planted, now):
    said = planted("Vera Orlova", "that snow fell", "On May 3 Vera Orlova said that snow fell.")
    held = library(shelve([story("Snow", "On May 3 Vera Orlova said that snow fell.", None, (said,))]))
    third = Period(datetime(2025, 5, 3, tzinfo=UTC), datetime(2025, 5, 4, tzinfo=UTC), "May 3")
    assert words(ledger.said(ask(held, ["Orlova"], period=third), held, now)) == ["that snow fell"]
    fourth = Period(datetime(2025, 5, 4, tzinfo=UTC), datetime(2025, 5, 5, tzinfo=UTC), "May 4")
    assert ledger.said(ask(held, ["Orlova"], period=fourth), held, now) == []


def test_a_later_article_may_speak_of_the_day_asked_about(shelve, story, planted, now):
    said = planted(
        "Vera Orlova", "the flood of May 3 a warning", "Vera Orlova called the flood of May 3 a warning."
    )
    other = planted("Vera Orlova", "that it was hot", "Vera Orlova said that it was hot.")
    later = story("A look back", "Vera Orlova called the flood of May 3 a warning.", "2025-06-01", (said,))
    same = story("Heat", "Vera Orlova said that it was hot.", "2025-05-03", (other,))
    held = library(shelve([later, same]))
    third = Period(datetime(2025, 5, 3, tzinfo=UTC), datetime(2025, 5, 4, tzinfo=UTC), "May 3")
    found = ledger.said(ask(held, ["Orlova"], "flood", third), held, now)
    assert words(found) == ["the flood of May 3 a warning"]


def test_what_the_conversation_is_about_is_looked_for_behind_the_newest(shelve, story, planted, now):
    flood = "Vera Orlova said that the flood was a warning."
    old = story(
        "Flood", flood, "2024-05-03", (planted("Vera Orlova", "that the flood was a warning", flood),)
    )
    mornings = [f"Vera Orlova said that it was warm on morning {n}." for n in range(STATEMENTS_NEWEST)]
    said = tuple(planted("Vera Orlova", one.removeprefix("Vera Orlova said "), one) for one in mornings)
    held = library(shelve([old, story("Weather", " ".join(mornings), "2025-06-01", said)]))
    found = ledger.said(replace(ask(held, ["Orlova"]), context="flood"), held, now)
    assert words(found) == ["that the flood was a warning"]


def test_about_finds_the_words_of_anyone(shelve, stories, now):
    held = library(shelve(stories))
    found = ledger.about("ferries return", ask(held, []), held, now)
    assert found[0].statement.speaker == "Oleg Dymov"


def test_words_without_a_cue_are_shown_alone():
    statement = Statement(
        (Span(3, 9),), Span(0, 40), "direct", "", None, "Vera Orlova", said_on=date(2025, 7, 9)
    )
    assert shown_parts(statement, [Span(0, 100)]) == (Span(3, 9),)


def test_a_context_is_cut_to_what_is_readable():
    statement = Statement((Span(3, 9),), Span(0, 40), "direct", "said", None, "Vera Orlova")
    assert shown_parts(statement, [Span(0, 20), Span(30, 100)]) == (Span(0, 20), Span(30, 40))


def test_nobody_asked_nothing_found(shelve, stories, now):
    held = library(shelve(stories))
    assert ledger.said(ask(held, ["Sedov"], "pier"), held, now) == []
    assert asked_words("") == ()


def test_a_course_of_statements_takes_in_those_of_articles_on_the_matter(shelve, story, planted, now):
    named = "Vera Orlova said that the pier is strong."
    beside = "She told reporters that builders work in two shifts."
    said = (
        planted("Vera Orlova", "that the pier is strong", named),
        planted("Vera Orlova", "that builders work in two shifts", beside),
    )
    held = library(shelve([story("Pier of Ladozhsk repaired", f"{named} {beside}", "2025-07-09", said)]))
    asked = ask(held, ["Orlova"], "pier")
    for intent in ("said", "position"):
        found = ledger.said(replace(asked, intent=intent), held, now)
        assert [one.statement.context.start for one in found] == sorted(
            one.statement.context.start for one in found
        )
        assert len(found) == 2
    elsewhere = ask(held, ["Orlova"], "pier of Dolsk")
    assert ledger.said(elsewhere, held, now) == []
    assert words(ledger.first_of(found, "pier")) == ["that the pier is strong"]


@pytest.mark.parametrize(
    ("speaker", "somebody"),
    [
        ("Vera Orlova", True),
        ("health officials", True),
        ("Will Smith", True),
        ("То Лам", True),
        ("Among them", False),
        ("The", False),
        ("keeper of the old gate whose door fell off in March", False),
        (None, False),
    ],
)
def test_half_a_sentence_is_nobody(speaker, somebody):
    assert ledger.is_somebody(speaker) is somebody


def test_where_a_number_is_asked_for_statements_with_one_are_shown(shelve, story, planted, now):
    bare, full = "that the pier is costly", "that the pier cost 14 million"
    said = tuple(planted("Vera Orlova", one, f"Vera Orlova said {one}.") for one in (bare, full))
    held = library(shelve([story("Pier", f"Vera Orlova said {bare}. Vera Orlova said {full}.", said=said)]))
    asked = ask(held, ["Orlova"], "pier")
    assert len(ledger.said(asked, held, now)) == 2
    assert words(ledger.said(replace(asked, wanted="how_much"), held, now)) == [full]


def test_words_go_before_what_somebody_merely_did(shelve, story, planted, now):
    told = [f"that pier {number} is safe" for number in range(ledger.FEW)]
    said = [planted("Vera Orlova", one, f"Vera Orlova said {one}.") for one in told]
    sentence = "Vera Orlova celebrated the opening of the pier."
    deed = planted("Vera Orlova", "the opening of the pier", sentence)._replace(cue="celebrated")
    text = " ".join([*(one.context for one in said), sentence])
    held = library(shelve([story("Pier", text, said=(*said, deed))]))
    assert "the opening of the pier" not in words(ledger.said(ask(held, ["Orlova"]), held, now))
    few = library(shelve([story("Pier", sentence, said=(deed,))]))
    assert words(ledger.said(ask(few, ["Orlova"]), few, now)) == ["the opening of the pier"]
