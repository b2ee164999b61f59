"""Keeps what was shown and finds it again, without holding up the loop; it knows nothing of answers."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from telegram import Bot

from bot.models import Turn
from bot.store import Shown, Store
from bot.telegram.receipts import receipt
from bot.telegram.scene import Scene
from bot.telegram.sending import remove


class Shelf:
    """The shown answers of the store, from worker threads."""

    def __init__(self, store: Store) -> None:
        self._shown = store.shown
        self._conversations = store.conversations
        self._write = store.clerk.write

    async def keep(self, shown: Shown, turn: Turn) -> Shown:
        """Keep a turn of a conversation and how it is shown, before it is sent: its buttons name it."""
        noted = receipt()
        update, behind = (noted.update, noted.announce(shown.chat)) if noted else (0, 0)
        return await self._write(lambda: self._keep(shown, turn, update, behind))

    def _keep(self, shown: Shown, turn: Turn, update: int, behind: int) -> Shown:
        at_turn = replace(shown, turn=self._conversations.add(shown.talk, turn))
        return replace(at_turn, id=self._shown.keep(at_turn, update, behind))

    async def place(self, shown_id: int, chat: int, messages: Sequence[int]) -> None:
        """Note the messages that an answer takes up."""
        await self._write(lambda: self._shown.place(shown_id, chat, messages))

    async def get(self, shown_id: int, chat: int) -> Shown | None:
        """An answer of this very chat."""
        return await asyncio.to_thread(self._shown.get, shown_id, chat)

    async def in_message(self, chat: int, message: int) -> Shown | None:
        """The answer that a message shows."""
        return await asyncio.to_thread(self._shown.in_message, chat, message)

    async def to_question(self, scene: Scene) -> list[Shown]:
        """The answers that the message of a scene got, oldest first."""
        return await asyncio.to_thread(self._shown.to_question, scene.chat, scene.message)

    async def put_away(self, bot: Bot, old: Sequence[Shown], kept: int) -> None:
        """Drop answers that others have taken the place of; the messages beyond the first `kept` go, too."""
        for shown in old[kept:]:
            await remove(bot, shown.chat, shown.messages)
        if old:
            await self._write(lambda: self._shown.drop([shown.id for shown in old]))
