"""Commands of editors: /sources, /addsource, /removesource, /status; it reads no feeds."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from telegram import Bot, Update

from bot.errors import WhosaidError
from bot.telegram.access import Access
from bot.telegram.activity import typing
from bot.telegram.ports import LibrarianProtocol
from bot.telegram.render import render_blocks
from bot.telegram.richtext import Block
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import deliver, say
from bot.telegram.services import Context
from bot.telegram.taken import followed_blocks, refusal_block, sources_blocks, status_blocks


@dataclass(frozen=True, slots=True)
class Following:
    """For owners and editors; handlers let only private chats through."""

    librarian: LibrarianProtocol
    access: Access
    scenes: Scenes

    async def sources(self, update: Update, context: Context) -> None:
        """What is followed, with numbers."""
        scene = await self.scenes.of(update)
        if await self._may(context.bot, scene):
            found = await asyncio.to_thread(self.librarian.sources)
            await _show(context.bot, scene, sources_blocks(found, scene.language))

    async def status(self, update: Update, context: Context) -> None:
        """How the library does."""
        scene = await self.scenes.of(update)
        if await self._may(context.bot, scene):
            found = await asyncio.to_thread(self.librarian.status)
            await _show(context.bot, scene, status_blocks(found, scene.language))

    async def add(self, update: Update, context: Context) -> None:
        """Follow the feeds of an address."""
        scene = await self.scenes.of(update)
        if not await self._may(context.bot, scene):
            return
        texts, url = scene.texts.adding, " ".join(context.args or ())
        if not url or " " in url:
            await say(context.bot, scene, texts.add_usage)
            return
        if refusal := await self.access.adding(scene):
            await say(context.bot, scene, refusal)
            return
        progress = await say(context.bot, scene, texts.looking)
        async with typing(context.bot, scene.chat):
            blocks: Iterable[Block]
            try:
                found = await asyncio.to_thread(self.librarian.follow, url)
                blocks = followed_blocks(found, scene.language)
            except WhosaidError as error:
                blocks = [refusal_block(url, str(error), scene.language)]
        await deliver(context.bot, scene, render_blocks(blocks), instead_of=progress)

    async def remove(self, update: Update, context: Context) -> None:
        """Follow something no more, by its number or its address."""
        scene = await self.scenes.of(update)
        if not await self._may(context.bot, scene):
            return
        texts, named = scene.texts.adding, " ".join(context.args or ())
        if not named:
            await say(context.bot, scene, texts.remove_usage)
            return
        url = await asyncio.to_thread(self._address, named)
        removed = await asyncio.to_thread(self.librarian.unfollow, url)
        await say(context.bot, scene, f"{texts.removed}\n{url}" if removed else texts.not_followed)

    def _address(self, named: str) -> str:
        """The address itself, or that of the source with this number."""
        if not (named.isascii() and named.isdigit() and len(named) < 6):
            return named
        sources = self.librarian.sources()
        number = int(named)
        return sources[number - 1].url if 1 <= number <= len(sources) else named

    async def _may(self, bot: Bot, scene: Scene) -> bool:
        if not self.access.may_add(scene.person):
            await say(bot, scene, scene.texts.adding.editors_only)
            return False
        return True


async def _show(bot: Bot, scene: Scene, blocks: Iterable[Block]) -> None:
    await deliver(bot, scene, render_blocks(blocks))
