"""Takes updates in, each once, whichever way they come; what a crash interrupts is taken up again.

It knows nothing of polling, of webhooks and of what updates mean.
"""

import asyncio
import json
from collections.abc import Sequence

from telegram import Bot, Update

from bot.store.inbox import Arrived, Inbox
from bot.telegram.receipts import Receipts
from bot.telegram.scene import person_of

MOST_WAITING = 500  # updates in the queue; further ones are left with Telegram, which keeps them for a day


class Intake:
    """Between whoever receives updates and the queue of the application."""

    def __init__(self, inbox: Inbox, receipts: Receipts, updates: "asyncio.Queue[object]") -> None:
        self._inbox = inbox
        self._receipts = receipts
        self._updates = updates

    async def take(self, updates: Sequence[Update]) -> None:
        """Keep updates and queue those that were not taken before; afterwards Telegram may forget them."""
        arrived = [Arrived(update.update_id, person_of(update), update.to_json()) for update in updates]
        fresh = {*await asyncio.to_thread(self._inbox.take, arrived)} if arrived else set()
        for update in updates:
            if update.update_id in fresh:
                self._updates.put_nowait(update)

    async def take_up(self, bot: Bot) -> int:
        """Queue what an earlier run left unfinished; how many updates."""
        left = await asyncio.to_thread(self._inbox.left_over)
        self._receipts.add(left)
        for each in left:
            self._updates.put_nowait(Update.de_json(json.loads(each.body), bot))
        return len(left)
