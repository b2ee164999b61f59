"""Takes updates in, each once, whichever way they come; what a crash interrupts is taken up again.

It knows nothing of polling, of webhooks and of what updates mean.
"""

import asyncio
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from telegram import Bot, Update

from bot.store.inbox import Arrived
from bot.telegram.scene import chat_key, person_of
from bot.telegram.services import Services

log = logging.getLogger(__name__)

MOST_WAITING = 500  # updates in the queue; further ones are left with Telegram, which keeps them for a day


class Received(NamedTuple):
    """An update, and the JSON that it was read from."""

    update: Update
    body: str


def received(updates: Iterable[Any], bot: Bot) -> Iterator[Received]:
    """What of some JSON values are updates, in order."""
    for each in updates:
        try:
            update = Update.de_json(each, bot)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            log.warning("an update that cannot be read is passed over: %s", type(error).__name__)
            continue
        # PTB can write an update as JSON as well, but takes as long for that as for sending a message
        yield Received(update, json.dumps(each))


class Intake:
    """Between whoever receives updates and the queue of the application."""

    def __init__(self, services: Services, updates: "asyncio.Queue[object]") -> None:
        self._store = services.store
        self._receipts = services.receipts
        self._numbers = services.numbers
        self._updates = updates

    async def take(self, updates: Sequence[Received]) -> None:
        """Keep updates and queue those that were not taken before; afterwards Telegram may forget them."""
        arrived = [Arrived(update.update_id, person_of(update), body) for update, body in updates]
        write = self._store.clerk.write
        fresh = {*await write(lambda: self._store.inbox.take(arrived))} if arrived else set()
        for update, _ in updates:
            if update.update_id in fresh:
                self._queue(update)

    async def take_up(self, bot: Bot) -> int:
        """Queue what an earlier run left unfinished; how many updates."""
        left = await asyncio.to_thread(self._store.inbox.left_over)
        self._receipts.add(left)
        for each in left:
            update = Update.de_json(json.loads(each.body), bot)
            if each.behind and update.effective_chat:
                await asyncio.to_thread(self._meet_digests, update.effective_chat.id)
            self._queue(update)
        return len(left)

    def _meet_digests(self, chat: int) -> None:
        """No digest is to be taken for an answer that is looked for."""
        for number in self._store.outbox.messages(chat_key(chat)):
            self._numbers.meet(chat, number)

    def _queue(self, update: Update) -> None:
        if (message := update.effective_message) is not None:
            self._numbers.meet(message.chat.id, message.message_id)
        self._updates.put_nowait(update)
