"""Shows "typing ..." while an answer is being made; it knows nothing of answers."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

log = logging.getLogger(__name__)

# An answer that comes at once needs no sign; one that arrives after it would show "typing ..." for seconds.
FIRST_AFTER = 1.0
# Telegram clears the sign after five seconds.
EVERY = 4.0


@asynccontextmanager
async def typing(
    bot: Bot, chat_id: int, topic: int | None = None, first_after: float = FIRST_AFTER
) -> AsyncIterator[None]:
    """Keep the sign alive inside the `async with` block."""
    task = asyncio.create_task(_keep_typing(bot, chat_id, topic, first_after))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _keep_typing(bot: Bot, chat_id: int, topic: int | None, first_after: float) -> None:
    await asyncio.sleep(first_after)
    while True:
        try:
            await bot.send_chat_action(chat_id, ChatAction.TYPING, topic)
        except TelegramError as error:
            log.debug("no typing sign: %s", error)
        await asyncio.sleep(EVERY)
