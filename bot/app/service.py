"""Connects the library to Telegram, as the settings want it; it knows nothing of answers and messages."""

import logging
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from bot.app.desk import Desk
from bot.app.digests import digests_decided
from bot.app.feeds import FeedService, polled
from bot.app.librarian import Librarian
from bot.app.library import Whosaid
from bot.app.painter import painter
from bot.app.vectors import embedded
from bot.config import Settings
from bot.digests.digester import Digester
from bot.errors import UsageError
from bot.telegram import serving
from bot.telegram.logs import set_up_logs
from bot.telegram.services import AT_ONCE, Options, Services
from bot.telegram.webhook import Listening, Webhook


def serve_telegram(whosaid: Whosaid) -> None:
    """Serve Telegram until the process is told to stop; raises UsageError without a token, TelegramError."""
    settings = whosaid.settings
    token = _token(settings)
    whosaid.answerer.warm_up(whosaid.now())  # before logging begins: the dictionaries tell how they load
    set_up_logs(logging.getLevelNamesMapping()[settings.log_level], as_json=settings.log_format == "json")
    with polled(whosaid) as service, digests_decided(whosaid), embedded(whosaid):
        front = services(whosaid, service)
        serving.run(token, settings.telegram_base_url, front, entrance(settings))


def services(whosaid: Whosaid, service: FeedService | None = None) -> Services:
    """What the front end works with; without what reads the web, nothing can be added from it."""
    settings = whosaid.settings
    options = Options(
        access=settings.access,
        owners=frozenset(settings.owner_numbers),
        per_minute=settings.questions_per_minute,
        group_per_minute=settings.group_questions_per_minute,
        per_day=settings.questions_per_day,
        per_day_all=settings.questions_per_day_all,
        additions_per_day=settings.additions_per_day,
        keep_days=settings.keep_days,
        model_host=urlsplit(settings.endpoint_url).hostname or "" if settings.asks_a_model else "",
    )
    librarian = Librarian(whosaid, service) if service else None
    # without a model only one answer is made at a time, and threads that wait for it only take time from it
    askers = ThreadPoolExecutor(AT_ONCE if settings.writing_model else 1, "answers")
    return Services(
        Desk(whosaid), Digester(whosaid.store, whosaid.story_writer), whosaid.store, whosaid.now, options,
        librarian=librarian, painter=painter(whosaid), askers=askers,
    )  # fmt: skip


def entrance(settings: Settings) -> serving.Entrance:
    """How updates come in and figures go out."""
    webhook = None
    if settings.webhook_url:
        key = settings.webhook_key.get_secret_value() if settings.webhook_key else ""
        webhook = Webhook(settings.webhook_url, Listening(*settings.webhook_listen), key)
    return serving.Entrance(webhook, Listening(*settings.metrics_listen) if settings.metrics_listen else None)


def whoami(settings: Settings) -> str:
    """The user name of the bot that the token belongs to; raises TelegramError."""
    return serving.whoami(_token(settings), settings.telegram_base_url)


def _token(settings: Settings) -> str:
    if not settings.token:
        raise UsageError("there is no TELEGRAM_TOKEN; put the token that @BotFather gives you into .env")
    return settings.token
