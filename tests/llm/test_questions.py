"""Vectors of questions: kept, and done without."""

import logging
import threading

import pytest

from bot.errors import EndpointBusy, EndpointUnreachable
from bot.llm.breaker import Breaker
from bot.llm.questions import KEPT, QuestionVectors


class Embedder:
    """Says what it is told to say: errors in turn, then lengths."""

    def __init__(self, *errors):
        self.errors = list(errors)
        self.asked = []

    def embed(self, texts):
        self.asked += texts
        if self.errors:
            raise self.errors.pop(0)
        return [[float(len(text))] for text in texts]


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_question_is_embedded_once():
    embedder = Embedder()
    questions = QuestionVectors(embedder)
    assert questions.vector("who?") == questions.vector("who?") == [4.0]
    assert embedder.asked == ["who?"]


def test_the_oldest_are_forgotten():
    embedder = Embedder()
    questions = QuestionVectors(embedder)
    for number in range(KEPT + 1):
        questions.vector(f"{number}")
    questions.vector("1")
    questions.vector("0")
    assert len(embedder.asked) == KEPT + 2


def test_a_failing_endpoint_is_left_alone_and_told_of_once(caplog):
    clock = Clock()
    embedder = Embedder(*[EndpointUnreachable("the endpoint is gone")] * 3)
    questions = QuestionVectors(embedder, Breaker(clock=clock))
    with caplog.at_level(logging.DEBUG):
        assert [questions.vector(f"secret {number}") for number in range(20)] == [None] * 20
    assert len(embedder.asked) == 2
    (record,) = caplog.records
    assert "the endpoint is gone" in record.getMessage()
    assert "secret" not in record.getMessage()
    clock.now += 31
    assert questions.vector("again") is None
    clock.now += 61
    assert questions.vector("again") == [5.0]
    assert "answers again" in caplog.records[-1].getMessage()
    assert len(caplog.records) == 2


def test_a_busy_endpoint_gets_the_rest_that_it_asks_for():
    clock = Clock()
    embedder = Embedder(EndpointBusy("slow down", 100.0))
    questions = QuestionVectors(embedder, Breaker(clock=clock))
    assert questions.vector("a") is None
    clock.now += 99
    assert questions.vector("a") is None
    clock.now += 1
    assert questions.vector("a") == [1.0]


def test_what_comes_too_late_is_there_for_the_next_question():
    go_on, came = threading.Event(), threading.Event()

    class Slow(Embedder):
        def embed(self, texts):
            assert go_on.wait(10)
            came.set()
            return super().embed(texts)

    embedder = Slow()
    questions = QuestionVectors(embedder, patience=0.05)
    assert questions.vector("who?") is None
    go_on.set()
    assert came.wait(10)
    late = threading.Event()
    while questions.vector("who?") is None:
        late.wait(0.01)
    assert questions.vector("who?") == [4.0]


@pytest.mark.parametrize("failures", [1])
def test_one_failure_does_not_silence_the_next_question(failures):
    questions = QuestionVectors(Embedder(*[EndpointUnreachable("gone")] * failures))
    assert questions.vector("a") is None
    assert questions.vector("b") == [1.0]
