"""Builds the PTB application from its parts; it knows nothing of polling and of settings."""

import warnings
from typing import Any

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Application, ApplicationBuilder, Defaults, ExtBot
from telegram.warnings import PTBDeprecationWarning

from bot.telegram.faults import Faults
from bot.telegram.handlers import handlers
from bot.telegram.order import ChatOrder
from bot.telegram.pace import ChatPace, Rates
from bot.telegram.questions import DEFAULT_TEMPO
from bot.telegram.request import AiohttpRequest
from bot.telegram.scene import Scenes
from bot.telegram.services import Context, Services
from bot.telegram.streaming import Tempo
from bot.telegram.watch import Watchman

BotApplication = Application[ExtBot[int], Context, Any, Any, Any, Any]
DEFAULT_BASE_URL = "https://api.telegram.org/bot"
DEFAULT_RATES = Rates()
AT_ONCE = 24  # requests; Telegram takes 30 messages a second, each in a tenth of one


def build_application(
    token: str,
    base_url: str | None,
    services: Services,
    rates: Rates = DEFAULT_RATES,
    tempo: Tempo = DEFAULT_TEMPO,
) -> BotApplication:
    """The application with every handler, not connected yet; `base_url` as in PTB, ending in "/bot"."""
    # PTB warns whenever it makes a RetryAfter, although we take either form of its waiting time.
    warnings.filterwarnings("ignore", ".*retry_after.*", PTBDeprecationWarning)
    look = Defaults(ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True))
    scenes = Scenes(services.store)
    watch = Watchman(services, scenes)
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(base_url or DEFAULT_BASE_URL)
        .base_file_url(file_url(base_url or DEFAULT_BASE_URL))
        .defaults(look)
        .rate_limiter(ChatPace(rates, services.numbers))
        .concurrent_updates(ChatOrder(watch))
        .request(AiohttpRequest(AT_ONCE, rates.patience))
        .updater(None)
        .job_queue(None)
        .build()
    )
    watch.bot = application.bot
    application.add_handlers(handlers(services, tempo))
    application.add_error_handler(Faults(scenes, services.metrics).on_error)
    return application


def file_url(base_url: str) -> str:
    """Where a Bot API server gives out files, https://core.telegram.org/bots/api#getfile ."""
    return f"{base_url.removesuffix('/bot')}/file/bot"
