"""Builds what answers questions: store, index, answerer and ingester from Settings; it knows no front end."""

import ctypes
import gc
import os
import shutil
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from bot.answers.service import Answerer
from bot.app.endpoint import Connected, Tasks, connected, near_in, vector_filler
from bot.config import Settings
from bot.digests.writing import StoryWriter
from bot.errors import InputError
from bot.index import SearchIndex
from bot.ingest import Ingester, Limits
from bot.ingest.embed import VectorFiller
from bot.ingest.ingester import Web
from bot.store import Store, open_store

# A full collection walks every remembered word, 0.2 s in the midst of a question, and finds nothing: caches
# refer to no cycle. So young objects are collected as they come, all of them hardly ever.
COLLECTIONS = (20_000, 20, 100)
MEGABYTE = 1024 * 1024
# glibc gives every thread a heap and keeps what it has freed there: threads that fetch, answer and write then
# hold hundreds of megabytes between them that nobody uses (303 MB after 600 articles, 175 with two heaps).
HEAPS = 2
ROOM = 256 * MEGABYTE  # of the disk that is left for what people ask
_M_ARENA_MAX = -8  # of malloc.h


class DiskFull(InputError):
    """The disk has no room for more articles."""


@dataclass(frozen=True, slots=True)
class Whosaid:
    """The bot without a front end; a context manager that closes what it opened."""

    settings: Settings
    store: Store
    index: SearchIndex
    answerer: Answerer
    endpoint: Connected | None = None
    story_writer: StoryWriter | None = None

    def now(self) -> datetime:
        """The clock, in the operator's zone."""
        return datetime.now(self.settings.zone)

    def free(self) -> int:
        """Bytes that are free on the disk with the database."""
        return shutil.disk_usage(self.settings.whosaid_db.resolve().parent).free

    def need_room(self) -> None:
        """Raises DiskFull when nothing more should be taken in."""
        if self.free() < ROOM:
            raise DiskFull("the disk is nearly full")

    def ingester(self, web: Web | None = None) -> Ingester:
        """What adds articles, of addresses with `web`; made anew for each run since it may hold processes."""
        limits = Limits(self.settings.max_file_mb * MEGABYTE, self.settings.max_article_mb * MEGABYTE)
        return Ingester(self.store, limits, self.settings.workers or os.cpu_count() or 1, web)

    def vector_filler(self) -> VectorFiller | None:
        """What gives vectors to passages; None when no EMBED_MODEL is configured."""
        return vector_filler(self.store, self.settings, self.endpoint)

    def __enter__(self) -> "Whosaid":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.story_writer:
            self.story_writer.close()
        try:
            self.store.close()
        finally:
            if self.endpoint:
                self.endpoint.close()


def open_whosaid(settings: Settings) -> Whosaid:
    """Open the database, creating it when absent, and the index beside it; raises StoreError, UsageError."""
    gc.set_threshold(*COLLECTIONS)
    _share_heaps()
    endpoint = connected(settings)
    with ExitStack() as on_failure:
        store = open_store(settings.whosaid_db)
        on_failure.callback(store.close)
        index = SearchIndex(index_folder(settings.whosaid_db), store.identity())
        tasks, near = Tasks(store, settings, endpoint), near_in(store, settings, endpoint)
        answerer = Answerer(store, index, near, tasks.assistants())
        story_writer = tasks.story_writer()
        on_failure.pop_all()
    return Whosaid(settings, store, index, answerer, endpoint, story_writer)


def _share_heaps() -> None:
    """Let threads share heaps, where the C library is one that can be told."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, HEAPS)


def index_folder(database: Path) -> Path:
    """Where the derived search index of a database lies."""
    return database.with_name(f"{database.name}-index")
