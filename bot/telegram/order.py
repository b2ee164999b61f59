"""Many chats at once, one message after the other in each, every update once; it knows nothing of messages.

PTB starts the tasks of concurrent updates in the order of arrival but lets them overtake one another; an
asyncio.Lock serves those who wait in the order in which they came.
"""

import asyncio
from collections.abc import Awaitable, Coroutine
from dataclasses import dataclass, field

from telegram import Update
from telegram.ext import BaseUpdateProcessor

MOST_WAITING = 4096  # updates taken in at once; those beyond wait in PTB's queue
LONGEST_LINE = 20  # updates of one chat that wait; whoever sends more is asked to wait
_REMEMBERED = 10_000  # Telegram repeats an update within minutes, if at all


class Watch:
    """Is asked about updates and told of them; this one lets everything be."""

    def has_line(self, update: Update) -> bool:
        """Whether an update waits for its turn in its chat; any other is handled at once."""
        return update.effective_chat is not None

    async def begin(self, update: Update) -> bool:  # noqa: ARG002
        """The turn of an update has come; False when it must not be handled after all."""
        return True

    async def full(self, update: Update, *, is_first: bool) -> bool:  # noqa: ARG002
        """An update finds its line too long and is not taken; whether `missed` is to count it."""
        return True

    async def missed(self, update: Update, count: int) -> None:
        """The line of the chat of this update is empty; so many updates found it too long before."""

    async def done(self, update: Update) -> None:
        """An update was handled or will never be."""


@dataclass(slots=True)
class _Line:
    """The updates of one chat: one is worked on, the others wait."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    people: int = 0
    missed: int = 0
    is_full: bool = False  # and whoever waits in it was told


class ChatOrder(BaseUpdateProcessor):
    """The update processor: keeps the order within a chat and drops repeated updates.

    Nothing is dropped without a word: the first update that finds the line of its chat too long is told at
    once, and when the line is empty, how many there were. `waiting` counts all that is not done.
    """

    def __init__(
        self,
        watch: Watch | None = None,
        most_waiting: int = MOST_WAITING,
        longest_line: int = LONGEST_LINE,
    ) -> None:
        super().__init__(most_waiting)
        self.waiting = 0
        self._watch = watch or Watch()
        self._longest_line = longest_line
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
        chat = update.effective_chat
        if chat is not None and self._watch.has_line(update):
            await self._in_turn(update, chat.id, coroutine)
        else:
            await self._handle(update, coroutine)
        await self._watch.done(update)

    async def _in_turn(self, update: Update, chat: int, coroutine: Awaitable[object]) -> None:
        line = self._lines.setdefault(chat, _Line())
        if line.people > self._longest_line:
            is_first, line.is_full = not line.is_full, True
            is_missed = await self._watch.full(update, is_first=is_first)
            line.missed += is_missed  # only now read: others may have been counted meanwhile
            return
        line.people += 1
        try:
            async with line.lock:
                await self._handle(update, coroutine)
                await self._tell_missed(line, update)
        finally:
            line.people -= 1
            if not line.people:
                del self._lines[chat]

    async def _handle(self, update: Update, coroutine: Awaitable[object]) -> None:
        if await self._watch.begin(update):
            await coroutine

    async def _tell_missed(self, line: _Line, update: Update) -> None:
        if line.people == 1 and line.missed:
            missed, line.missed, line.is_full = line.missed, 0, False
            await self._watch.missed(update, missed)

    def _is_repeated(self, update_id: int) -> bool:
        if update_id in self._seen:
            return True
        self._seen[update_id] = None
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return False
