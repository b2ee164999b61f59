"""Asks Telegram for updates, for ever; it knows nothing of what becomes of them."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from telegram import Bot
from telegram import error as telegram_errors

from bot.errors import StoreError, TelegramError
from bot.telegram.errors import REFUSED
from bot.telegram.intake import MOST_WAITING, Received, received
from bot.telegram.pace import seconds_of

log = logging.getLogger(__name__)

POLL_SECONDS = 30
LATER = 5.0  # seconds that an answer may come later than that
LONGEST_PAUSE = 30.0
WHILE_FULL = 0.1  # seconds between two looks whether there is room again
WANTED_UPDATES = (
    "message",
    "edited_message",
    "channel_post",
    "callback_query",
    "inline_query",
    "my_chat_member",
)


class Poller:
    """Takes in updates for ever; each request confirms those of the requests before.

    `take` is given them and keeps them before they are confirmed; nothing is asked for while too many wait.
    """

    def __init__(
        self,
        bot: Bot,
        take: Callable[[Sequence[Received]], Awaitable[None]],
        waiting: Callable[[], int] = lambda: 0,
        first_pause: float = 1.0,
    ) -> None:
        self._bot = bot
        self._take = take
        self._waiting = waiting
        self._offset: int | None = None
        self._first_pause = first_pause
        self._pause = 0.0

    async def run(self) -> None:
        """Poll until cancelled; raises TelegramError when the token is no longer good."""
        while True:
            try:
                await self._take_in()
                self._pause = 0.0
            except telegram_errors.InvalidToken:
                # The cause quotes the token, so it must not be chained.
                raise TelegramError(REFUSED) from None
            except (telegram_errors.TelegramError, StoreError) as error:
                self._pause = self._pause_after(error)
                await asyncio.sleep(self._pause)

    async def confirm(self) -> None:
        """Tell Telegram what was taken in, so that it does not come again after a restart."""
        if self._offset is None:
            return
        try:
            await self._updates(limit=1)
        except telegram_errors.TelegramError as error:
            log.warning("the last updates were not confirmed and may come again: %s", error)

    async def _take_in(self) -> None:
        if self._waiting() >= MOST_WAITING:
            await asyncio.sleep(WHILE_FULL)
            return
        updates = await self._updates(timeout=POLL_SECONDS)
        await self._take([*received(updates, self._bot)])
        if updates:
            self._offset = int(updates[-1]["update_id"]) + 1

    async def _updates(self, timeout: int = 0, limit: int = 100) -> list[dict[str, Any]]:  # noqa: ASYNC109
        """The updates as Telegram words them, which `Bot.get_updates` keeps to itself."""
        wanted = {"timeout": timeout, "limit": limit, "allowed_updates": json.dumps(WANTED_UPDATES)}
        offset = {} if self._offset is None else {"offset": self._offset}
        address = f"{self._bot.base_url}/getUpdates?{urlencode(wanted | offset)}"
        found = await self._bot.request.post(address, read_timeout=timeout + LATER)
        return found if isinstance(found, list) else []

    def _pause_after(self, error: telegram_errors.TelegramError | StoreError) -> float:
        """Seconds to wait before the next request; grows while the trouble lasts."""
        if isinstance(error, telegram_errors.RetryAfter):
            return seconds_of(error.retry_after)
        if isinstance(error, telegram_errors.Conflict):
            log.warning("another process polls with the same token; stop one of them")
        else:
            log.warning("polling failed and goes on: %s", error)
        return min(LONGEST_PAUSE, max(self._first_pause, 2 * self._pause))
