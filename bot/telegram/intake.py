"""Takes updates in, each once, whichever way they come; what a crash interrupts is taken up again.

It knows nothing of polling, of webhooks and of what updates mean.
"""

import asyncio
import json
from collections.abc import Sequence

from telegram import Bot, Update

from bot.store.inbox import Inbox

MOST_WAITING = 500  # updates in the queue; further ones are left with Telegram, which keeps them for a day


class Intake:
    """Between whoever receives updates and the queue of the application."""

    def __init__(self, inbox: Inbox, updates: "asyncio.Queue[object]") -> None:
        self._inbox = inbox
        self._updates = updates

    async def take(self, updates: Sequence[Update]) -> None:
        """Keep updates and queue those that were not taken before; afterwards Telegram may forget them."""
        bodies = {update.update_id: update.to_json() for update in updates}
        fresh = {*await asyncio.to_thread(self._inbox.take, bodies)} if bodies else set()
        for update in updates:
            if update.update_id in fresh:
                self._updates.put_nowait(update)

    async def take_up(self, bot: Bot) -> int:
        """Queue what an earlier run left unfinished; how many updates."""
        left = await asyncio.to_thread(self._inbox.left_over)
        for body in left:
            self._updates.put_nowait(Update.de_json(json.loads(body), bot))
        return len(left)

    async def done(self, update: Update) -> None:
        """An update was handled."""
        await asyncio.to_thread(self._inbox.done, update.update_id)
