"""Takes updates in, each once, whichever way they come; what a crash interrupts is taken up again.

It knows nothing of polling, of webhooks and of what updates mean.
"""

import asyncio
import json
from collections.abc import Sequence

from telegram import Bot, Update

from bot.store.inbox import Arrived
from bot.telegram.scene import person_of
from bot.telegram.services import Services

MOST_WAITING = 500  # updates in the queue; further ones are left with Telegram, which keeps them for a day


class Intake:
    """Between whoever receives updates and the queue of the application."""

    def __init__(self, services: Services, updates: "asyncio.Queue[object]") -> None:
        self._store = services.store
        self._receipts = services.receipts
        self._numbers = services.numbers
        self._updates = updates

    async def take(self, updates: Sequence[Update]) -> None:
        """Keep updates and queue those that were not taken before; afterwards Telegram may forget them."""
        arrived = [Arrived(update.update_id, person_of(update), update.to_json()) for update in updates]
        write = self._store.clerk.write
        fresh = {*await write(lambda: self._store.inbox.take(arrived))} if arrived else set()
        for update in updates:
            if update.update_id in fresh:
                self._queue(update)

    async def take_up(self, bot: Bot) -> int:
        """Queue what an earlier run left unfinished; how many updates."""
        left = await asyncio.to_thread(self._store.inbox.left_over)
        self._receipts.add(left)
        for each in left:
            self._queue(Update.de_json(json.loads(each.body), bot))
        return len(left)

    def _queue(self, update: Update) -> None:
        if (message := update.effective_message) is not None:
            self._numbers.meet(message.chat.id, message.message_id)
        self._updates.put_nowait(update)
