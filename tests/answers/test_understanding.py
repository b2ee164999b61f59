"""Questions worded anew by a model, where the rules give up."""

import json

import pytest

from bot.answers.assistants import Assistants
from bot.answers.service import Answerer
from bot.answers.understanding import Understander, is_of
from bot.errors import EndpointUnreachable
from tests.llm.writers import Model, task

ODD = "the thing with the wharf dues, well, you know, what is up there?"


def understander(model):
    return Understander(task("followup", model), task("question", model))


def worded(text):
    return Model(lambda _: json.dumps({"question": text}))


@pytest.fixture
def talking(shelve, stories, now):
    shelf = shelve(stories)

    def make(model):
        answerer = Answerer(shelf.store, shelf.index, assistants=Assistants(understander=understander(model)))
        return lambda text: answerer.ask(text, now, "talk")

    return make


def test_a_message_that_is_not_understood_is_worded_anew_and_that_is_said(talking):
    model = worded("What did Vera Orlova say about the land tax?")
    ask = talking(model)
    ask("What did Vera Orlova say?")
    assert model.asked == []
    answer = ask("hmm, and with regard to those levies on plots?")
    assert [claim.speaker for claim in answer.claims] == ["Vera Orlova"]
    assert "land tax" in answer.claims[0].text
    assert answer.remark == "Understood as: What did Vera Orlova say about the land tax?"
    assert answer.standalone_question == "What did Vera Orlova say about the land tax?"
    assert answer.question == "hmm, and with regard to those levies on plots?"
    (asked,) = model.asked
    assert "Reader: What did Vera Orlova say?" in asked.user
    assert "Bot: Vera Orlova: " in asked.user


def test_without_a_conversation_the_message_alone_is_worded(talking):
    model = worded("")
    answer = talking(model)("why?")
    assert answer.refusal == "unclear"
    (asked,) = model.asked
    assert (asked.name, asked.user) == ("question", "Message: why?")


@pytest.mark.parametrize(
    "text",
    [
        "", "x" * 301, "What did Viktor Lapin say about the land tax?",
        "What did Orlova say on 5 March 1999?", "Who is Australia?", "hello",
    ],
)  # fmt: skip
def test_what_brings_something_in_or_finds_nothing_is_not_taken(talking, text):
    ask = talking(worded(text))
    ask("What did Vera Orlova say?")
    answer = ask("hmm, and with regard to those levies on plots?")
    assert not answer.answered
    assert answer.remark == ""


def test_a_model_that_fails_changes_nothing(talking):
    ask = talking(Model(lambda _: "", EndpointUnreachable("gone")))
    assert ask("why?").refusal == "unclear"


def test_what_is_understood_and_small_talk_are_not_asked_about(talking):
    model = worded("What did Vera Orlova say?")
    ask = talking(model)
    for text in ("What did Orlova say about Australia?", "hello", "thanks", "more", "?"):
        ask(text)
    assert model.asked == []


def test_names_and_numbers_must_be_those_of_the_conversation():
    said = ["Reader: что сказала Орлова о налоге?", "Bot: Vera Orlova: We will not raise it by 5 percent."]
    assert is_of("What did Orlova say about 5 percent?", said)
    assert not is_of("What did Orlova say about 7 percent?", said)
    assert not is_of("What did Lapin say about the tax?", said)
