"""Runs the application by long polling until it is told to stop; it knows nothing of what messages mean.

PTB's own Updater goes on silently without updates when the token is revoked while it polls; this loop ends
with an error instead, and tells a second poller of the same token from a bad network.
"""

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime

from telegram import Bot
from telegram import error as telegram_errors

from bot.errors import TelegramError
from bot.models import Language
from bot.telegram.application import DEFAULT_BASE_URL, BotApplication, build_application
from bot.telegram.logs import guard_logs, without_tokens
from bot.telegram.pace import seconds_of
from bot.telegram.ports import AnswererProtocol
from bot.telegram.texts import TEXTS

log = logging.getLogger(__name__)

POLL_SECONDS = 30
LONGEST_PAUSE = 30.0
WANTED_UPDATES = ("message",)
REFUSED = (
    "Telegram refuses the token: set TELEGRAM_TOKEN in .env to the one that @BotFather shows for the bot."
)


def run_polling(
    token: str, base_url: str | None, answerer: AnswererProtocol, clock: Callable[[], datetime]
) -> None:
    """Serve Telegram until SIGINT or SIGTERM; raises TelegramError when it cannot be served.

    What was asked before the signal is answered. Call it in the main thread after logging is configured.
    """
    guard_logs()
    with _telegram_errors():
        application = build_application(token, base_url, answerer, clock)
    asyncio.run(_until_signal(application))


def whoami(token: str, base_url: str | None = None) -> str:
    """The user name of the bot that the token belongs to; raises TelegramError."""
    return asyncio.run(_username(token, base_url))


async def serve(application: BotApplication, stop: asyncio.Event) -> None:
    """Serve Telegram until `stop` is set, then finish what has begun; raises TelegramError."""
    async with _connected(application):
        await _introduce(application.bot)
        await application.start()
        try:
            await _poll_until(application, stop)
        finally:
            await application.stop()


async def _until_signal(application: BotApplication) -> None:
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
    await serve(application, stop)


async def _username(token: str, base_url: str | None) -> str:
    with _telegram_errors():
        async with Bot(token, base_url=base_url or DEFAULT_BASE_URL) as bot:
            return bot.username


@asynccontextmanager
async def _connected(application: BotApplication) -> AsyncIterator[None]:
    try:
        with _telegram_errors():
            await application.initialize()
            await application.bot.delete_webhook(drop_pending_updates=False)
        log.info("connected as @%s", application.bot.username)
        yield
    finally:
        await application.shutdown()
        await application.bot.shutdown()


@contextlib.contextmanager
def _telegram_errors() -> Iterator[None]:
    """Turn what PTB raises into the sentence that the operator needs."""
    try:
        yield
    except telegram_errors.InvalidToken:
        # The cause quotes the token, so it must not be chained.
        raise TelegramError(REFUSED) from None
    except telegram_errors.TelegramError as error:
        words = without_tokens(str(error))
        raise TelegramError(
            f"Telegram cannot be reached: {words}. Check the network and try again."
        ) from None


async def _introduce(bot: Bot) -> None:
    """Show the commands in the menu of each language; the bot works without it as well."""
    languages: dict[str | None, Language] = {None: "en", "ru": "ru"}
    for code, language in languages.items():
        try:
            await bot.set_my_commands(TEXTS[language].commands, language_code=code)
        except telegram_errors.TelegramError as error:
            log.warning("the menu of commands was not set: %s", error)


async def _poll_until(application: BotApplication, stop: asyncio.Event) -> None:
    poller = Poller(application.bot, application.update_queue)
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


class Poller:
    """Takes in updates for ever; each request confirms those of the requests before."""

    def __init__(self, bot: Bot, updates: "asyncio.Queue[object]", first_pause: float = 1.0) -> None:
        self._bot = bot
        self._updates = updates
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
            except telegram_errors.TelegramError as error:
                self._pause = self._pause_after(error)
                await asyncio.sleep(self._pause)

    async def confirm(self) -> None:
        """Tell Telegram what was taken in, so that it does not come again after a restart."""
        if self._offset is None:
            return
        try:
            await self._bot.get_updates(self._offset, limit=1, timeout=0, allowed_updates=WANTED_UPDATES)
        except telegram_errors.TelegramError as error:
            log.warning("the last updates were not confirmed and may come again: %s", error)

    async def _take_in(self) -> None:
        updates = await self._bot.get_updates(
            self._offset, timeout=POLL_SECONDS, allowed_updates=WANTED_UPDATES
        )
        for update in updates:
            await self._updates.put(update)
            self._offset = update.update_id + 1

    def _pause_after(self, error: telegram_errors.TelegramError) -> float:
        """Seconds to wait before the next request; grows while the trouble lasts."""
        if isinstance(error, telegram_errors.RetryAfter):
            return seconds_of(error.retry_after)
        if isinstance(error, telegram_errors.Conflict):
            log.warning("another process polls with the same token; stop one of them")
        else:
            log.warning("polling failed and goes on: %s", error)
        return min(LONGEST_PAUSE, max(self._first_pause, 2 * self._pause))
