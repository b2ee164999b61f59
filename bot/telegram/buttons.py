"""Pressed buttons: finds the answer they stand under and passes them on; it knows nothing of what they do."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from telegram import Bot, CallbackQuery, Update

from bot.store import Shown
from bot.telegram.access import Access
from bot.telegram.keyboards import Action, Pressed, read
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import acknowledge
from bot.telegram.services import Context
from bot.telegram.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: who pressed it where, and what it carries."""

    bot: Bot
    query: CallbackQuery
    scene: Scene
    pressed: Pressed


UnderAnswer = Callable[[Press, Shown], Awaitable[None]]
Anywhere = Callable[[Press], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Buttons:
    """Actions under an answer are given it; whoever may not use the bot can press `free` ones only."""

    access: Access
    scenes: Scenes
    shelf: Shelf
    under_answer: Mapping[Action, UnderAnswer]
    anywhere: Mapping[Action, Anywhere]
    free: frozenset[Action]

    async def press(self, update: Update, context: Context) -> None:
        """Act on a button, or say kindly why not."""
        query = update.callback_query
        assert query is not None
        if query.message is None:
            return  # we make no buttons for messages that are sent from other chats
        scene = await self.scenes.of(update)
        pressed = read(query.data)
        if pressed is None:
            await acknowledge(query, scene.texts.expired, alert=True)
            return
        if pressed.action not in self.free and (words := self.access.pressing(scene)):
            await acknowledge(query, words, alert=True)
            return
        press = Press(context.bot, query, scene, pressed)
        if pressed.action in self.anywhere:
            await self.anywhere[pressed.action](press)
            return
        shown = await self.shelf.get(pressed.shown_id, scene.chat)
        if shown is None:
            await acknowledge(query, scene.texts.expired, alert=True)
            return
        await self.under_answer[pressed.action](press, shown)
