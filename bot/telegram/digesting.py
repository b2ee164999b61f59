"""/digest: what is new, now; it knows nothing of subscriptions."""

import asyncio
from dataclasses import dataclass
from datetime import UTC

from telegram import Update

from bot.errors import UsageError
from bot.telegram.access import Access
from bot.telegram.activity import typing
from bot.telegram.digest_view import digest_pages
from bot.telegram.render import render_text
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import deliver, say
from bot.telegram.services import Context, Services


@dataclass(frozen=True, slots=True)
class Digesting:
    """Composes a digest for whoever asks for it."""

    services: Services
    access: Access
    scenes: Scenes

    async def command(self, update: Update, context: Context) -> None:
        """/digest, or with whom or what it is to be about: "/digest central bank since Monday"."""
        scene = await self.scenes.of(update)
        if refusal := await self.access.refusal(scene):
            await say(context.bot, scene, refusal)
            return
        text = " ".join(context.args or ())
        try:
            async with typing(context.bot, scene.chat, scene.topic):
                pages = await asyncio.to_thread(self._pages, scene, text)
        except UsageError as error:
            pages = render_text(str(error))
        await deliver(context.bot, scene, pages)

    def _pages(self, scene: Scene, text: str) -> list[str]:
        now = self.services.clock()
        digest = self.services.digests.digest(text, scene.language, now, scene.talk)
        return digest_pages(digest, now.tzinfo or UTC)
