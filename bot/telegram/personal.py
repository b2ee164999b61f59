"""A person's own data: /privacy, /export, /forget; it knows nothing of what is kept where."""

import asyncio
import json
from dataclasses import dataclass

from telegram import Bot, Update

from bot.telegram.buttons import Press
from bot.telegram.keyboards import erasing
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import acknowledge, remove, say, send_file
from bot.telegram.services import Context, Services
from bot.telegram.texts import counted


@dataclass(frozen=True, slots=True)
class Personal:
    """In private chats only: a group need not see what somebody asked elsewhere."""

    services: Services
    scenes: Scenes

    async def privacy(self, update: Update, context: Context) -> None:
        """What is kept, and for how long."""
        scene = await self.scenes.of(update)
        days = self.services.options.keep_days
        texts = scene.texts
        kept = (
            texts.kept_days.format(days=counted(days, "days", scene.language)) if days else texts.kept_forever
        )
        host = self.services.options.model_host
        sent = texts.privacy_model.format(host=host) if host else ""
        await say(context.bot, scene, texts.privacy.format(kept=kept, sent=sent))

    async def export(self, update: Update, context: Context) -> None:
        """Everything, as a file."""
        scene = await self.scenes.of(update)
        if not await _is_private(context.bot, scene):
            return
        found = await asyncio.to_thread(self.services.store.personal.export, scene.person)
        data = json.dumps(found, ensure_ascii=False, indent=1).encode()
        await send_file(context.bot, scene, data, scene.texts.exported, "whosaid.json")

    async def forget(self, update: Update, context: Context) -> None:
        """Ask whether everything is to be erased."""
        scene = await self.scenes.of(update)
        if await _is_private(context.bot, scene):
            await say(context.bot, scene, scene.texts.erase_sure, erasing(scene.texts))

    async def erase(self, press: Press) -> None:
        """Erase everything of whoever presses; the button is in their private chat."""
        if not press.scene.is_private:
            await acknowledge(press.query, press.scene.texts.expired, alert=True)
            return
        # first what waits in memory: nothing of it must be kept anew
        self.services.receipts.forget(press.scene.person)
        await asyncio.to_thread(self.services.store.personal.erase, press.scene.person)
        self.scenes.forget(press.scene.chat)
        await acknowledge(press.query)
        await remove(press.bot, press.scene.chat, [press.scene.message])
        await say(press.bot, press.scene, press.scene.texts.erased)


async def _is_private(bot: Bot, scene: Scene) -> bool:
    if not scene.is_private:
        await say(bot, scene, scene.texts.in_private.format(link=f"https://t.me/{bot.username}"))
    return scene.is_private
