"""The button "wrong citation": which one, and keeping it for the operator; it knows nothing of exporting."""

import asyncio
import contextlib
import time

from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.store import Shown
from bot.telegram.buttons import Press
from bot.telegram.keyboards import numbers, under_answer, which_is_wrong
from bot.telegram.reading import cited
from bot.telegram.sending import acknowledge
from bot.telegram.services import Services


class Reporting:
    """Asks for the number in the place of the buttons, then puts them back."""

    def __init__(self, services: Services) -> None:
        self._reports = services.store.reports
        self._metrics = services.metrics
        self._draws = services.painter is not None

    async def wrong(self, press: Press, shown: Shown) -> None:
        """Ask which citation is meant; when there is only one, it is that."""
        found = numbers(shown.answer)
        if len(found) == 1:
            await self._keep(press, shown, found[0])
            return
        await acknowledge(press.query, press.scene.texts.which_wrong)
        await _swap(press, which_is_wrong(shown.answer, shown.id))

    async def report(self, press: Press, shown: Shown) -> None:
        """Keep the report of one citation."""
        if cited(shown, press.pressed.number) is None:
            await acknowledge(press.query, press.scene.texts.expired, alert=True)
            return
        await self._keep(press, shown, press.pressed.number)
        await _swap(press, under_answer(shown.answer, shown.id, draws=self._draws))

    async def back(self, press: Press, shown: Shown) -> None:
        """Put the usual buttons back."""
        await acknowledge(press.query)
        await _swap(press, under_answer(shown.answer, shown.id, draws=self._draws))

    async def _keep(self, press: Press, shown: Shown, number: int) -> None:
        now = int(time.time())
        is_new = await asyncio.to_thread(self._reports.add, shown, number, press.scene.person, now)
        self._metrics.count("reports", number=int(is_new))
        texts = press.scene.texts
        await acknowledge(press.query, texts.noted if is_new else texts.noted_before, alert=True)


async def _swap(press: Press, keyboard: InlineKeyboardMarkup | None) -> None:
    message = press.query.message
    assert message is not None
    # pressed twice, it is already so
    with contextlib.suppress(BadRequest):
        await press.bot.edit_message_reply_markup(message.chat.id, message.message_id, reply_markup=keyboard)
