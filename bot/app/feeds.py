"""Builds what reads the web and follows feeds, and lets it run beside a chat; it knows no front end."""

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from bot.answers.service import Answerer
from bot.app.beside import LOOK_EVERY, beside
from bot.app.library import Whosaid
from bot.ingest.getting import Getter
from bot.ingest.poll import Poller, PollReport
from bot.ingest.web import Web
from bot.ingest.workshop import Workshop
from bot.sources import AddressPolicy, Fetcher

log = logging.getLogger(__name__)


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
    # an answerer of its own to follow the library with: the one of the chat serves one thread at a time
    follower = Answerer(whosaid.store, whosaid.index)
    with feed_service(whosaid, 1) as service:

        def poll(stop: threading.Event) -> None:
            whosaid.need_room()
            with suppress(_Stopped):
                _tell(service.poller.poll(stored=lambda: _follow(follower, stop)))

        with beside("feeds", poll, every):
            yield service


class _Stopped(Exception):
    """The bot ends in the middle of a round; the next one goes on from there."""


def _follow(follower: Answerer, stop: threading.Event) -> None:
    follower.catch_up()
    if stop.is_set():
        raise _Stopped


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
