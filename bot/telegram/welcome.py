"""The first minutes: /start with what the library holds, examples, links; it answers nothing."""

import asyncio
from dataclasses import dataclass

from telegram import Update

from bot.telegram.access import Access
from bot.telegram.keyboards import examples
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import say
from bot.telegram.services import Context, Services
from bot.telegram.texts import about_text, start_text

INVITATION = "i-"  # what a link `?start=i-CODE` begins with
INVITATION_DAYS = 7


@dataclass(frozen=True, slots=True)
class Welcome:
    """Every other payload of a link than an invitation is let be: it starts the bot, as anybody can."""

    services: Services
    access: Access
    scenes: Scenes

    async def start(self, update: Update, context: Context) -> None:
        """What the bot is and what it has read, or why it is closed."""
        scene = await self.scenes.of(update)
        payload = context.args[0] if context.args else ""
        if payload.startswith(INVITATION) and self.access.role(scene.person) is None:
            await self._invited(scene, payload.removeprefix(INVITATION), context)
        if closed := self.access.closed(scene):
            await say(context.bot, scene, closed)
            return
        answerer, now = self.services.answerer, self.services.clock()
        held = await asyncio.to_thread(answerer.overview, scene.language)
        proposed = await asyncio.to_thread(answerer.examples, scene.language, now)
        await say(context.bot, scene, start_text(held, scene.language), examples(proposed))

    async def about(self, update: Update, context: Context) -> None:
        """What the bot has read."""
        scene = await self.scenes.of(update)
        if closed := self.access.closed(scene):
            await say(context.bot, scene, closed)
            return
        held = await asyncio.to_thread(self.services.answerer.overview, scene.language)
        await say(context.bot, scene, about_text(held, scene.language))

    async def _invited(self, scene: Scene, code: str, context: Context) -> None:
        was_good = await self.access.redeem(code, scene.person, INVITATION_DAYS * 86_400)
        await say(context.bot, scene, scene.texts.welcome if was_good else scene.texts.invitation_used)
