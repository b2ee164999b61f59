"""Reads what was fetched in processes of their own, so that it never freezes a chat; knows no network.

What comes from the web may be made to hang a parser. So each piece of work has its time, and a process that
dies over one is replaced.
"""

import faulthandler
import multiprocessing
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from itertools import islice
from types import FrameType

from bot.articles.entries import Entry, FeedDocument
from bot.articles.entrydraft import entry_draft, has_full_text
from bot.articles.feeds import read_feed
from bot.articles.limits import Limits
from bot.articles.parse import parse
from bot.articles.taking import page_draft
from bot.ingest.analyse import analyse
from bot.ingest.guard import Found, guarded
from bot.ingest.handed import MOST
from bot.ingest.pool import obey_parent
from bot.models import Analysed, Draft, Failure

SECONDS = 20.0  # that one piece of work may take
LAST_SECONDS = 40.0  # after which its process ends, if it did not heed the first
_TASKS = 1000  # pieces of work after which processes are replaced, whatever the libraries have kept
_UNREADABLE = "what was fetched cannot be read"


class Workshop:
    """Processes that read feeds and articles; with none, the work is done by the caller."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._given = 0
        self._closed = False
        self._lock = threading.Lock()

    def feed(self, data: bytes, url: str) -> FeedDocument:
        """The document of a feed; ValueError when it is none."""
        return self._do(read_feed, data, url)

    def page(self, data: bytes, url: str, entry: Entry, seen: datetime) -> Analysed:
        """The article of a page that a feed leads to; ValueError when there is none."""
        return self._do(analysed_page, data, url, entry, seen)

    def entry(self, entry: Entry, home: str, seen: datetime) -> Analysed:
        """The article that a feed gives itself; ValueError when there is too little of it."""
        return self._do(analysed_entry, entry, home, seen)

    def draft(self, draft: Draft) -> Analysed:
        """A draft analysed; ValueError when it cannot be."""
        return self._do(analyse, draft)

    def file(self, data: bytes, name: str, limits: Limits) -> list[Draft | Failure]:
        """The articles of a file, as far as anybody wants them of one; ValueError when it takes too long."""
        return self._do(file_drafts, data, name, limits)

    def close(self) -> None:
        """End the processes."""
        with self._lock:
            pool, self._pool, self._closed = self._pool, None, True
        if pool:
            pool.shutdown(wait=False, cancel_futures=True)

    def _do(self, work: Callable[..., Found], *arguments: object) -> Found:
        if not self._processes:
            return guarded(_UNREADABLE, work, *arguments)
        pool = self._open()
        try:
            return pool.submit(in_time, work, *arguments).result()
        except BrokenProcessPool as error:
            with self._lock:
                if self._pool is pool:
                    self._pool = None
            raise ValueError("reading it broke down") from error

    def _open(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._closed:
                raise ValueError("nothing is read any more: the bot ends")
            self._given += 1
            # not by the pool's own max_tasks_per_child: it waits for ever for a process that has ended
            # (https://github.com/python/cpython/issues/115634)
            if self._pool and self._given % _TASKS == 0:
                self._pool.shutdown(wait=False)  # what it was given it still does
                self._pool = None
            if self._pool is None:
                spawn = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(self._processes, spawn, initializer=obey_parent)
            return self._pool


def analysed_page(data: bytes, url: str, entry: Entry, seen: datetime) -> Analysed:
    """A page parsed and analysed; where there is no article in it, as much as the feed gives."""
    try:
        draft = page_draft(data, url, entry, seen)
    except ValueError:
        if not has_full_text(entry):
            raise
        draft = entry_draft(entry, url, seen)
    return analyse(draft)


def analysed_entry(entry: Entry, home: str, seen: datetime) -> Analysed:
    """The article of a feed's own text."""
    return analyse(entry_draft(entry, home, seen))


def file_drafts(data: bytes, name: str, limits: Limits) -> list[Draft | Failure]:
    """The articles of a file of any format; at most one more than are taken of one."""
    return list(islice(parse(data, name, limits), MOST + 1))


def in_time(work: Callable[..., Found], *arguments: object) -> Found:
    """What the work gives; ValueError when it takes too long. Only in the main thread of a process."""
    signal.signal(signal.SIGALRM, _too_long)
    # again and again: the first alarm may end in code that ignores what interrupts it
    signal.setitimer(signal.ITIMER_REAL, SECONDS, 1.0)
    # and code that hangs below Python hears no alarm at all: then the process ends
    faulthandler.dump_traceback_later(LAST_SECONDS, exit=True)
    try:
        return guarded(_UNREADABLE, work, *arguments)
    except TooLongError as error:
        raise ValueError(f"reading it takes longer than {SECONDS} s") from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()


class TooLongError(BaseException):
    """The time is over; no `Exception`, or a library might take it for one of its own."""


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TooLongError
