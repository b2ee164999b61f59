"""Does something again and again beside a chat, in a thread of its own; it knows not what it does."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.errors import WhosaidError

log = logging.getLogger(__name__)

LOOK_EVERY = 30.0  # seconds between two looks at what is due
_LEAVE = 5.0  # seconds that a round gets to end when the bot does

Work = Callable[[threading.Event], None]  # one round; the event is set when the bot ends


@contextmanager
def beside(name: str, work: Work, every: float) -> Iterator[None]:
    """Inside, the work is done every so many seconds; what fails is told once and tried again each time."""
    stop = threading.Event()
    arguments = (name, work, stop, every)
    thread = threading.Thread(target=_keep_working, args=arguments, daemon=True, name=name)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(_LEAVE)


def _keep_working(name: str, work: Work, stop: threading.Event, every: float) -> None:
    told = ""
    while not stop.is_set():
        try:
            work(stop)
        except WhosaidError as error:
            if str(error) != told:
                log.warning("%s: failed, which is tried again: %s", name, error)
            told = str(error)
        else:
            told = ""
        stop.wait(every)
