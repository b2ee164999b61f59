"""What the bot does with each kind of message; it knows nothing of how answers are made."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from telegram import Bot, Message, Update
from telegram.ext import BaseHandler, CallbackContext, CommandHandler, MessageHandler, filters

from bot.models import Language
from bot.telegram.activity import typing
from bot.telegram.ports import AnswererProtocol
from bot.telegram.render import render, render_text
from bot.telegram.texts import LONGEST_QUESTION, TEXTS, Texts, about_text, language_of, start_text

Context = CallbackContext[Any, Any, Any, Any]
_NEW = filters.UpdateType.MESSAGE  # an edited message is not asked again
_PRIVATE = _NEW & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL


class Handlers:
    """The handlers with what they need; PTB sends each update to the first one that fits."""

    def __init__(self, answerer: AnswererProtocol, clock: Callable[[], datetime]) -> None:
        self._answerer = answerer
        self._clock = clock

    def all(self) -> list[BaseHandler[Update, Context, None]]:
        """In the order in which they are tried. In groups the bot answers commands only."""
        return [
            CommandHandler("start", self.start, _NEW),
            CommandHandler("help", self.help, _NEW),
            CommandHandler("new", self.new, _NEW),
            CommandHandler("about", self.about, _NEW),
            MessageHandler(_PRIVATE & filters.COMMAND, self.unknown_command),
            MessageHandler(_PRIVATE & filters.TEXT, self.question),
            MessageHandler(_PRIVATE, self.unsupported),
        ]

    async def start(self, update: Update, context: Context) -> None:
        """What the bot is and what it has read."""
        message = _message(update)
        held = await asyncio.to_thread(self._answerer.overview)
        await _say(context.bot, message, start_text(held, _language(message)))

    async def about(self, update: Update, context: Context) -> None:
        """What the bot has read."""
        message = _message(update)
        held = await asyncio.to_thread(self._answerer.overview)
        await _say(context.bot, message, about_text(held, _language(message)))

    async def help(self, update: Update, context: Context) -> None:
        """How to ask."""
        message = _message(update)
        await _say(context.bot, message, _texts(message).help)

    async def new(self, update: Update, context: Context) -> None:
        """Forget the conversation."""
        message = _message(update)
        await asyncio.to_thread(self._answerer.reset, conversation_key(message))
        await _say(context.bot, message, _texts(message).new)

    async def unknown_command(self, update: Update, context: Context) -> None:
        """A command that we do not have."""
        message = _message(update)
        await _say(context.bot, message, _texts(message).unknown_command)

    async def unsupported(self, update: Update, context: Context) -> None:
        """Stickers, voice, photographs."""
        message = _message(update)
        await _say(context.bot, message, _texts(message).unsupported)

    async def question(self, update: Update, context: Context) -> None:
        """Answer a question, or say why not."""
        message = _message(update)
        question = (message.text or "").strip()
        if complaint := _complaint(question, _texts(message)):
            await _say(context.bot, message, complaint)
            return
        async with typing(context.bot, message.chat.id):
            answer = await asyncio.to_thread(
                self._answerer.ask, question, self._clock(), conversation_key(message)
            )
        pages = render(answer) or render_text(_texts(message).no_words)
        await _send(context.bot, message.chat.id, pages)


def conversation_key(message: Message) -> str:
    """Under which key the conversation of a chat is kept."""
    return f"telegram:{message.chat.id}"


def _complaint(question: str, texts: Texts) -> str:
    if not any(letter.isalnum() for letter in question):
        return texts.empty
    return texts.too_long if len(question) > LONGEST_QUESTION else ""


def _message(update: Update) -> Message:
    assert update.message is not None, "every handler is filtered to new messages"
    return update.message


def _language(message: Message) -> Language:
    return language_of(message.from_user.language_code if message.from_user else None)


def _texts(message: Message) -> Texts:
    return TEXTS[_language(message)]


async def _say(bot: Bot, message: Message, text: str) -> None:
    await _send(bot, message.chat.id, render_text(text))


async def _send(bot: Bot, chat_id: int, pages: Iterable[str]) -> None:
    for page in pages:
        await bot.send_message(chat_id, page)
