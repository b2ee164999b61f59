"""Watches over updates: which wait, which are no longer wanted, what people are told meanwhile.

It knows nothing of what is done for an update.
"""

from dataclasses import dataclass

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.errors import StoreError
from bot.telegram.addressing import addressed
from bot.telegram.order import Watch
from bot.telegram.receipts import end_receipt
from bot.telegram.scene import Scenes
from bot.telegram.sending import acknowledge, say
from bot.telegram.services import Services
from bot.telegram.texts import counted


@dataclass(slots=True)
class Watchman(Watch):
    """`bot` is set when there is one: it is built with this watch."""

    services: Services
    scenes: Scenes
    bot: Bot | None = None

    def has_line(self, update: Update) -> bool:
        """All but inline queries, of which only the newest counts, and talk in groups that is not for us."""
        message = update.message or update.edited_message
        if update.effective_chat is None:
            return False
        if message is None or self.bot is None or (message.text or "").startswith("/"):
            return True
        return addressed(message, self.bot.id, self.bot.username) is not None

    async def begin(self, update: Update) -> bool:
        """What somebody sent before they had their data erased is handled no more."""
        return await self.services.receipts.begin(update, self.services.store, self.services.numbers)

    async def full(self, update: Update, *, is_first: bool) -> bool:
        """Each button and the first message is told."""
        self.services.metrics.count("refusals", "queue")
        if self.bot is None or (update.effective_message is None and update.callback_query is None):
            return False
        scene = await self.scenes.of(update)
        if update.callback_query:
            await acknowledge(update.callback_query, scene.texts.busy_button, alert=True)
            return False
        if is_first:
            await self._say(update, scene.texts.busy)
        return True

    async def missed(self, update: Update, count: int) -> None:
        """Whoever waited can send again."""
        end_receipt()
        if update.effective_message is not None or update.callback_query is not None:
            scene = await self.scenes.of(update)
            words = scene.texts.missed.format(messages=counted(count, "messages", scene.language))
            await self._say(update, words)

    async def done(self, update: Update) -> None:
        """Nothing of it need be kept."""
        self.services.metrics.count("updates")
        store = self.services.store
        await store.clerk.write(lambda: store.inbox.done(update.update_id))

    async def _say(self, update: Update, words: str) -> None:
        assert self.bot is not None
        try:
            await say(self.bot, await self.scenes.of(update), words)
        except (TelegramError, StoreError):
            return  # they will ask again in any case
