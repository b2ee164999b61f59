"""Many chats at once, one message after the other in each, every update once; it knows nothing of messages.

PTB starts the tasks of concurrent updates in the order of arrival but lets them overtake one another; an
asyncio.Lock serves those who wait in the order in which they came.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field

from telegram import Update
from telegram.ext import BaseUpdateProcessor

MOST_WAITING = 4096  # updates taken in at once; those beyond wait in PTB's queue
LONGEST_LINE = 20  # updates of one chat that wait; whoever sends more is asked to wait
_REMEMBERED = 10_000  # Telegram repeats an update within minutes, if at all

Told = Callable[[Update], Awaitable[None]]


async def _nobody(_: Update) -> None:
    """Nobody is told."""


@dataclass(slots=True)
class _Line:
    """The updates of one chat: one is worked on, the others wait."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    people: int = 0
    was_told: bool = False


class ChatOrder(BaseUpdateProcessor):
    """The update processor: keeps the order within a chat and drops repeated updates.

    `done` hears of each update that was handled or will never be; `full` of the first one that finds the line
    of its chat too long, once until that line is empty. `waiting` counts all that is not done.
    """

    def __init__(
        self,
        most_waiting: int = MOST_WAITING,
        longest_line: int = LONGEST_LINE,
        done: Told = _nobody,
        full: Told = _nobody,
    ) -> None:
        super().__init__(most_waiting)
        self.waiting = 0
        self._longest_line = longest_line
        self._done = done
        self._full = full
        self._lines: dict[int, _Line] = {}
        self._seen: dict[int, None] = {}

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        """Run the handlers of an update when its turn has come."""
        self.waiting += 1
        try:
            if isinstance(update, Update):
                await self._once(update, coroutine)
            else:
                await coroutine
        finally:
            self.waiting -= 1
            # A repeated or cancelled update leaves its handlers unstarted; Python would warn of that.
            if isinstance(coroutine, Coroutine):
                coroutine.close()

    async def _once(self, update: Update, coroutine: Awaitable[object]) -> None:
        if self._is_repeated(update.update_id):
            return
        if update.effective_chat is None:
            await coroutine  # an inline query: the newest counts, so that none waits for another
        else:
            await self._in_turn(update, update.effective_chat.id, coroutine)
        await self._done(update)

    async def _in_turn(self, update: Update, chat: int, coroutine: Awaitable[object]) -> None:
        line = self._lines.setdefault(chat, _Line())
        if line.people > self._longest_line:
            if not line.was_told:
                line.was_told = True
                await self._full(update)
            return
        line.people += 1
        try:
            async with line.lock:
                await coroutine
        finally:
            line.people -= 1
            if not line.people:
                del self._lines[chat]

    def _is_repeated(self, update_id: int) -> bool:
        if update_id in self._seen:
            return True
        self._seen[update_id] = None
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return False
