"""Tells the owners, once, which feeds are no longer looked at; it knows nothing of feeds otherwise."""

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.errors import WhosaidError
from bot.models import Language
from bot.store import Store
from bot.store.feed_values import Feed
from bot.telegram.reasons import reason
from bot.telegram.scene import Scene
from bot.telegram.sending import say
from bot.telegram.services import Services
from bot.telegram.texts import TEXTS

log = logging.getLogger(__name__)

EVERY = 60.0  # seconds between two looks


async def keep_telling(bot: Bot, services: Services) -> None:
    """Look for feeds that were paused, until it is cancelled."""
    while True:
        try:
            await tell(bot, services.store, services.options.owners)
        except WhosaidError as error:
            log.warning("the owners could not be told of paused feeds, which is tried again: %s", error)
        await asyncio.sleep(EVERY)


async def tell(bot: Bot, store: Store, owners: frozenset[int]) -> None:
    """Tell the owners of the feeds that they were not told of; raises StoreError.

    As long as nobody could be reached, they are told the next time.
    """
    paused = await asyncio.to_thread(store.feeds.untold_pauses)
    if not paused:
        return
    reached = [await _reached(bot, store, owner, paused) for owner in sorted(owners)]
    if any(reached):
        await store.clerk.write(lambda: store.feeds.pauses_told(feed.id for feed in paused))


async def _reached(bot: Bot, store: Store, owner: int, paused: list[Feed]) -> bool:
    language = await asyncio.to_thread(store.people.language, owner) or "en"
    scene = Scene(owner, owner, is_private=True, language=language)
    try:
        await say(bot, scene, "\n\n".join(_line(feed, language) for feed in paused))
    except TelegramError as error:
        log.info("an owner could not be told of paused feeds: %s", type(error).__name__)
        return False
    return True


def _line(feed: Feed, language: Language) -> str:
    error = reason(feed.error or "", language)
    return TEXTS[language].adding.feed_paused.format(url=feed.url, error=error)
