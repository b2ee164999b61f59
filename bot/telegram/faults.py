"""The one error handler: notes what went wrong and tells the person; it knows nothing of what was being done.

The log gets types, places and the sentences of our own and Telegram's errors, never other messages: those of
foreign exceptions may quote the question.
"""

import logging
import secrets
import traceback
from collections.abc import Iterator
from dataclasses import dataclass

from telegram import Update
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.errors import WhosaidError
from bot.telegram.metrics import Metrics
from bot.telegram.scene import Scenes
from bot.telegram.sending import say
from bot.telegram.services import Context
from bot.telegram.texts import Texts

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Faults:
    """PTB's error handler, with what it needs to tell a person in their language."""

    scenes: Scenes
    metrics: Metrics

    async def on_error(self, update: object, context: Context) -> None:
        """Note the error under a number and tell the person one sentence with that number."""
        error = context.error
        if error is None:
            return
        if isinstance(error, Forbidden):
            log.info("not delivered, the person has blocked the bot: %s", error)
            return
        self.metrics.count("errors", type(error).__name__)
        identity = secrets.token_hex(4)
        log.error("error %s: %s", identity, "; caused by ".join(map(_described, _chain(error))))
        # Telegram itself failed, after every attempt: another message would fail as well.
        can_tell = isinstance(error, BadRequest) or not isinstance(error, TelegramError)
        # an inline query has no chat to answer in
        has_place = isinstance(update, Update) and (update.effective_message or update.callback_query)
        if can_tell and has_place and isinstance(update, Update) and update.effective_chat:
            await self._tell(update, context, error, identity)

    async def _tell(self, update: Update, context: Context, error: Exception, identity: str) -> None:
        try:
            scene = await self.scenes.of(update)
            await say(context.bot, scene, sentence(error, scene.texts).format(id=identity))
        except (TelegramError, WhosaidError) as second:
            log.warning("the person could not be told of an error: %s", second)


def sentence(error: BaseException, texts: Texts) -> str:
    """What the person is told: whether asking again helps; `{id}` is left open."""
    return texts.try_again if isinstance(error, WhosaidError) and error.retry_helps else texts.failed


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
