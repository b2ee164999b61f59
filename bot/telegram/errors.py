"""Turns what PTB raises into the sentence that the operator needs; it knows of no task."""

import contextlib
from collections.abc import Iterator

from telegram import error as telegram_errors

from bot.errors import TelegramError
from bot.telegram.logs import without_tokens

REFUSED = (
    "Telegram refuses the token: set TELEGRAM_TOKEN in .env to the one that @BotFather shows for the bot."
)


@contextlib.contextmanager
def telegram_errors_told() -> Iterator[None]:
    """Raise TelegramError in the place of PTB's errors."""
    try:
        yield
    except telegram_errors.InvalidToken:
        # The cause quotes the token, so it must not be chained.
        raise TelegramError(REFUSED) from None
    except telegram_errors.BadRequest as error:
        words = without_tokens(str(error))
        raise TelegramError(f"Telegram refuses what it was asked: {words}. Check the settings.") from None
    except telegram_errors.TelegramError as error:
        words = without_tokens(str(error))
        raise TelegramError(
            f"Telegram cannot be reached: {words}. Check the network and try again."
        ) from None
