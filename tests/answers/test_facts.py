from dataclasses import replace

from bot.answers import facts
from bot.answers import library as library_module
from bot.models import Question
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
