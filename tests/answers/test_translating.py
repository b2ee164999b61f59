"""Claims in another language than the question, translated by a model."""

import json

import pytest

from bot.answers.assistants import Assistants
from bot.answers.service import Answerer
from bot.answers.translating import Translator, fits
from bot.errors import EndpointUnreachable
from bot.models import Claim
from tests.llm.writers import Model, quoting, read, task, writer

BRIDGE = "The bridge of Ladozhsk does not open before 20 July."
RUSSIAN = "Мост Ладожска не откроется до 20 июля."


def translator(model):
    return Translator(task("translate", model))


def translating(text):
    """A model that gives the same translation of everything."""

    def write(body):
        keys = [piece.key for piece in read(body).pieces]
        return json.dumps({"translations": [{"key": key, "text": text} for key in keys]})

    return Model(write)


def claim(text):
    return Claim(text, None, "fact", ())


def test_what_is_in_another_language_gets_a_translation():
    model = translating(RUSSIAN)
    claims = translator(model).translated([claim(BRIDGE), claim("Хор пел.")], "ru", None)
    assert [one.translation for one in claims] == [RUSSIAN, ""]
    assert [one.text for one in claims] == [BRIDGE, "Хор пел."]
    assert len(read(body(model)).pieces) == 1


def body(model):
    (asked,) = model.asked
    return {"messages": [{"content": asked.system}, {"content": asked.user}]}


def test_what_is_in_the_language_of_the_question_is_not_sent():
    model = translating(RUSSIAN)
    assert translator(model).translated([claim(BRIDGE)], "en", None) == (claim(BRIDGE),)
    assert model.asked == []


def test_a_model_that_fails_translates_nothing():
    model = Model(lambda _: "", EndpointUnreachable("gone"))
    assert translator(model).translated([claim(BRIDGE)], "ru", None) == (claim(BRIDGE),)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge does not open before 20 July.",
        "Мост Ладожска не откроется до 21 июля.",
        "Мост Ладожска не откроется до 20 августа.",
        "Мост Ладожска откроется до 20 июля.",
        "Мост Ладожска не откроется в среду, до 20 июля.",
        "Мост Ладожска, сказал Лапин, не откроется до 20 июля.",
        "Хор Ладожска не выступает до 20 июля.",
        "Ладожск: не платите за ваш билет до 20 июля.",
        "Нет.",
        RUSSIAN * 5,
        "",
    ],
)
def test_a_translation_that_does_not_fit_is_not_shown(text):
    (shown,) = translator(translating(text)).translated([claim(BRIDGE)], "ru", None)
    assert shown.translation == ""


def test_either_direction_fits():
    assert fits(BRIDGE, RUSSIAN, "ru")
    assert fits(RUSSIAN, BRIDGE, "en")


def test_an_answer_shows_it_below_the_original_marked_as_such(shelve, stories, now):
    shelf = shelve(stories)
    told = "«Мы не повысим земельный налог», — сказала Вера Орлова."
    answerer = Answerer(
        shelf.store,
        shelf.index,
        assistants=Assistants(writer(Model(quoting)), translator=translator(translating(told))),
    )
    answer = answerer.ask("что Орлова сказала о земельном налоге?", now)
    assert answer.claims[0].text == "“We will not raise the land tax,” Vera Orlova said."
    assert answer.claims[0].translation == told
    first, below = answer.text.split("\n")[1:3]
    assert "We will not raise" in first
    assert below == f"Машинный перевод: {told}"


def test_a_model_that_just_failed_is_not_asked_for_translations(shelve, stories, now):
    shelf = shelve(stories)
    model = translating(RUSSIAN)
    failing = writer(Model(quoting, EndpointUnreachable("gone")))
    answerer = Answerer(
        shelf.store, shelf.index, assistants=Assistants(failing, translator=translator(model))
    )
    assert answerer.ask("что сказала Орлова?", now).answered
    assert model.asked == []
