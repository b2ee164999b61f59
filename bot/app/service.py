"""Connects the library to Telegram; it knows neither how answers are made nor how messages look."""

import logging
from dataclasses import dataclass
from datetime import datetime

from bot.app.feeds import polled
from bot.app.library import Whosaid
from bot.config import Settings
from bot.errors import UsageError
from bot.models import Answer
from bot.store import Overview
from bot.telegram import polling


@dataclass(frozen=True, slots=True)
class Desk:
    """The library as the Telegram front end wants it."""

    whosaid: Whosaid

    def ask(self, text: str, now: datetime, conversation: str | None = None) -> Answer:
        """Answer one question of a conversation."""
        return self.whosaid.answerer.ask(text, now, conversation)

    def reset(self, conversation: str) -> None:
        """Forget a conversation."""
        self.whosaid.answerer.reset(conversation)

    def overview(self) -> Overview:
        """What the library holds now."""
        return self.whosaid.store.articles.overview()


def serve_telegram(whosaid: Whosaid) -> None:
    """Serve Telegram until the process is told to stop; raises UsageError without a token, TelegramError."""
    settings = whosaid.settings
    token = _token(settings)
    whosaid.answerer.warm_up(whosaid.now())  # before logging begins: the dictionaries tell how they load
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    with polled(whosaid):
        polling.run_polling(token, settings.telegram_base_url, Desk(whosaid), whosaid.now)


def whoami(settings: Settings) -> str:
    """The user name of the bot that the token belongs to; raises TelegramError."""
    return polling.whoami(_token(settings), settings.telegram_base_url)


def _token(settings: Settings) -> str:
    if not settings.token:
        raise UsageError("there is no TELEGRAM_TOKEN; put the token that @BotFather gives you into .env")
    return settings.token
