"""Brings digests into Telegram chats and says what became of them; it decides neither when nor how often."""

from dataclasses import dataclass

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.digests.courier import (
    Courier,
    Delivered,
    Finding,
    Gone,
    Held,
    Moved,
    NotSent,
    Outcome,
    Refused,
    Unanswered,
    Unknowable,
)
from bot.store import Delivery
from bot.subscriptions.zones import zone_of
from bot.telegram.digest_buttons import digest_of, under_digest
from bot.telegram.digest_view import digest_pages
from bot.telegram.doubt import Numbers, in_doubt
from bot.telegram.doubt import Unknowable as NotTold
from bot.telegram.pace import ONCE, seconds_of
from bot.telegram.richtext import units
from bot.telegram.scene import chat_key, chat_of
from bot.telegram.split import DEFAULT_LIMITS
from bot.telegram.texts import TEXTS

PRIVATE_PAUSE, GROUP_PAUSE = 1.1, 3.1  # seconds between two messages to a chat
# of a chat that is there, but nothing can be sent to
_NOT_LET_IN = ("not enough rights", "have no rights", "chat_write_forbidden", "need administrator rights")


@dataclass(frozen=True, slots=True)
class TelegramCourier(Courier):
    """Sends by a bot of the application; `numbers` are those of the messages that it met."""

    bot: ExtBot[int]
    numbers: Numbers

    def mark(self, chat: str) -> int:
        """The highest number that a message had."""
        return self.numbers.last(chat_of(chat))

    def pause(self, chat: str) -> float:
        """Groups allow 20 messages a minute."""
        return GROUP_PAUSE if chat_of(chat) < 0 else PRIVATE_PAUSE

    async def deliver(self, delivery: Delivery) -> Outcome:
        """Send the page that comes next, buttons under the last one."""
        pages = pages_of(delivery)
        is_last = delivery.page + 1 >= len(pages)
        try:
            message = await self.bot.send_message(
                chat_of(delivery.place.chat),
                pages[delivery.page],
                message_thread_id=delivery.place.thread or None,
                reply_markup=under_digest(delivery) if is_last else None,
                rate_limit_args=ONCE,
            )
        except TelegramError as error:
            return outcome_of(error)
        return Delivered(message.message_id, is_last)

    async def find(self, delivery: Delivery) -> Finding:
        """Look for the page by edits that change nothing."""
        is_last = delivery.page + 1 >= len(pages_of(delivery))
        chat, markup = chat_of(delivery.place.chat), under_digest(delivery) if is_last else None

        async def edit(number: int) -> object:
            return await self.bot.edit_message_reply_markup(
                chat, number, reply_markup=markup, rate_limit_args=ONCE
            )

        try:
            number = await self.numbers.find(edit, chat, delivery.behind)
        except NotTold as error:
            # with a cause, Telegram could not be asked just now; without, there is nothing to look after
            return Unanswered() if error.__cause__ else Unknowable()
        return NotSent() if number is None else Delivered(number, is_last)


def pages_of(delivery: Delivery) -> list[str]:
    """The messages of a delivery; the next one says so if it may be there already and has room for that."""
    head = delivery.edition.head
    pages = digest_pages(digest_of(delivery.edition), zone_of(head.zone))
    if delivery.may_repeat:
        words = f"<i>{TEXTS[head.language].subscriptions.may_repeat}</i>\n\n{pages[delivery.page]}"
        if units(words) <= DEFAULT_LIMITS.units:  # tags are not counted, so this is on the safe side
            pages[delivery.page] = words
    return pages


def outcome_of(error: TelegramError) -> Outcome:
    """What an error of sending means for the message and its chat."""
    words = str(error).lower()
    if isinstance(error, RetryAfter):
        return Held(seconds_of(error.retry_after))
    if isinstance(error, ChatMigrated):
        return Moved(chat_key(error.new_chat_id))
    if isinstance(error, Forbidden):
        return Gone("deleted" if "deactivated" in words or "deleted" in words else "blocked")
    if isinstance(error, BadRequest):
        if "chat not found" in words:
            return Gone("deleted")
        return Gone("blocked") if any(each in words for each in _NOT_LET_IN) else Refused(str(error))
    return Unanswered() if in_doubt(error) else NotSent(type(error).__name__)
