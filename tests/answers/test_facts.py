from dataclasses import replace
from datetime import UTC, datetime

from bot.answers import facts
from bot.answers import library as library_module
from bot.models import Period, Question
from tests.answers.conftest import library


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


def test_headings_and_the_title_tell_nothing(shelve, story, now):
    held = library(
        shelve([story("Lamp found in the tower", "A lamp.\nA brass lamp was found in the tower.")])
    )
    assert texts(facts.fact_sentences(ask("lamp tower"), held, now)) == [
        "A brass lamp was found in the tower."
    ]


def test_a_word_that_only_opens_a_question_is_no_name(shelve, story, now):
    held = library(shelve([story("Recall", "The recall concerns 40 swings of children in Dolsk.")]))
    asked = replace(
        ask("Precisely swings recall", "how_much"), text="Precisely how many swings were recalled?"
    )
    assert texts(facts.fact_sentences(asked, held, now))


def test_the_country_that_a_library_is_at_home_in_is_taken_for_granted(
    shelve, stories, story, now, monkeypatch
):
    told = story("Race", "Vera Orlova dropped out of the presidential race on Saturday.")
    held = library(shelve([told, story("Bank", "The bank of Finland raised rates.")]))
    asked = ask("Orlova dropped out Finland presidential race", "which")
    assert facts.fact_sentences(asked, held, now) == []
    monkeypatch.setattr(library_module, "LARGE", 2)
    assert texts(facts.fact_sentences(asked, held, now)) == [
        "Vera Orlova dropped out of the presidential race on Saturday."
    ]


def why(words):
    return Question(f"Why was the {words}?", f"Why was the {words}?", "en", "fact", "why", topic=words)


def test_of_what_tells_the_deed_what_gives_a_reason_is_shown(shelve, story, now):
    text = "The ferry was cancelled on Monday. The ferry was cancelled because of a storm at sea."
    held = library(shelve([story("Timetable of the port", text)]))
    assert texts(facts.fact_sentences(why("ferry cancelled"), held, now)) == [
        "The ferry was cancelled because of a storm at sea."
    ]


def test_a_title_may_tell_the_deed_that_a_sentence_gives_the_reason_of(shelve, story, now):
    told = story("Ferry cancelled", "The crew kept the ferry in port due to a broken mast. It rained a lot.")
    held = library(shelve([told]))
    assert "broken mast" in texts(facts.fact_sentences(why("ferry cancelled"), held, now))[0]


def test_a_short_question_without_names_is_of_one_matter(shelve, story, now):
    held = library(shelve([story("Prices", "Prices of bread rose because of the drought in the south.")]))
    assert facts.fact_sentences(why("prices taxi rose"), held, now) == []
    assert texts(facts.fact_sentences(why("prices bread rose"), held, now))


def test_of_reasons_one_that_says_that_it_is_one_comes_first(shelve, story, now):
    text = "The ferry was cancelled after the fair. The ferry was cancelled because of a storm at sea."
    held = library(shelve([story("Timetable of the port", text)]))
    first, *_ = texts(facts.fact_sentences(why("ferry cancelled"), held, now))
    assert first == "The ferry was cancelled because of a storm at sea."


def test_the_figure_of_a_month_is_told_in_the_next_one_and_another_month_is_no_answer(shelve, story, now):
    earlier = story("Bread in Dolsk", "Bread in Dolsk rose by 4 percent in May.", "2025-06-10")
    later = story("Bread in Dolsk again", "Bread in Dolsk rose by 6 percent in June.", "2025-07-08")
    june = Period(datetime(2025, 6, 1, tzinfo=UTC), datetime(2025, 7, 1, tzinfo=UTC), "in June")
    asked = replace(ask("bread rise Dolsk", "how_much"), period=june)
    held = library(shelve([earlier, later]))
    assert texts(facts.fact_sentences(asked, held, now)) == ["Bread in Dolsk rose by 6 percent in June."]
    assert facts.fact_sentences(asked, library(shelve([earlier])), now) == []


def test_a_number_of_just_what_is_counted_is_shown_before_others(shelve, story, now):
    text = "Dolsk built boats for 40 million in a year. Dolsk built 12 new boats in a year."
    held = library(shelve([story("Yard of Dolsk", text)]))
    asked = replace(ask("boats Dolsk built", "how_much"), text="How many boats has Dolsk built?")
    assert texts(facts.fact_sentences(asked, held, now)) == ["Dolsk built 12 new boats in a year."]


def test_nobody_is_a_number_of_people_and_money_is_none(shelve, story, now):
    text = (
        "The flood reached the mill. Nobody was hurt. Each family hurt by the flood gets 50 thousand crowns."
    )
    held = library(shelve([story("Mill under water", text)]))
    asked = replace(ask("hurt flood", "how_much"), text="How many people were hurt in the flood?")
    assert texts(facts.fact_sentences(asked, held, now)) == ["Nobody was hurt."]
    paid = replace(asked, text="How much did the people hurt in the flood get?")
    assert "Nobody was hurt." not in texts(facts.fact_sentences(paid, held, now))
