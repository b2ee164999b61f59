"""Which words an answer cannot do without; people, shops and places are made up."""

import pytest

from bot.answers.needed import asked_for, needed
from bot.search.coverage import asked_words


def texts(words):
    return [word.text for word in words]


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Which grocery chain lowered its fares in Dolsk harbour?", "lowered fares Dolsk harbour"),
        ("The inspector closed which type of ferry in Dolsk harbour?", "inspector closed Dolsk harbour"),
        ("Какой город затопила река Быстрая после ливня?", "затопила река Быстрая ливня"),
        ("What happened to the old bridge in Dolsk?", "happened old bridge Dolsk"),
    ],
)
def test_what_kind_of_thing_is_asked_for_need_not_be_told(question, kept):
    words = asked_words(question)
    assert " ".join(words[at].text for at in needed(question, words)) == kept


@pytest.mark.parametrize(
    "question", ["Which bridge closed in Dolsk?", "Which choir lost its old grand piano?"]
)
def test_all_is_needed_where_too_little_or_no_name_is_left(question):
    words = asked_words(question)
    assert needed(question, words) == tuple(range(len(words)))


def test_a_sentence_before_the_question_is_not_asked_for():
    question = "Vera Orlova died on Friday at her home. When did Orlova join the Dolsk choir?"
    asked, before = asked_for(question, asked_words(question))
    assert texts(asked) == ["Orlova", "join", "Dolsk", "choir"]
    assert texts(before) == ["Vera", "died", "Friday", "home"]


@pytest.mark.parametrize(
    "question",
    [
        "Vera Orlova died today. When did she join the Dolsk choir?",
        "Vera Orlova died today. When did Orlova say she would join the Dolsk choir?",
        "Vera Orlova died today. When was the Dolsk choir founded?",
    ],
)
def test_its_names_are_unless_the_question_repeats_one_of_them(question):
    asked, before = asked_for(question, asked_words(question))
    assert {"Vera", "Orlova", "Dolsk", "choir"} <= set(texts(asked))
    assert texts(before) == ["died", "today"]


def test_all_of_it_is_where_the_question_says_nothing():
    question = "The council passed a law on ferries. What is it called?"
    asked, before = asked_for(question, asked_words(question))
    assert {"council", "passed", "law", "ferries"} <= set(texts(asked))
    assert before == []
