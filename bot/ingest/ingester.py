"""The use case: takes sources in, a batch at a time, and reports on every one of them.

An interrupted or killed run leaves whole batches stored; a second run passes over them quickly. At no time
are more than some dozens of articles in memory.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from bot.articles.fingerprint import fingerprint
from bot.articles.limits import Limits
from bot.errors import InputError
from bot.ingest.inputs import drafts, expand, is_address
from bot.ingest.pool import analysed
from bot.ingest.report import Progress, Tally
from bot.models import Analysed, Draft, Failure, IngestReport, Outcome
from bot.store.decide import Known, decide

_BATCH = 32  # articles in one transaction
_WEB_BATCH = 8  # the same of the web, where they come slowly

Web = Callable[[str], Iterator[Analysed | Failure]]


class ArticleStore(Protocol):
    """What ingest needs of the articles of a store."""

    def known(self, url: str, fingerprint: str) -> Known | None:
        """What is stored under an address and a fingerprint."""

    def save(self, items: Sequence[Analysed]) -> list[Outcome]:
        """Store all items, or none; what became of each."""


class Library(Protocol):
    """What ingest needs of a store."""

    @property
    def articles(self) -> ArticleStore:
        """Its articles."""


def _unwatched(_: Progress) -> None:
    """Nobody watches."""


class Ingester:
    """Takes articles into a store."""

    def __init__(
        self, store: Library, limits: Limits | None = None, workers: int = 1, web: Web | None = None
    ) -> None:
        """`web` gives the articles behind an address; without it, addresses are refused."""
        self._articles = store.articles
        self._limits = limits or Limits()
        self._workers = workers
        self._web = web

    def ingest(
        self, sources: Iterable[str], progress: Callable[[Progress], None] = _unwatched
    ) -> IngestReport:
        """Take every source in, addresses last; raises UsageError, StoreError when nothing can be stored."""
        started = time.monotonic()
        run = _Run(self._articles, self._limits, progress)
        named = list(sources)
        addresses = [source for source in named if is_address(source)] if self._web else []
        files = [source for source in named if source not in addresses]
        waiting = analysed(run.new_drafts(files), self._workers)
        while batch := list(islice(waiting, _BATCH)):
            run.take(batch)
        for address in addresses:
            found = self._web(address) if self._web else iter(())
            while batch := list(islice(found, _WEB_BATCH)):
                run.take(batch, address)
        return run.tally.report(time.monotonic() - started)


class _Run:
    """One run: reads on, passes over what is known, saves, and counts."""

    def __init__(self, articles: ArticleStore, limits: Limits, progress: Callable[[Progress], None]) -> None:
        self.tally = Tally()
        self._articles = articles
        self._limits = limits
        self._progress = progress
        self._place = ""

    def new_drafts(self, sources: Iterable[str]) -> Iterator[Draft]:
        """The drafts that may change the library; everything else is counted at once."""
        for item in self._read(sources):
            if isinstance(item, Failure):
                self.tally.fail(item)
            elif outcome := self._passed_over(item):
                self.tally.add([outcome])
            else:
                yield item
                continue
            self._tell()

    def take(self, results: Sequence[Analysed | Failure], place: str = "") -> None:
        """Store what could be analysed, and report the rest."""
        self._place = place or self._place
        for failure in (result for result in results if isinstance(result, Failure)):
            self.tally.fail(failure)
        self.save([result for result in results if isinstance(result, Analysed)])

    def save(self, batch: Sequence[Analysed]) -> None:
        """Store a batch; when the store refuses one of its articles, the others one by one."""
        try:
            self.tally.add(self._articles.save(batch))
        except InputError as error:
            if len(batch) == 1:
                self.tally.fail(Failure(batch[0].draft.url, str(error)))
            else:
                for item in batch:
                    self.save([item])
        self._tell()

    def _read(self, sources: Iterable[str]) -> Iterator[Draft | Failure]:
        for source in expand(sources):
            if isinstance(source, Failure):
                yield source
                continue
            self._place = source.name
            yield from drafts(source, self._limits)

    def _passed_over(self, draft: Draft) -> Outcome | None:
        """What the store would say of a draft that changes nothing, without analysing it."""
        known = self._articles.known(draft.url, fingerprint(draft.title, draft.text))
        outcome = decide(known).outcome
        return outcome if outcome in ("unchanged", "duplicate") else None

    def _tell(self) -> None:
        self._progress(self.tally.progress(self._place))
