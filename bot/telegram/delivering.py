"""Lets the sender of digests work beside the bot; it knows neither digests nor Telegram's answers."""

import asyncio
import contextlib
import logging
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram.ext import ExtBot

from bot.digests.sending import Sender
from bot.errors import WhosaidError
from bot.telegram.courier import TelegramCourier
from bot.telegram.services import Services

log = logging.getLogger(__name__)

SOON = 0.1  # seconds between two looks while something waits
LOOK_EVERY = 1.0
AFTER_AN_ERROR = 10.0


@asynccontextmanager
async def digests_sent(bot: ExtBot[int], services: Services) -> AsyncIterator[None]:
    """Inside, what waits in the outbox is sent; what has begun at the end is finished."""
    sender = Sender(services.store, TelegramCourier(bot, services.numbers))
    stop = asyncio.Event()
    sending = asyncio.create_task(_keep_sending(sender, services, stop))
    try:
        yield
    finally:
        # not by cancelling: what it does in a thread would go on while the database is closed
        stop.set()
        await sending
        await sender.finish()


async def _keep_sending(sender: Sender, services: Services, stop: asyncio.Event) -> None:
    told: Counter[str] = Counter()
    while not stop.is_set():
        pause = LOOK_EVERY
        try:
            if await sender.step(time.time()):
                pause = SOON
        except WhosaidError as error:
            log.warning("digests could not be sent, which is tried again: %s", error)
            pause = AFTER_AN_ERROR
        for outcome, count in (sender.counts - told).items():
            services.metrics.count("digest_messages", outcome, count)
        told = Counter(sender.counts)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
