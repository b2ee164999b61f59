"""The stand-in is as strict as what it stands for."""

import math

import pytest

from bot.errors import EndpointAnswerError, EndpointRefused
from tests.llm.fake_openai import DIM, MODEL, toy_vector


def cosine(one, other):
    return sum(a * b for a, b in zip(one, other, strict=True)) / math.hypot(*one) / math.hypot(*other)


def test_texts_that_mean_the_same_are_alike():
    english, russian = toy_vector("the ferry sank"), toy_vector("паром затонул")
    assert len(english) == DIM
    assert cosine(english, russian) > 0.9 > 0.6 > cosine(english, toy_vector("выдра украла рыбу"))


@pytest.mark.parametrize("texts", [[], [""], ["x"] * 2049])
def test_what_openai_refuses_is_refused(endpoint, texts):
    with pytest.raises(EndpointAnswerError, match="400"):
        endpoint.embeddings(MODEL, texts, 5)


def test_an_unknown_model_is_not_found(endpoint):
    with pytest.raises(EndpointRefused, match="404"):
        endpoint.embeddings("other", ["x"], 5)
