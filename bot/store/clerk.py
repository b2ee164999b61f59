"""Writes for many who wait on an event loop, in one transaction for all of them; it knows no table.

A transaction takes longer than what is written in it, and threads that write wait for one another. So one
thread writes for everybody: what it is asked for while it is at work goes together into its next transaction.
Nobody is told that something is written before it is committed. While many write, each transaction waits a
little for more: it costs the processor as much as half an answer does, whatever is written in it.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from bot.errors import StoreBusy
from bot.store.connection import Connections

Written = TypeVar("Written")
_Work = Callable[[], Any]

GATHERING = 0.03  # seconds; five writes of an answer then wait so long, while many people ask


class Clerk:
    """Serves one event loop at a time."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._thread = ThreadPoolExecutor(1, "clerk")
        self._is_busy = False  # others wrote at the same time
        self._gathered: list[_Work] = []
        self._carrying: asyncio.Task[list[Any]] | None = None

    async def write(self, work: Callable[[], Written]) -> Written:
        """What `work` returns, when all that it wrote is kept; raises what it raises when nothing of it is.

        Work is done in the order in which it is asked for. When a piece of it fails, those that shared its
        transaction are done once more, each by itself; that is all they must stand.
        """
        place = len(self._gathered)
        self._gathered.append(work)
        # one that was to carry out the work may have ended with its loop before it began
        if not place or self._carrying is None or self._carrying.done():
            self._carrying = asyncio.create_task(self._carry_out(after=self._carrying))
        # whoever gives up waiting takes nothing from the others
        outcome = (await asyncio.shield(self._carrying))[place]
        if isinstance(outcome, BaseException):
            raise outcome
        written: Written = outcome
        return written

    def close(self) -> None:
        """Finish what was begun."""
        self._thread.shutdown()

    async def _gather(self, after: "asyncio.Task[list[Any]] | None") -> None:
        """Wait for the transaction before, and for more work when others write at the same time."""
        if after is not None and not after.done():
            await asyncio.wait([after])
        if self._is_busy:
            await asyncio.sleep(GATHERING)

    async def _carry_out(self, after: "asyncio.Task[list[Any]] | None") -> list[Any]:
        await self._gather(after)
        works, self._gathered = self._gathered, []
        self._is_busy = len(works) > 1
        [outcomes] = await self._tried(works)
        if isinstance(outcomes, StoreBusy):
            return [outcomes] * len(works)  # each by itself would wait as long for the other process
        if isinstance(outcomes, BaseException):
            alone = await self._tried(*([work] for work in works))
            return [outcome if isinstance(outcome, BaseException) else outcome[0] for outcome in alone]
        return outcomes

    async def _tried(self, *transactions: Sequence[_Work]) -> list[list[Any] | BaseException]:
        """What the work of each transaction returns, or the exception that undoes it."""
        run = asyncio.get_running_loop().run_in_executor
        attempts = (run(self._thread, self._together, works) for works in transactions)
        return await asyncio.gather(*attempts, return_exceptions=True)

    def _together(self, works: Sequence[_Work]) -> list[Any]:
        with self._connections.write():
            return [work() for work in works]
