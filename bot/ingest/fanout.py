"""Does many jobs at once, never more than a few at one host; it knows nothing of what the jobs are.

The threads are daemons: a server that keeps one of them waiting must not keep the process from ending, and
whatever a job has not brought by then is asked for again.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Generic, TypeVar

from bot.ingest.guard import guarded

Job = TypeVar("Job")
Result = TypeVar("Result")

THREADS = 6  # each may hold a page of 10 MB several times over while it is unpacked and handed on
PER_HOST = 2


class FanOut(Generic[Job, Result]):
    """One run over some jobs; iterate over it once."""

    def __init__(
        self, work: Callable[[Job], Result], host: Callable[[Job], str], threads: int = THREADS
    ) -> None:
        self._work = work
        self._host = host
        self._threads = threads
        self._asked: SimpleQueue[Job | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[Job, Future[Result]]] = SimpleQueue()
        self._busy: Counter[str] = Counter()

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Result]]:
        """Each job with its result, as they are done; what a job raises is raised here as ValueError."""
        waiting = list(jobs)
        threads = min(self._threads, len(waiting))
        for _ in range(threads):
            threading.Thread(target=self._serve, daemon=True, name="fetch").start()
        try:
            while waiting or self._busy.total():
                waiting = self._hand_out(waiting)
                job, done = self._done.get()
                self._busy[self._host(job)] -= 1
                yield job, done.result()
        finally:
            for _ in range(threads):
                self._asked.put(None)

    def _hand_out(self, waiting: list[Job]) -> list[Job]:
        """Give out what may be begun now; the rest, in its order."""
        rest: list[Job] = []
        for position, job in enumerate(waiting):
            if self._busy.total() >= self._threads:
                return rest + waiting[position:]
            if self._busy[self._host(job)] >= PER_HOST:
                rest.append(job)
            else:
                self._busy[self._host(job)] += 1
                self._asked.put(job)
        return rest

    def _serve(self) -> None:
        while (job := self._asked.get()) is not None:
            done: Future[Result] = Future()
            try:
                done.set_result(guarded("it cannot be done", self._work, job))
            except ValueError as error:
                done.set_exception(error)  # raised again in the thread that waits for it
            self._done.put((job, done))
