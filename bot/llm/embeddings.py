"""Texts to vectors, batch by batch; it knows nothing of what the texts are of."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from bot.errors import EndpointAnswerError
from bot.llm.answers import Vector, vectors_of
from bot.llm.retry import Retry

BATCH_TEXTS = 32
BATCH_LETTERS = 40_000
LONGEST_TEXT = 4_000  # letters; embedding models read some hundreds of words, and servers refuse more


class Wire(Protocol):
    """What is needed of an endpoint."""

    def embeddings(self, model: str, texts: Sequence[str], seconds: float) -> bytes:
        """The answer to a request, unread."""


class Embedder:
    """One model of one endpoint, with the patience of its caller."""

    def __init__(self, wire: Wire, model: str, seconds: float, retry: Retry | None = None) -> None:
        self.model = model
        self._wire = wire
        self._seconds = seconds
        self._retry = retry or Retry(attempts=1)

    def embed(self, texts: Sequence[str], patient: bool = True) -> list[Vector]:
        """A vector for each text, all of one length, tried once when not `patient`; raises EndpointError.

        Texts must not be blank: OpenAI refuses those.
        """
        vectors: list[Vector] = []
        for batch in batches(texts):
            ask = partial(self._ask, batch)
            vectors += self._retry(ask) if patient else ask()
        if len({len(vector) for vector in vectors}) > 1:
            raise EndpointAnswerError("the endpoint gives vectors of different lengths")
        return vectors

    def _ask(self, batch: Sequence[str]) -> list[Vector]:
        return vectors_of(self._wire.embeddings(self.model, batch, self._seconds), len(batch))


def batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts in order, cut where they are too long, so many and so many letters at a time."""
    batch: list[str] = []
    letters = 0
    for text in (text[:LONGEST_TEXT] for text in texts):
        if batch and (len(batch) == BATCH_TEXTS or letters + len(text) > BATCH_LETTERS):
            yield batch
            batch, letters = [], 0
        batch.append(text)
        letters += len(text)
    if batch:
        yield batch
