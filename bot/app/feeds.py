"""Builds what reads the web and follows feeds, and lets it run beside a chat; it knows no front end."""

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.answers.service import Answerer
from bot.app.library import Whosaid
from bot.errors import WhosaidError
from bot.ingest.getting import Getter
from bot.ingest.poll import Poller, PollReport
from bot.ingest.web import Web
from bot.ingest.workshop import Workshop
from bot.sources import AddressPolicy, Fetcher

log = logging.getLogger(__name__)

LOOK_EVERY = 30.0  # seconds between two looks at what is due
_LEAVE = 5.0  # seconds that a round gets to end when the bot does


@dataclass(frozen=True, slots=True)
class FeedService:
    """What reads the web for one library."""

    web: Web
    poller: Poller
    reader: Workshop


@contextmanager
def feed_service(whosaid: Whosaid, processes: int | None = None) -> Iterator[FeedService]:
    """What reads the web; `processes` read what it fetches (0: none, the caller does), one a core if None."""
    settings = whosaid.settings
    count = settings.workers or os.cpu_count() or 1 if processes is None else processes
    workshop = Workshop(count)
    fetcher = Fetcher(AddressPolicy(allow_loopback=settings.allow_private_addresses))
    getter = Getter(fetcher, workshop, whosaid.now)
    try:
        yield FeedService(Web(getter, whosaid.now), Poller(whosaid.store, getter, whosaid.now), workshop)
    finally:
        workshop.close()


@contextmanager
def polled(whosaid: Whosaid, every: float = LOOK_EVERY) -> Iterator[FeedService]:
    """Feeds are followed inside, in a thread and a process of their own; gives what reads the web."""
    stop = threading.Event()
    # an answerer of its own to follow the library with: the one of the chat serves one thread at a time
    follower = Answerer(whosaid.store, whosaid.index)
    with feed_service(whosaid, 1) as service:
        thread = threading.Thread(
            target=_keep_polling, args=(service.poller, follower, stop, every), daemon=True, name="feeds"
        )
        thread.start()
        try:
            yield service
        finally:
            stop.set()
            thread.join(_LEAVE)


class _Stopped(Exception):
    """The bot ends in the middle of a round; the next one goes on from there."""


def _keep_polling(poller: Poller, follower: Answerer, stop: threading.Event, every: float) -> None:
    def stored() -> None:
        follower.catch_up()
        if stop.is_set():
            raise _Stopped

    while not stop.is_set():
        try:
            _tell(poller.poll(stored=stored))
        except _Stopped:
            return
        except WhosaidError as error:
            log.warning("feeds could not be looked at, which is tried again: %s", error)
        stop.wait(every)


def _tell(report: PollReport) -> None:
    if report.looked or report.outcomes:
        log.info(
            "feeds: %d looked at, %d failed; articles: %d added, %d updated, %d tried again later",
            report.looked,
            len(report.failed),
            report.outcomes["added"],
            report.outcomes["updated"],
            report.postponed,
        )
