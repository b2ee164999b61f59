"""Lets passages get their vectors beside a chat, in a thread; it knows nothing of endpoints."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress

from bot.app.beside import LOOK_EVERY, beside
from bot.app.library import Whosaid
from bot.errors import EndpointError
from bot.ingest.embed import VectorFiller
from bot.store import Store

log = logging.getLogger(__name__)

AFTER_FAILURE = 600.0  # seconds until an endpoint that failed is asked again


@contextmanager
def embedded(whosaid: Whosaid, every: float = LOOK_EVERY) -> Iterator[None]:
    """Inside, whatever comes in gets its vectors, where an EMBED_MODEL is configured."""
    filler = whosaid.vector_filler()
    with beside("vectors", Filling(whosaid.store, filler), every) if filler else nullcontext():
        yield


class Filling:
    """One round after another; the endpoint is asked for nothing unless something came in."""

    def __init__(self, store: Store, filler: VectorFiller, after_failure: float = AFTER_FAILURE) -> None:
        self._store = store
        self._filler = filler
        self._after_failure = after_failure
        self._followed = -1

    def __call__(self, stop: threading.Event) -> None:
        """Embed what lacks a vector; after a failure of the endpoint it waits, and the next round goes on."""
        sequence = self._store.sequence()
        if sequence == self._followed:
            return
        with suppress(_Stopped):
            failure = self._fill(stop)
            if failure is None:
                self._followed = sequence
                return
            log.warning("vectors: %s; tried again in %.0f minutes", failure, self._after_failure / 60)
            stop.wait(self._after_failure)

    def _fill(self, stop: threading.Event) -> EndpointError | None:
        def go_on(_done: int, _of: int) -> None:
            if stop.is_set():
                raise _Stopped

        return self._filler.fill(go_on).failure


class _Stopped(Exception):
    """The bot ends in the middle of a round; the next start goes on from there."""
