"""The buttons under a digest that was sent: more, ask about one, no more of one; it composes nothing."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.digests.leaning import main_names
from bot.digests.text import Digest, blocks
from bot.store import Delivery, Disliked, Edition
from bot.subscriptions.values import DigestItem, Window
from bot.subscriptions.zones import zone_of
from bot.telegram.buttons import Press
from bot.telegram.digest_view import digest_pages
from bot.telegram.keyboards import Action, button
from bot.telegram.places import place_of
from bot.telegram.questions import Questions
from bot.telegram.sending import acknowledge, deliver, say
from bot.telegram.split import shorten
from bot.telegram.texts import TEXTS

IN_A_ROW = 8
NAMES = 3  # of a matter of which somebody wants less
LONGEST_NAMES = 60  # characters: Telegram shows 200 in all
MENU = 0  # the number of a button that opens a choice; items count from 1


def digest_of(edition: Edition) -> Digest:
    """An edition as it is shown."""
    head = edition.head
    window = Window(0, head.since, head.until)
    return Digest(head.scope, window, head.language, edition.items, len(edition.rest), spent=head.spent)


def under_digest(delivery: Delivery) -> InlineKeyboardMarkup | None:
    """The buttons of a delivered digest; none under one that says that nothing is new."""
    edition = delivery.edition
    if not edition.items:
        return None
    texts = TEXTS[edition.head.language]
    more = [[button(texts.more, Action.DIGEST_MORE, delivery.id)]] if edition.rest else []
    choices = [
        button(texts.subscriptions.ask, Action.DIGEST_ASK, delivery.id, MENU),
        button(texts.subscriptions.less, Action.DIGEST_LESS, delivery.id, MENU),
    ]
    return InlineKeyboardMarkup([*more, choices])


@dataclass(frozen=True, slots=True)
class DigestButtons:
    """Acts on digests of the very chat that a button was pressed in."""

    questions: Questions

    async def more(self, press: Press) -> None:
        """The items that the digest only counted."""
        delivery = await self._delivery(press)
        if delivery is None:
            return
        await acknowledge(press.query)
        edition = delivery.edition
        rest = digest_of(Edition(edition.head, edition.rest))
        await deliver(press.bot, press.scene, digest_pages(rest, zone_of(edition.head.zone)))
        outbox = self.questions.services.store.outbox
        await asyncio.to_thread(outbox.show_rest, delivery.id, int(time.time()))

    async def ask(self, press: Press) -> None:
        """Which one, then what happened."""
        await self._choose(press, self._ask)

    async def less(self, press: Press) -> None:
        """Which one, then no more of it."""
        await self._choose(press, self._mute)

    async def back(self, press: Press) -> None:
        """The buttons as they were."""
        delivery = await self._delivery(press)
        if delivery is not None:
            await acknowledge(press.query)
            await press.query.edit_message_reply_markup(under_digest(delivery))

    async def _choose(
        self, press: Press, act: Callable[[Press, Delivery, DigestItem], Awaitable[None]]
    ) -> None:
        delivery = await self._delivery(press)
        if delivery is None:
            return
        # the numbers are those that are shown: statements of one article stand under one
        shown = [item for item, _ in blocks(delivery.edition.items)]
        number = press.pressed.number
        if number == MENU:
            await acknowledge(press.query)
            await press.query.edit_message_reply_markup(_numbers(press, delivery, len(shown)))
        elif number <= len(shown):
            await act(press, delivery, shown[number - 1])
        else:
            await acknowledge(press.query, press.scene.texts.expired, alert=True)

    async def _ask(self, press: Press, delivery: Delivery, item: DigestItem) -> None:
        await acknowledge(press.query)
        question = TEXTS[delivery.edition.head.language].subscriptions.question.format(title=item.title)
        # what was asked must be seen: nobody wrote it
        await say(press.bot, press.scene, f"— {question}")
        await self.questions.text(press.bot, press.scene, question)

    async def _mute(self, press: Press, delivery: Delivery, item: DigestItem) -> None:
        store, texts = self.questions.services.store, TEXTS[delivery.edition.head.language].subscriptions
        names = main_names(item)[:NAMES]
        disliked = Disliked(item.title, names)
        await asyncio.to_thread(store.muted.add, place_of(press.scene), disliked, item.marks)
        like = [texts.muted_like.format(names=shorten(", ".join(names), LONGEST_NAMES))] if names else []
        await acknowledge(press.query, " ".join([texts.muted, *like, texts.muted_back]), alert=True)
        await press.query.edit_message_reply_markup(under_digest(delivery))

    async def _delivery(self, press: Press) -> Delivery | None:
        """The digest, if it was sent to this chat; else the presser is told that it is gone."""
        outbox = self.questions.services.store.outbox
        found = await asyncio.to_thread(outbox.get, press.pressed.shown_id)
        if found is not None and found.place.chat == place_of(press.scene).chat:
            return found
        await acknowledge(press.query, press.scene.texts.expired, alert=True)
        return None


def _numbers(press: Press, delivery: Delivery, count: int) -> InlineKeyboardMarkup:
    action, texts = press.pressed.action, TEXTS[delivery.edition.head.language]
    numbers: list[InlineKeyboardButton] = [
        button(str(number), action, delivery.id, number) for number in range(1, count + 1)
    ]
    rows = [numbers[at : at + IN_A_ROW] for at in range(0, len(numbers), IN_A_ROW)]
    return InlineKeyboardMarkup([*rows, [button(texts.back, Action.DIGEST_BACK, delivery.id)]])
