"""Builds the PTB application from its parts; it knows nothing of polling and of settings."""

import warnings
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Application, ApplicationBuilder, Defaults, ExtBot
from telegram.warnings import PTBDeprecationWarning

from bot.telegram.faults import on_error
from bot.telegram.handlers import Context, Handlers
from bot.telegram.order import ChatOrder
from bot.telegram.pace import ChatPace, Rates
from bot.telegram.ports import AnswererProtocol

BotApplication = Application[ExtBot[int], Context, Any, Any, Any, Any]
DEFAULT_BASE_URL = "https://api.telegram.org/bot"
DEFAULT_RATES = Rates()
ANSWER_SECONDS = 20.0  # how long Telegram may take to answer a request


def build_application(
    token: str,
    base_url: str | None,
    answerer: AnswererProtocol,
    clock: Callable[[], datetime],
    rates: Rates = DEFAULT_RATES,
) -> BotApplication:
    """The application with every handler, not connected yet; `base_url` as in PTB, ending in "/bot".

    `clock` gives the moment that "yesterday" counts from, in the operator's zone.
    """
    # PTB warns whenever it makes a RetryAfter, although we take either form of its waiting time.
    warnings.filterwarnings("ignore", ".*retry_after.*", PTBDeprecationWarning)
    look = Defaults(ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True))
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(base_url or DEFAULT_BASE_URL)
        .defaults(look)
        .rate_limiter(ChatPace(rates))
        .concurrent_updates(ChatOrder())
        .read_timeout(ANSWER_SECONDS)
        .pool_timeout(ANSWER_SECONDS)
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.add_handlers(Handlers(answerer, clock).all())
    application.add_error_handler(on_error)
    return application
