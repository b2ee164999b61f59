"""A small HTTP server for Telegram's webhook and for Prometheus; it knows nothing of what updates mean.

https://core.telegram.org/bots/api#setwebhook : Telegram proves itself by a secret in a header, and sends an
update again until it is answered with a 2xx status.
"""

import hmac
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from telegram import Bot
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.errors import StoreError
from bot.telegram.errors import telegram_errors_told
from bot.telegram.intake import MOST_WAITING, Received, received
from bot.telegram.polling import WANTED_UPDATES

log = logging.getLogger(__name__)

LARGEST = 1024 * 1024  # bytes of an update
MOST_CONNECTIONS = 40  # of Telegram's
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105

Take = Callable[[Sequence[Received]], Awaitable[None]]
Routes = list[tuple[str, type[RequestHandler], dict[str, Any]]]


class Listening(NamedTuple):
    """Where a server listens."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Webhook:
    """The address that Telegram calls, where it arrives (behind a proxy), and the secret of both."""

    url: str
    listening: Listening
    secret: str


@asynccontextmanager
async def listening(
    webhook: Webhook | None,
    metrics: Listening | None,
    bot: Bot,
    take: Take,
    waiting: Callable[[], int],
    figures: Callable[[], str],
) -> AsyncIterator[None]:
    """Serve what is configured and tell Telegram of the webhook, which stays set at the end.

    Raises TelegramError when Telegram does not accept the webhook and OSError when a port is taken.
    """
    servers = []
    try:
        if webhook:
            route = urlsplit(webhook.url).path or "/"
            parts = {"bot": bot, "secret": webhook.secret, "take": take, "waiting": waiting}
            servers.append(_server([(route, _Updates, parts)], webhook.listening))
            with telegram_errors_told():
                await bot.set_webhook(
                    webhook.url,
                    max_connections=MOST_CONNECTIONS,
                    allowed_updates=WANTED_UPDATES,
                    secret_token=webhook.secret,
                )
        if metrics:
            servers.append(_server([("/metrics", _Figures, {"figures": figures})], metrics))
        yield
    finally:
        for server in servers:
            server.stop()
            await server.close_all_connections()


def _server(routes: Routes, place: Listening) -> HTTPServer:
    application = Application(routes, log_function=lambda _: None)
    server = HTTPServer(application, max_body_size=LARGEST, max_buffer_size=LARGEST)
    server.listen(place.port, place.host)
    return server


class _Updates(RequestHandler):
    """Takes one update; what is not Telegram's learns nothing but the status."""

    def initialize(self, bot: Bot, secret: str, take: Take, waiting: Callable[[], int]) -> None:
        """Tornado's way of passing what a handler needs."""
        self._bot = bot
        self._secret = secret
        self._take = take
        self._waiting = waiting

    async def post(self) -> None:
        """Keep the update, then let Telegram forget it."""
        given = self.request.headers.get(_SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            self.set_status(403)
            return
        if self._waiting() >= MOST_WAITING:
            self.set_status(503)  # Telegram tries again
            return
        updates = _updates(self.request.body, self._bot)
        if not updates:
            self.set_status(400)
            return
        try:
            await self._take(updates)
        except StoreError as error:
            log.warning("an update was not taken and will come again: %s", error)
            self.set_status(503)


def _updates(body: bytes, bot: Bot) -> list[Received]:
    """The update in a body, if there is one."""
    try:
        return list(received([json.loads(body)], bot))
    except (ValueError, RecursionError):
        return []


class _Figures(RequestHandler):
    """The metrics as text."""

    def initialize(self, figures: Callable[[], str]) -> None:
        """Tornado's way of passing what a handler needs."""
        self._figures = figures

    def get(self) -> None:
        """All figures."""
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.write(self._figures())
