"""Analyses drafts on several processes, in order, with few of them in memory; it knows nothing of stores.

Processes are spawned, not forked: the bot has threads (database, index, network), and a fork copies their
locks but not the threads. They ignore the interrupt of a terminal, which is the parent's to handle, and end
themselves when the parent is killed, for the queue that they wait on would never tell them.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from bot.ingest.analyse import analyse
from bot.ingest.guard import guarded
from bot.models import Analysed, Draft, Failure

_INLINE = 48  # drafts that are analysed before processes are worth their start
_TASK = 8  # drafts sent to a process at a time
_AHEAD = 3  # tasks waiting for each process


Result = Analysed | Failure


def analysed(drafts: Iterable[Draft], workers: int) -> Iterator[Result]:
    """Every draft analysed, or why it could not be, in order; here alone for few drafts or one worker."""
    waiting = iter(drafts)
    for draft in islice(waiting, _INLINE) if workers > 1 else waiting:
        yield attempt(draft)
    first = next(waiting, None)
    if first is not None:
        yield from _in_pool(_tasks(first, waiting), workers)


def _tasks(first: Draft, waiting: Iterator[Draft]) -> Iterator[list[Draft]]:
    task = [first, *islice(waiting, _TASK - 1)]
    while task:
        yield task
        task = list(islice(waiting, _TASK))


def _in_pool(tasks: Iterator[list[Draft]], workers: int) -> Iterator[Result]:
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=spawn, initializer=obey_parent)
    running: deque[tuple[list[Draft], Future[list[Result]] | None]] = deque()
    try:
        for task in tasks:
            running.append((task, _submitted(pool, task)))
            if len(running) > workers * _AHEAD:
                yield from _result(*running.popleft())
        while running:
            yield from _result(*running.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, task: list[Draft]) -> Future[list[Result]] | None:
    try:
        return pool.submit(_analyse_all, task)
    except BrokenProcessPool:
        return None


def _result(task: list[Draft], future: Future[list[Result]] | None) -> list[Result]:
    """The result of a task; done here when a process was killed, as by a system short of memory."""
    try:
        return future.result() if future else _analyse_all(task)
    except BrokenProcessPool:
        return _analyse_all(task)


def _analyse_all(drafts: list[Draft]) -> list[Result]:
    return [attempt(draft) for draft in drafts]


def attempt(draft: Draft, analysis: Callable[[Draft], Analysed] = analyse) -> Result:
    """The draft analysed; a defect that one article brings to light must not cost the others."""
    try:
        return guarded("the article cannot be analysed", analysis, draft)
    except ValueError as error:
        return Failure(draft.url, str(error))


def obey_parent() -> None:
    """What a process of a pool begins with: interrupts are the parent's, and so is the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
