"""Sends what waits in the outbox, in order for every place, at an allowed pace, and nothing twice.

    pending -> sending (written first) -> sent | pending, for the next message or a later try | failed
                  |                         `-> no answer: unknown
                  `-> the program dies: unknown after the next start
    unknown -> looked for: is there -> as if answered; is not there -> pending
                           nobody will ever know -> pending, and the message says that it may be a repeat

It knows neither Telegram nor what a digest looks like. One sender a library.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.digests.courier import (
    Courier,
    Delivered,
    Finding,
    Gone,
    Held,
    Moved,
    NotSent,
    Outcome,
    Refused,
    Unanswered,
    Unknowable,
)
from bot.errors import WhosaidError
from bot.store import Delivery, Store
from bot.subscriptions.schedule import out_of_quiet

log = logging.getLogger(__name__)

LONGEST_PAUSE = 900  # seconds between two tries of what fails
FIRST_PAUSE = 5
TRIES = 6  # of what fails by a defect of ours
LOOKS = 30  # for a message while nobody can be asked, some hours; then it counts as unknowable
LOOKED_AFTER = 2  # seconds that a message without an answer gets to appear
LATE = 300  # seconds after it was decided; in that time quiet hours hold nothing up
ORPHANS_EVERY = 60.0  # seconds between two looks for rows that nobody sends any more
HELD_ALL = 3  # chats that are held one after the other: then all are meant
_CHATS_REMEMBERED = 4096

OffLoop = Callable[..., Coroutine[Any, Any, Any]]


@dataclass(frozen=True, slots=True)
class Tempo:
    """How fast: Telegram allows 30 messages a second, and answers to questions need their part of it."""

    per_second: float = 20.0
    burst: int = 10
    at_once: int = 30  # messages on their way


DEFAULT_TEMPO = Tempo()


class Sender:
    """Sends for one library, in one event loop. `off_loop` runs what blocks, as to_thread does."""

    def __init__(
        self,
        store: Store,
        courier: Courier,
        tempo: Tempo = DEFAULT_TEMPO,
        off_loop: OffLoop = asyncio.to_thread,
    ) -> None:
        self._store = store
        self._courier = courier
        self._tempo = tempo
        self._off_loop = off_loop
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._free_from: dict[str, float] = {}  # when a chat may get its next message
        self._paid_until = 0.0  # when all that was sent would have gone at an even pace
        self._held_until = 0.0
        self._orphans_at = 0.0
        self._seen = 0.0
        self._held_in_a_row = 0
        self.counts: Counter[str] = Counter()

    async def step(self, now: float) -> bool:
        """Start what may go at a moment (seconds since the epoch); whether there may be more soon."""
        await self._trust_no_clock(now)
        await self._take_up_orphans(now)
        room = self._room(now)
        if room < 1:
            return True
        waiting: list[Delivery] = await self._off_loop(self._store.outbox.waiting, int(now), 2 * room)
        ready = self._ready(waiting, now)[:room]
        await self._begin([one for one in ready if not await self._would_wake(one, now)], now)
        return bool(waiting)

    async def finish(self) -> None:
        """Wait for what is on its way."""
        while self._busy:
            await asyncio.wait([*self._busy.values()])

    async def _trust_no_clock(self, now: float) -> None:
        """At the start, and when the clock goes back, nothing waits for what it said before."""
        if now < self._seen or not self._seen:
            self._free_from.clear()
            self._paid_until = self._held_until = self._orphans_at = 0.0
            await self._off_loop(self._store.outbox.pull_forward, int(now))
        self._seen = now

    async def _take_up_orphans(self, now: float) -> None:
        """Rows that were being sent when the program died, or whose outcome could not be written."""
        if self._busy or now < self._orphans_at:
            return
        self._orphans_at = now + ORPHANS_EVERY
        if found := await self._off_loop(self._store.outbox.recover):
            log.warning("%d digests may have been sent or not, which is looked into", found)

    def _room(self, now: float) -> int:
        """How many messages may go now."""
        if now < self._held_until:
            return 0
        self._paid_until = max(self._paid_until, now - self._tempo.burst / self._tempo.per_second)
        paced = round((now - self._paid_until) * self._tempo.per_second, 3)
        return min(int(paced), self._tempo.at_once - len(self._busy))

    def _ready(self, waiting: list[Delivery], now: float) -> list[Delivery]:
        """Those whose chat may get a message, one a chat."""
        first: dict[str, Delivery] = {}
        for one in waiting:
            if one.id not in self._busy and self._free_from.get(one.place.chat, 0.0) <= now:
                first.setdefault(one.place.chat, one)
        return list(first.values())

    async def _would_wake(self, one: Delivery, now: float) -> bool:
        """Put off what is so late that quiet hours have begun; they were heeded when it was decided."""
        if now - one.made < LATE:
            return False
        held = await self._off_loop(self._store.subscriptions.get, one.subscription_id)
        until = out_of_quiet(int(now), held.manner.time_zone, held.manner.quiet) if held else 0
        if until > now:
            await self._put_off(one, until, failed=False, state=one.state)
        return bool(until > now)

    async def _begin(self, ready: list[Delivery], now: float) -> None:
        marked = [(one.id, self._courier.mark(one.place.chat)) for one in ready if one.state != "unknown"]
        if marked:
            await self._off_loop(self._store.outbox.begin, marked)
        for one in ready:
            self._paid_until += 1 / self._tempo.per_second
            self._free_from[one.place.chat] = now + self._courier.pause(one.place.chat)
            work = self._settle(one, now) if one.state == "unknown" else self._send(one, now)
            self._busy[one.id] = asyncio.create_task(self._watched(one, work, now))
        if len(self._free_from) > _CHATS_REMEMBERED:
            self._free_from = {chat: free for chat, free in self._free_from.items() if free > now}

    async def _watched(self, one: Delivery, work: Coroutine[Any, Any, None], now: float) -> None:
        """A defect in making one digest must neither end the sender nor stop its chat for ever."""
        task = asyncio.create_task(work)
        await asyncio.wait([task])
        del self._busy[one.id]
        if error := task.exception():
            self.counts["faults"] += 1
            words = f": {error}" if isinstance(error, WhosaidError) else ""
            log.error("delivery %d failed with %s%s", one.id, type(error).__name__, words)
            if one.attempts + 1 >= TRIES:
                await self._off_loop(self._store.outbox.give_up, one.id, type(error).__name__, int(now))
            else:
                await self._put_off(one, int(now) + _pause(one.attempts), failed=True, state="unknown")

    async def _send(self, one: Delivery, now: float) -> None:
        await self._note(one, await self._courier.deliver(one), now)

    async def _settle(self, one: Delivery, now: float) -> None:
        found = await self._courier.find(one)
        if isinstance(found, Unanswered) and one.attempts + 1 >= LOOKS:
            found = Unknowable()
        self.counts[f"looked for: {type(found).__name__}"] += 1
        await self._note_finding(one, found, now)

    async def _note(self, one: Delivery, outcome: Outcome, now: float) -> None:
        self.counts[type(outcome).__name__] += 1
        self._held_in_a_row = self._held_in_a_row + 1 if isinstance(outcome, Held) else 0
        outbox, at = self._store.outbox, int(now)
        if isinstance(outcome, Delivered):
            await self._delivered(one, outcome, at)
        elif isinstance(outcome, Held):
            until = now + outcome.seconds
            if outcome.everyone or self._held_in_a_row >= HELD_ALL:
                self._held_until = max(self._held_until, until)
            await self._put_off(one, int(until) + 1, failed=False)
        elif isinstance(outcome, NotSent):
            await self._put_off(one, at + _pause(one.attempts), failed=True)
        elif isinstance(outcome, Unanswered):
            await self._put_off(one, at + LOOKED_AFTER, failed=False, state="unknown")
        elif isinstance(outcome, Refused):
            log.error("delivery %d was refused: %s", one.id, outcome.reason)
            await self._off_loop(outbox.give_up, one.id, outcome.reason, at)
        else:
            await self._note_chat(one, outcome, at)

    async def _note_chat(self, one: Delivery, outcome: Gone | Moved, at: int) -> None:
        subscriptions, chat = self._store.subscriptions, one.place.chat
        if isinstance(outcome, Gone):
            await self._off_loop(subscriptions.close_chat, chat, outcome.state, at)
        else:
            await self._off_loop(subscriptions.move_chat, chat, outcome.chat, at)
            await self._put_off(one, at, failed=False)

    async def _note_finding(self, one: Delivery, found: Finding, now: float) -> None:
        at = int(now)
        if isinstance(found, Delivered):
            await self._delivered(one, found, at)
        elif isinstance(found, NotSent):
            await self._put_off(one, at, failed=False)
        elif isinstance(found, Unknowable):
            log.warning("delivery %d may come twice: nobody knows whether it was sent", one.id)
            await self._off_loop(self._store.outbox.send_again, one.id, at)
        else:
            await self._put_off(one, at + _pause(one.attempts), failed=True, state="unknown")

    async def _delivered(self, one: Delivery, outcome: Delivered, at: int) -> None:
        messages = [*one.messages, outcome.message]
        await self._off_loop(lambda: self._store.outbox.delivered(one.id, messages, at, done=outcome.is_last))

    async def _put_off(self, one: Delivery, until: int, **how: Any) -> None:
        await self._off_loop(partial(self._store.outbox.put_off, **how), one.id, until)


def _pause(attempts: int) -> int:
    """Seconds before a further try, doubled each time."""
    return int(min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(attempts, 10)))
