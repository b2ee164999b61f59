"""How articles open."""

import pytest

from bot.answers.leads import first_leads, is_about, is_titled, leads, leans, on_matter
from bot.answers.places import find_places
from bot.models import Question
from bot.search.coverage import asked_words
from tests.answers.conftest import library


def test_leads_are_the_first_sentences_and_one_is_enough_for_a_stage(shelve, stories):
    held = library(shelve(stories[:2]))
    articles = list(held.articles([1, 2]).values())
    assert [one.article.id for one in leads(articles, held)] == [1, 1, 2, 2]
    first = first_leads(articles, held, 0.5)
    assert [one.article.id for one in first] == [1, 2]
    assert first[1].text.startswith("The council of Ladozhsk passed")
    assert {one.score for one in first} == {0.5}


def test_an_article_is_about_what_its_title_and_lead_name(shelve, stories):
    held = library(shelve(stories[:2]))
    pier, budget = held.articles([1, 2]).values()
    assert is_about(pier, asked_words("pier repairs"), held)
    assert not is_about(budget, asked_words("pier repairs"), held)
    assert is_titled(pier, asked_words("pier"))
    assert not is_titled(budget, asked_words("pier"))


def test_articles_that_merely_name_a_matter_are_not_on_it(shelve, stories, story, now):
    body = "The club hired Dymov on Friday. He rows on the river Sosna. He saw the pier of Ladozhsk once."
    club = story("Rowing club hires Dymov", body)
    held = library(shelve([stories[0], club]))
    places = find_places(Question("q", "q", "en", "timeline"), "pier Ladozhsk", held, now)
    assert {place.article.id for place in places} == {1, 2}
    assert on_matter(places, asked_words("pier Ladozhsk"), held) == {1}


def test_a_first_sentence_that_leans_on_another_tells_nothing_alone(shelve, story):
    body = "Divers raised the bell of Ladozhsk on Friday. Thus the raising of the bell of Ladozhsk ended."
    held = library(shelve([story("Raising of the bell of Ladozhsk ended", body)]))
    assert first_leads(held.articles([1]).values(), held)[0].text.startswith("Divers")


@pytest.mark.parametrize(
    "text",
    [
        "He raised the bell.",
        "Об этом сообщил мэр.",
        "Так, в июне колокол подняли.",
        "Так Орлов ответил мэру.",
    ],
)
def test_sentences_that_lean_on_the_one_before(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    ["The bell is so heavy.", "Dolsk closed its bridge.", "Так называемый «Колокол».", "So Yun Kim left."],
)
def test_sentences_that_stand_alone(text: str) -> None:
    assert not leans(text)
