"""The one error handler: notes what went wrong and tells the person; it knows nothing of what was being done.

The log gets types, places and the sentences of our own and Telegram's errors, never other messages: those of
foreign exceptions may quote the question.
"""

import logging
import secrets
import traceback
from collections.abc import Iterator

from telegram import Update
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.errors import WhosaidError
from bot.telegram.handlers import Context
from bot.telegram.render import render_text
from bot.telegram.texts import TEXTS, Texts, language_of

log = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """Note the error under a number and tell the person one sentence with that number."""
    error = context.error
    if error is None:
        return
    if isinstance(error, Forbidden):
        log.info("not delivered, the person has blocked the bot: %s", error)
        return
    identity = secrets.token_hex(4)
    log.error("error %s: %s", identity, "; caused by ".join(map(_described, _chain(error))))
    # Telegram itself failed, after every attempt: another message would fail as well.
    can_tell = isinstance(error, BadRequest) or not isinstance(error, TelegramError)
    if can_tell and isinstance(update, Update) and update.effective_chat:
        await _tell(update, context, sentence(error, _texts(update)).format(id=identity))


def sentence(error: BaseException, texts: Texts) -> str:
    """What the person is told: whether asking again helps; `{id}` is left open."""
    return texts.try_again if isinstance(error, WhosaidError) and error.retry_helps else texts.failed


async def _tell(update: Update, context: Context, text: str) -> None:
    assert update.effective_chat is not None
    try:
        for page in render_text(text):
            await context.bot.send_message(update.effective_chat.id, page)
    except TelegramError as error:
        log.warning("the person could not be told of an error: %s", error)


def _texts(update: Update) -> Texts:
    person = update.effective_user
    return TEXTS[language_of(person.language_code if person else None)]


def _chain(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    while current is not None:
        yield current
        current = current.__cause__


def _described(error: BaseException) -> str:
    words = f" ({error})" if isinstance(error, WhosaidError | TelegramError) else ""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    places = " < ".join(f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in reversed(frames))
    return f"{type(error).__name__}{words} at {places}"
