"""The use case: gives vectors to the passages that have none; it knows neither endpoint nor database.

A run can be stopped or killed at any moment and goes on where it was: each batch is stored by itself, and
what lacks a vector of the model is looked up anew. The newest passages come first, they are asked for most.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.errors import EndpointAnswerError, EndpointError, EndpointFailed
from bot.search.vectors import centre_of, packed, sketch, unit, unpacked
from bot.store import EmbeddingModel, Unembedded, Vectors

BATCH = 32  # passages embedded and stored at a time
SAMPLE = 64  # passages from all over the library whose mean is the centre
POISONED = 3  # passages in a row that alone make the endpoint fail, before it is the endpoint itself
_PROBE = "news"
_MAYBE_THE_TEXT = (EndpointFailed, EndpointAnswerError)

Tell = Callable[[int, int], None]  # vectors there are, passages there are
Made = tuple[Unembedded, list[float]]


class Embeds(Protocol):
    """What makes vectors."""

    @property
    def model(self) -> str:
        """The name of the model."""

    def embed(self, texts: Sequence[str], patient: bool = True) -> list[list[float]]:
        """A vector for each text, tried again when `patient`; raises EndpointError."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Where a run ended; `failure` tells why it did not come to its end."""

    vectors: int
    passages: int
    refused: int = 0  # passages that the endpoint cannot embed
    failure: EndpointError | None = None


class VectorFiller:
    """Brings the vectors of a library up to its passages."""

    def __init__(self, vectors: Vectors, embedder: Embeds) -> None:
        self._vectors = vectors
        self._embedder = embedder
        self._refused = 0
        self._refused_in_a_row = 0

    def fill(self, tell: Tell = lambda *_: None) -> Filled:
        """Embed what lacks a vector; an endpoint that fails ends the run, and what is stored stays."""
        self._refused = self._refused_in_a_row = 0
        total = self._vectors.passages()
        failure = None
        try:
            if total:
                self._run(total, tell)
        except EndpointError as error:
            failure = error
        done = self._vectors.count(self._vectors.model(self._embedder.model))
        return Filled(done, total, self._refused, failure)

    def _run(self, total: int, tell: Tell) -> None:
        model = self._model_in_use()
        done = self._vectors.count(model)
        if done == total:
            return
        tell(done, total)
        waiting = self._vectors.missing(model, BATCH)
        while waiting:
            done += self._store(model, waiting)
            tell(done, total)
            waiting = self._vectors.missing(model, BATCH, waiting[-1].passage_id)

    def _model_in_use(self) -> EmbeddingModel:
        """The model as the endpoint has it now: vectors of another length come from another model."""
        (probe,) = self._embedder.embed([_PROBE])
        known = self._vectors.model(self._embedder.model)
        return known if known and known.dim == len(probe) else self._begun(len(probe))

    def _begun(self, dim: int) -> EmbeddingModel:
        """A model with the centre of a sample, which must not be of one day or one topic."""
        made = self._embedded(self._vectors.sample(SAMPLE))
        self._refused = 0  # their turn is still to come
        centre = centre_of([vector for _, vector in made] or [[0.0] * dim])
        return self._vectors.begin(self._embedder.model, dim, packed(centre))

    def _store(self, model: EmbeddingModel, batch: Sequence[Unembedded]) -> int:
        made = self._embedded(batch)
        if any(len(vector) != model.dim for _, vector in made):
            raise EndpointAnswerError("the endpoint changes the length of its vectors from one to the next")
        centre = unpacked(model.centre)
        rows = [(passage.passage_id, sketch(vector, centre), packed(vector)) for passage, vector in made]
        self._vectors.save(model, rows)
        return len(rows)

    def _embedded(self, batch: Sequence[Unembedded], patient: bool = True) -> list[Made]:
        """Passages with vectors; one that makes the endpoint fail must not stop those behind it."""
        try:
            vectors = self._embedder.embed([f"{one.title}\n{one.text}" for one in batch], patient)
        except _MAYBE_THE_TEXT:
            if len(batch) == 1:
                self._refused_in_a_row += 1
                if self._refused_in_a_row == POISONED:
                    raise
                self._refused += 1
                return []
            half = len(batch) // 2
            return self._embedded(batch[:half], False) + self._embedded(batch[half:], False)
        self._refused_in_a_row = 0
        return [(one, unit(vector)) for one, vector in zip(batch, vectors, strict=True)]
