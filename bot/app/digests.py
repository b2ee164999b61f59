"""Lets digests be decided beside a chat, in a thread; it knows no front end, which sends them."""

import logging
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bot.app.beside import LOOK_EVERY, beside
from bot.app.library import Whosaid
from bot.digests.composer import FURTHER, Composer
from bot.digests.deciding import Decider

log = logging.getLogger(__name__)


@contextmanager
def digests_decided(whosaid: Whosaid, every: float = LOOK_EVERY) -> Iterator[None]:
    """Inside, what is due is put into the outbox."""
    writer = whosaid.story_writer
    composer = Composer(whosaid.store, FURTHER if writer else 0)
    decider = Decider(whosaid.store, composer, writer)

    def decide(_: threading.Event) -> None:
        # what comes in while this goes on has a higher number and is told the next time
        sequence = composer.catch_up()
        _tell(decider.decide(int(whosaid.now().timestamp()), sequence))

    with beside("digests", decide, every):
        yield


def _tell(count: Counter[str]) -> None:
    if count["digests"] or count["failed"]:
        log.info(
            "digests: %d subscriptions due, %d written for %d different scopes, %d scopes failed",
            count["due"],
            count["digests"],
            count["groups"],
            count["failed"],
        )
