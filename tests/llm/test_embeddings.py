"""Batches of texts."""

import json

import pytest

from bot.errors import EndpointAnswerError, EndpointFailed
from bot.llm.embeddings import BATCH_LETTERS, BATCH_TEXTS, LONGEST_TEXT, Embedder, batches
from bot.llm.retry import Retry


class Wire:
    """Gives every text its length as its vector; a vector of as many numbers as `dims` says in turn."""

    def __init__(self, dims=(), errors=()):
        self.batches = []
        self.dims = list(dims)
        self.errors = list(errors)

    def embeddings(self, _model, texts, _seconds):
        self.batches.append(list(texts))
        if self.errors:
            raise self.errors.pop(0)
        dim = self.dims.pop(0) if self.dims else 1
        return json.dumps({"data": [{"embedding": [len(text)] * dim} for text in texts]}).encode()


def test_batches_keep_order_and_bounds():
    texts = [f"text {number} " + "x" * (number % 7 * 900) for number in range(200)]
    made = list(batches(texts))
    assert [text for batch in made for text in batch] == [text[:LONGEST_TEXT] for text in texts]
    assert all(len(batch) <= BATCH_TEXTS for batch in made)
    assert all(sum(map(len, batch)) <= BATCH_LETTERS for batch in made)
    assert len(made) < 30


def test_no_texts_no_requests():
    wire = Wire()
    assert Embedder(wire, "m", 1).embed([]) == []
    assert wire.batches == []


def test_vectors_of_all_batches_in_order():
    wire = Wire()
    vectors = Embedder(wire, "m", 1).embed(["x" * length for length in range(1, 80)])
    assert vectors == [[float(length)] for length in range(1, 80)]
    assert len(wire.batches) == 3


def test_batches_of_different_models_are_not_mixed():
    with pytest.raises(EndpointAnswerError, match="different lengths"):
        Embedder(Wire(dims=[2, 3]), "m", 1).embed(["x"] * 40)


def test_only_the_patient_try_again():
    retry = Retry(sleep=lambda _: None)
    assert Embedder(Wire(errors=[EndpointFailed("5")]), "m", 1, retry).embed(["x"]) == [[1.0]]
    with pytest.raises(EndpointFailed):
        Embedder(Wire(errors=[EndpointFailed("5")]), "m", 1, retry).embed(["x"], patient=False)
