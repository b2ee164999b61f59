"""Passages that are near to some words in meaning, whatever their language; it knows nothing of questions.

Where vectors come from is not known here either: whoever gives them may give none, and then nothing is near.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from bot.models import Hit
from bot.search.vectors import Sketches, cosine, sketch, unit, unpacked
from bot.search.weights import NEAR_HITS, SKETCH_HITS
from bot.store import EmbeddingModel, Vectors

Near = Callable[[str, int | None, int], list[Hit]]  # words, since, until (seconds since the epoch)
_CHUNK = 20_000  # sketches read at a time

log = logging.getLogger(__name__)


class Questions(Protocol):
    """What makes a vector of words, or has none to give."""

    def vector(self, text: str) -> Sequence[float] | None:
        """The vector of a text, of any length."""


def nothing_near(_words: str, _since: int | None, _until: int) -> list[Hit]:
    """Search by words alone."""
    return []


class Meaning:
    """The vectors of one library under one model; for one thread at a time."""

    def __init__(self, vectors: Vectors, model: str, questions: Questions) -> None:
        self._vectors = vectors
        self._name = model
        self._questions = questions
        self._held: tuple[int, Sketches] = (0, Sketches())  # of which model
        self._last = 0  # number of the newest sketch held
        self._told = False

    def near(self, words: str, since: int | None, until: int) -> list[Hit]:
        """The nearest passages first, their cosine as score; nothing when there is no vector to go by."""
        model = self._vectors.model(self._name)
        if model is None or not words.strip():
            return []
        asked = self._questions.vector(words)
        if asked is None or not self._fits(asked, model):
            return []
        asked = unit(asked)
        bits = sketch(asked, unpacked(model.centre))
        ids = self._sketches(model).nearest(bits, SKETCH_HITS, since, until)
        found = [
            Hit(one.passage_id, one.article_id, cosine(asked, one.vector), one.published)
            for one in self._vectors.get(model, ids)
        ]
        return sorted(found, key=lambda hit: (-hit.score, hit.id))[:NEAR_HITS]

    def _sketches(self, model: EmbeddingModel) -> Sketches:
        """All of the model, with what was stored since the last question.

        Those of passages that were rewritten meanwhile stay until the next start; their vectors are gone.
        """
        if self._held[0] != model.id:
            self._held, self._last = (model.id, Sketches()), 0
        held = self._held[1]
        while fresh := self._vectors.sketches(model, self._last, _CHUNK):
            for one in fresh:
                held.add(one.passage_id, one.published, one.bits)
            self._last = fresh[-1].number
        return held

    def _fits(self, asked: Sequence[float], model: EmbeddingModel) -> bool:
        if len(asked) == model.dim:
            return True
        if not self._told:
            log.warning(
                "search goes on by words alone: the endpoint gives vectors of %d numbers, the library has %d;"
                " the next `whosaid ingest` makes them anew",
                len(asked),
                model.dim,
            )
        self._told = True
        return False
