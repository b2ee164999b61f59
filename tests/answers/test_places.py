import pytest

from bot.answers.places import (
    find_places,
    names_a_day,
    place_of,
    question_words,
    readable_sentences,
    without_asked_nouns,
    without_sources,
)
from bot.models import Article, AskedSpeaker, Passage, Period, Question, Span
from tests.answers.conftest import library


def ask(topic, intent="fact", **more):
    return Question("q", "q", "en", intent, topic=topic, **more)


def test_words_that_name_the_kind_of_answer_are_not_looked_for():
    assert question_words(ask("many years pier repairs")) == "pier repairs"
    assert without_asked_nouns("date") == "date"


def test_asked_speakers_belong_to_the_words():
    assert (
        question_words(ask("pier", speakers=(AskedSpeaker("Orlova", "Vera Orlova"),))) == "Vera Orlova pier"
    )


def test_a_passage_is_cut_into_sentences_in_the_offsets_of_the_article():
    text = "Title line\n\nThe pier is open. Boats are late."
    place = place_of(Passage(Span(12, len(text))), Article(1, "u", "T", text, None, None, "en"), 1.0)
    assert place.texts == ("The pier is open.", "Boats are late.")
    assert [text[span.start : span.end] for span in place.sentences] == list(place.texts)


def test_the_sentences_of_an_article_that_are_worth_reading(shelve, stories):
    held = library(shelve(stories))
    article = held.articles([2])[2]
    first, *_, last = readable_sentences(article, held)
    assert article.text[slice(*first)] == "The council of Ladozhsk passed the budget on Thursday."
    assert article.text[slice(*last)].endswith("he left before the vote.")


def test_who_tells_of_a_thing_is_no_mention_of_him(shelve, story, planted, now):
    body = "Oleg Dymov said that the keeper resigned in May."
    said = planted("Oleg Dymov", "that the keeper resigned in May", body, mention="Oleg Dymov")
    shelf = shelve([story("Keeper", body, said=(said,))])
    held = library(shelf)
    (place,) = find_places(ask("keeper resigned"), "keeper resigned", held, now)
    assert "Dymov" in place.texts[0]
    assert "Dymov" not in without_sources(place, held).texts[0]
    assert "the keeper resigned" in without_sources(place, held).texts[0]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("9 July", True),
        ("in June", True),
        ("в июле", True),
        ("in 2024", True),
        ("yesterday", False),
        ("in the last 3 days", False),
    ],
)
def test_undated_articles_name_days_of_the_calendar_alone(words, named):
    assert names_a_day(Period(None, None, words)) == named
