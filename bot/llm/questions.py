"""Vectors of questions: kept, waited for briefly, and done without when the endpoint fails.

It knows nothing of what the vectors are compared with. A question never waits for long: after two failures
the endpoint is left alone for a while, which is logged once and never with the words of a question.
"""

import logging
from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Protocol

from bot.errors import EndpointBusy, EndpointError
from bot.llm.answers import Vector
from bot.llm.breaker import Breaker
from bot.llm.deadline import within

PATIENCE = 1.5  # seconds that a question waits
KEPT = 512  # vectors, some 6 MB

log = logging.getLogger(__name__)


class Embeds(Protocol):
    """What makes vectors."""

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """A vector for each text."""


class QuestionVectors:
    """Usable from several threads."""

    def __init__(self, embedder: Embeds, breaker: Breaker | None = None, patience: float = PATIENCE) -> None:
        self._embedder = embedder
        self._breaker = breaker or Breaker()
        self._patience = patience
        self._kept: OrderedDict[str, Vector] = OrderedDict()
        self._lock = Lock()
        self._told = False

    def vector(self, text: str) -> Vector | None:
        """The vector of a text; None when the endpoint fails, is slow or is being left alone."""
        with self._lock:
            if text in self._kept:
                self._kept.move_to_end(text)
                return self._kept[text]
        return self._asked(text) if self._breaker.allows() else None

    def _asked(self, text: str) -> Vector | None:
        try:
            vector = within(self._patience, lambda: self._fresh(text))
        except EndpointError as error:
            self._breaker.failed(error.retry_after if isinstance(error, EndpointBusy) else None)
            if not self._told:
                log.warning("search goes on by words alone: %s", error)
            self._told = True
            return None
        self._breaker.succeeded()
        if self._told:
            log.warning("the endpoint answers again: search goes by meaning, too")
        self._told = False
        return vector

    def _fresh(self, text: str) -> Vector:
        """Kept even when it comes too late for its own question: people ask again."""
        (vector,) = self._embedder.embed([text])
        with self._lock:
            self._kept[text] = vector
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return vector
