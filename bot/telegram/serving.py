"""Runs the application until it is told to stop, by polling or by webhook; it knows nothing of messages.

PTB's own Updater goes on silently without updates when the token is revoked while it polls; ours ends with an
error instead, and tells a second poller of the same token from a bad network.
"""

import asyncio
import contextlib
import logging
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from telegram import Bot

from bot.errors import WhosaidError
from bot.telegram.access import utc_day
from bot.telegram.application import DEFAULT_BASE_URL, BotApplication, build_application
from bot.telegram.delivering import digests_sent
from bot.telegram.errors import telegram_errors_told
from bot.telegram.intake import Intake
from bot.telegram.logs import guard_logs
from bot.telegram.menus import set_menus
from bot.telegram.order import ChatOrder
from bot.telegram.pauses import keep_telling
from bot.telegram.polling import Poller
from bot.telegram.services import Services
from bot.telegram.webhook import Listening, Webhook, listening

log = logging.getLogger(__name__)

TIDY_EVERY = 6 * 3600.0  # seconds between two removals of what is too old
TIDY_AGAIN = 60.0  # after one that failed
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Entrance:
    """How updates come in and figures go out: without a webhook by polling, without `metrics` not at all."""

    webhook: Webhook | None = None
    metrics: Listening | None = None


POLLING = Entrance()


def run(token: str, base_url: str | None, services: Services, entrance: Entrance = POLLING) -> None:
    """Serve Telegram until SIGINT or SIGTERM; raises TelegramError when it cannot be served.

    What was asked before the signal is answered. Call it in the main thread after logging is configured.
    """
    guard_logs()
    with telegram_errors_told():
        application = build_application(token, base_url, services)
    asyncio.run(_until_signal(application, services, entrance))


def whoami(token: str, base_url: str | None = None) -> str:
    """The user name of the bot that the token belongs to; raises TelegramError."""
    return asyncio.run(_username(token, base_url))


async def serve(
    application: BotApplication, services: Services, stop: asyncio.Event, entrance: Entrance = POLLING
) -> None:
    """Serve Telegram until `stop` is set, then finish what has begun; raises TelegramError."""
    intake = Intake(services, application.update_queue)
    async with _connected(application):
        await asyncio.to_thread(services.store.inbox.belong_to, application.bot.id)
        await _set_menus(application.bot, services)
        if left := await intake.take_up(application.bot):
            log.info("%d updates that an earlier run left are taken up", left)
        beside = [
            asyncio.create_task(work) for work in (_tidy(services), keep_telling(application.bot, services))
        ]
        await application.start()
        try:
            async with digests_sent(application.bot, services):
                await _take_in(application, services, intake, stop, entrance)
        finally:
            for task in beside:
                task.cancel()
            await application.stop()


async def _take_in(
    application: BotApplication,
    services: Services,
    intake: Intake,
    stop: asyncio.Event,
    entrance: Entrance,
) -> None:
    order = application.update_processor
    assert isinstance(order, ChatOrder)

    def waiting() -> int:
        services.metrics.waiting = order.waiting + application.update_queue.qsize()
        return services.metrics.waiting

    def figures() -> str:
        waiting()
        return services.metrics.text()

    async with listening(entrance.webhook, entrance.metrics, application.bot, intake.take, waiting, figures):
        if entrance.webhook:
            await stop.wait()
            return
        await _poll_until(Poller(application.bot, intake.take, waiting), stop)


async def _until_signal(application: BotApplication, services: Services, entrance: Entrance) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)

    def end() -> None:
        log.info("stopping: the questions that have come in are still answered")
        stop.set()
        # A second signal then ends the process at once.
        for each in signals:
            loop.remove_signal_handler(each)

    for each in signals:
        loop.add_signal_handler(each, end)
    await serve(application, services, stop, entrance)


async def _username(token: str, base_url: str | None) -> str:
    with telegram_errors_told():
        async with Bot(token, base_url=base_url or DEFAULT_BASE_URL) as bot:
            return bot.username


@asynccontextmanager
async def _connected(application: BotApplication) -> AsyncIterator[None]:
    try:
        with telegram_errors_told():
            await application.initialize()
            await application.bot.delete_webhook(drop_pending_updates=False)
        log.info("connected as @%s", application.bot.username)
        yield
    finally:
        await application.shutdown()
        await application.bot.shutdown()


async def _set_menus(bot: Bot, services: Services) -> None:
    roles = await asyncio.to_thread(services.store.people.roles)
    editors = [person for person, role in roles.items() if role == "editor"]
    await set_menus(bot, services.options.owners, editors)


async def _tidy(services: Services) -> None:
    """Remove what is older than is promised, at the start and some times a day."""
    while services.options.keep_days:
        before = int(time.time()) - services.options.keep_days * DAY
        try:
            removed = await asyncio.to_thread(services.store.personal.prune, before, utc_day(before))
        except WhosaidError as error:
            log.warning("what is too old could not be removed, which is tried again: %s", error)
            await asyncio.sleep(TIDY_AGAIN)
            continue
        log.info("%d answers were older than %d days and are removed", removed, services.options.keep_days)
        await asyncio.sleep(TIDY_EVERY)


async def _poll_until(poller: Poller, stop: asyncio.Event) -> None:
    polling = asyncio.create_task(poller.run())
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait((polling, stopped), return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    polling.cancel()
    try:
        with contextlib.suppress(asyncio.CancelledError):
            await polling
    finally:
        await poller.confirm()
