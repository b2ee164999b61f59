"""Checks messages against the library: /check, or a reply "is it true?"; it does not judge itself."""

import asyncio
import re
from dataclasses import dataclass
from functools import cache

from telegram import Bot, Message, Update
from telegram.ext import filters

from bot.language.script import fold
from bot.language.tables import lines
from bot.telegram.access import Access
from bot.telegram.activity import typing
from bot.telegram.addressing import addressed
from bot.telegram.check_view import render_check
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import deliver, say
from bot.telegram.services import Context, Services
from bot.telegram.shelf import Shelf

_MENTION = re.compile(r"@\w+")


class DoubtsAnother(filters.MessageFilter):
    """A reply that asks nothing but whether the message before it is true."""

    def filter(self, message: Message) -> bool:
        """Whether it does."""
        if message.reply_to_message is None:
            return False
        text = _MENTION.sub(" ", message.text or "")
        return " ".join(re.findall(r"\w+", fold(text))) in _doubts()


@cache
def _doubts() -> frozenset[str]:
    return frozenset(lines(__package__, "doubts.txt"))


@dataclass(frozen=True, slots=True)
class Checking:
    """What stands in the library of each claim of a message."""

    services: Services
    access: Access
    scenes: Scenes
    shelf: Shelf

    async def command(self, update: Update, context: Context) -> None:
        """/check with a claim, or in reply to a message."""
        message = update.effective_message
        assert message is not None
        scene = await self.scenes.of(update)
        claimed = " ".join((message.text or "").split(maxsplit=1)[1:]) or await self._replied(message)
        await self._check(context.bot, scene, claimed)

    async def doubt(self, update: Update, context: Context) -> None:
        """A reply "is it true?", in groups to the bot or with its name."""
        message = update.effective_message
        assert message is not None
        if addressed(message, context.bot.id, context.bot.username) is None:
            return
        await self._check(context.bot, await self.scenes.of(update), await self._replied(message))

    async def _check(self, bot: Bot, scene: Scene, claimed: str) -> None:
        if not any(letter.isalnum() for letter in claimed):
            await say(bot, scene, scene.texts.check_how)
            return
        if complaint := await self.access.refusal(scene):
            await say(bot, scene, complaint)
            return
        async with typing(bot, scene.chat, scene.topic):
            now = self.services.clock()
            checked = await asyncio.to_thread(self.services.answerer.check, claimed, now)
        await deliver(bot, scene, render_check(checked))

    async def _replied(self, message: Message) -> str:
        """The words that a reply is about: the part that it quotes, our claims, else the whole message."""
        replied = message.reply_to_message
        if message.quote:
            return message.quote.text
        if replied is None:
            return ""
        shown = await self.shelf.in_message(message.chat.id, replied.message_id)
        if shown is None:
            return replied.text or replied.caption or ""
        return "\n".join(claim.text for claim in shown.answer.claims)
