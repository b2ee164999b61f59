"""Lets digests be decided beside a chat, in a thread; it knows no front end, which sends them."""

import logging
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bot.app.library import Whosaid
from bot.digests.composer import Composer
from bot.digests.deciding import Decider
from bot.errors import WhosaidError

log = logging.getLogger(__name__)

LOOK_EVERY = 30.0  # seconds between two looks at what is due
_LEAVE = 5.0  # seconds that a round gets to end when the bot does


@contextmanager
def digests_decided(whosaid: Whosaid, every: float = LOOK_EVERY) -> Iterator[None]:
    """Inside, what is due is put into the outbox."""
    stop = threading.Event()
    thread = threading.Thread(target=_keep_deciding, args=(whosaid, stop, every), daemon=True, name="digests")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(_LEAVE)


def _keep_deciding(whosaid: Whosaid, stop: threading.Event, every: float) -> None:
    composer = Composer(whosaid.store)
    decider = Decider(whosaid.store, composer)
    while not stop.is_set():
        try:
            # what comes in while this goes on has a higher number and is told the next time
            sequence = composer.catch_up()
            _tell(decider.decide(int(whosaid.now().timestamp()), sequence))
        except WhosaidError as error:
            log.warning("digests could not be decided, which is tried again: %s", error)
        stop.wait(every)


def _tell(count: Counter[str]) -> None:
    if count["digests"] or count["failed"]:
        log.info(
            "digests: %d subscriptions due, %d written for %d different scopes, %d scopes failed",
            count["due"],
            count["digests"],
            count["groups"],
            count["failed"],
        )
