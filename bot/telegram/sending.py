"""Sends pages into a scene, or puts them in the place of messages sent before; it knows no answer."""

import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence

from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.telegram.pace import LOOKING
from bot.telegram.receipts import Receipt, receipt
from bot.telegram.render import render_text
from bot.telegram.scene import Scene

log = logging.getLogger(__name__)

LONGEST_ALERT = 200  # characters that Telegram takes in answer to a button


async def say(bot: Bot, scene: Scene, text: str, keyboard: InlineKeyboardMarkup | None = None) -> list[int]:
    """Send plain words; the numbers of the messages."""
    return await deliver(bot, scene, render_text(text), keyboard)


async def deliver(
    bot: Bot,
    scene: Scene,
    pages: Sequence[str],
    keyboard: InlineKeyboardMarkup | None = None,
    instead_of: Sequence[int] = (),
) -> list[int]:
    """Send pages of HTML in order, the buttons under the last; the numbers of the messages.

    Messages of ours that are named in `instead_of` are edited first, and removed when there are too many.
    """
    shown = []
    for number, page in enumerate(pages):
        buttons = keyboard if number == len(pages) - 1 else None
        if number < len(instead_of) and await _edit(bot, scene, instead_of[number], page, buttons):
            shown.append(instead_of[number])
        else:
            shown.append(await send(bot, scene, page, buttons, is_first=number == 0))
    await remove(bot, scene.chat, instead_of[len(pages) :])
    return shown


async def send(
    bot: Bot, scene: Scene, page: str, keyboard: InlineKeyboardMarkup | None = None, *, is_first: bool = True
) -> int:
    """Send one page, in groups as a reply; the number of the message.

    What an earlier run sent for this update is edited instead.
    """
    noted = receipt()
    earlier = await _sent_before(bot, scene.chat, noted, keyboard) if noted else None
    if earlier is not None and await _edit(bot, scene, earlier, page, keyboard):
        return earlier
    if noted:
        await noted.sending(scene.chat)
    replies = is_first and scene.message and not scene.is_private
    message = await bot.send_message(
        scene.chat,
        page,
        message_thread_id=scene.topic,
        reply_markup=keyboard,
        reply_parameters=ReplyParameters(scene.message, allow_sending_without_reply=True)
        if replies
        else None,
    )
    if noted:
        await noted.note(message.message_id)
    return message.message_id


async def send_file(bot: Bot, scene: Scene, data: bytes, caption: str, name: str) -> None:
    """Send a file; one that an earlier run sent for this update is not sent again."""
    await _send_once(
        bot,
        scene.chat,
        lambda: bot.send_document(scene.chat, data, caption, filename=name, message_thread_id=scene.topic),
    )


async def send_picture(bot: Bot, scene: Scene, png: bytes) -> None:
    """Send a picture; one that an earlier run sent for this update is not sent again."""
    await _send_once(bot, scene.chat, lambda: bot.send_photo(scene.chat, png, message_thread_id=scene.topic))


async def _send_once(bot: Bot, chat: int, send: Callable[[], Awaitable[Message]]) -> None:
    """Send what cannot be edited, unless an earlier run did for this update."""
    noted = receipt()
    if noted and await _sent_before(bot, chat, noted) is not None:
        return
    if noted:
        await noted.sending(chat)
    message = await send()
    if noted:
        await noted.note(message.message_id)


async def _sent_before(
    bot: Bot, chat: int, noted: Receipt, keyboard: InlineKeyboardMarkup | None = None
) -> int | None:
    """The message that an earlier run sent for this update and whose turn it is, noted or not."""
    earlier = noted.earlier()
    if earlier is not None or not isinstance(bot, ExtBot):
        return earlier

    async def edit(number: int) -> object:
        return await bot.edit_message_reply_markup(
            chat, number, reply_markup=keyboard, rate_limit_args=LOOKING
        )

    return await noted.found(edit, chat)


async def _edit(
    bot: Bot, scene: Scene, message: int, page: str, keyboard: InlineKeyboardMarkup | None
) -> bool:
    """Put a page in the place of a message; False when the message is gone or cannot be edited any more."""
    try:
        await bot.edit_message_text(page, scene.chat, message, reply_markup=keyboard)
    except BadRequest as error:
        return "not modified" in str(error)
    return True


async def remove(bot: Bot, chat: int, messages: Iterable[int]) -> None:
    """Take messages away; those that are gone or too old stay as they are."""
    for message in messages:
        with contextlib.suppress(BadRequest):
            await bot.delete_message(chat, message)


async def acknowledge(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Answer a pressed button, with some words over the chat; one pressed long ago cannot be answered."""
    try:
        # None, not "": where there are defaults, PTB takes an empty text for an empty list and sends "[]"
        await query.answer(text[:LONGEST_ALERT] or None, show_alert=alert)
    except TelegramError as error:
        log.info("a button was not acknowledged: %s", error)
