"""The button that draws the course an answer tells; it knows nothing of drawing."""

import asyncio
from dataclasses import dataclass

from bot.store import Shown
from bot.telegram.buttons import Press
from bot.telegram.sending import acknowledge, send_picture
from bot.telegram.services import Services
from bot.telegram.texts import TEXTS


@dataclass(frozen=True, slots=True)
class Picturing:
    """Sends pictures of answers."""

    services: Services

    async def picture(self, press: Press, shown: Shown) -> None:
        """Draw the answer that the button stands under."""
        painter = self.services.painter
        drawn = None
        if painter is not None:
            drawn = await asyncio.to_thread(painter.picture, shown.answer, self.services.clock())
        if drawn is None:
            await acknowledge(press.query, TEXTS[shown.answer.lang].no_picture, alert=True)
            return
        await acknowledge(press.query)
        await send_picture(press.bot, press.scene, drawn)
