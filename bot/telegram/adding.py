"""Links, posts of channels and files that editors send: taken in, with a clear result; it knows no sources.

Nothing in a message is believed but what Telegram vouches for: who sent it, and whose a forwarded post is.
"""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from telegram import Bot, Document, Message, MessageOriginChannel, Update
from telegram.error import NetworkError, TelegramError
from telegram.ext import filters

from bot.errors import WhosaidError
from bot.ingest.handed import Post, Taken
from bot.telegram.access import Access
from bot.telegram.activity import typing
from bot.telegram.ports import LibrarianProtocol
from bot.telegram.render import render_blocks
from bot.telegram.richtext import plain
from bot.telegram.scene import Scene, Scenes, person_of_message
from bot.telegram.sending import deliver, say
from bot.telegram.services import Context
from bot.telegram.taken import refusal_block, taken_blocks

MOST_LINKS = 5  # of one message
MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE  # that Telegram gives to bots
AT_ONCE = 2  # things that are taken in at the same time; the threads are needed for answers
_LINKS = re.compile(rf"\s*(?:https?://\S+\s*){{1,{MOST_LINKS}}}", re.IGNORECASE)


class HandedOver(filters.MessageFilter):
    """Messages that are links and nothing else, files, and what editors forward."""

    def __init__(self, access: Access) -> None:
        super().__init__()
        self._access = access

    def filter(self, message: Message) -> bool:
        """Whether it is one of them; what others forward is a question as any."""
        if message.document is not None or _LINKS.fullmatch(message.text or ""):
            return True
        return message.forward_origin is not None and self._access.may_add(person_of_message(message))


@dataclass(slots=True)
class Adding:
    """In private chats: what is said in a group is talk."""

    librarian: LibrarianProtocol
    access: Access
    scenes: Scenes
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def message(self, update: Update, context: Context) -> None:
        """Take in what a message hands over."""
        message = update.effective_message
        assert message is not None
        scene = await self.scenes.of(update)
        links = [] if message.document or message.forward_origin else (message.text or "").split()
        if refusal := await self.access.adding(scene, len(links) or 1):
            await say(context.bot, scene, refusal)
        elif message.document:
            await self._file(context.bot, scene, message.document)
        elif links:
            await self._links(context.bot, scene, links)
        else:
            await self._post(context.bot, scene, message)

    async def _file(self, bot: Bot, scene: Scene, document: Document) -> None:
        texts = scene.texts.adding
        if (document.file_size or 0) > LARGEST:
            await say(bot, scene, texts.too_big.format(megabytes=LARGEST // MEGABYTE))
            return
        name = document.file_name or "file"
        progress = await say(bot, scene, texts.reading)
        try:
            data = await _downloaded(bot, document)
        except TelegramError:
            await deliver(bot, scene, render_blocks([plain(texts.file_lost)]), instead_of=progress)
            return
        await self._take(bot, scene, progress, _Thing(name, partial(self.librarian.file, data, name)))

    async def _links(self, bot: Bot, scene: Scene, links: Sequence[str]) -> None:
        for link in links:
            progress = await say(bot, scene, scene.texts.adding.reading)
            thing = _Thing(link, partial(self.librarian.link, link), is_link=True)
            await self._take(bot, scene, progress, thing)

    async def _post(self, bot: Bot, scene: Scene, message: Message) -> None:
        post = channel_post(message)
        if post is None or not post.text.strip():
            texts = scene.texts.adding
            await say(bot, scene, texts.post_empty if post else texts.not_of_channel)
            return
        progress = await say(bot, scene, scene.texts.adding.reading)
        await self._take(bot, scene, progress, _Thing(post.url, partial(self.librarian.post, post)))

    async def _take(self, bot: Bot, scene: Scene, progress: Sequence[int], thing: "_Thing") -> None:
        """Take in one thing and put the result in the place of the words that it is being read."""
        async with typing(bot, scene.chat), self._room:
            try:
                taken = await asyncio.to_thread(thing.take)
            except WhosaidError as error:
                blocks = [refusal_block(thing.name, str(error), scene.language)]
            else:
                blocks = list(taken_blocks(taken, scene.language))
                if thing.is_link and len(taken) > 1:
                    blocks.append(plain(scene.texts.adding.follow_hint.format(url=thing.name)))
        await deliver(bot, scene, render_blocks(blocks), instead_of=progress)


@dataclass(frozen=True, slots=True)
class _Thing:
    """What is to be taken in; a link that brings several articles can be followed."""

    name: str
    take: Callable[[], Sequence[Taken]]
    is_link: bool = False


def channel_post(message: Message) -> Post | None:
    """The post that was forwarded; None when it is not of a channel."""
    origin = message.forward_origin
    if not isinstance(origin, MessageOriginChannel):
        return None
    chat = origin.chat
    place = chat.username or f"c/{str(chat.id).removeprefix('-100')}"
    text = message.text or message.caption or ""
    url = f"https://t.me/{place}/{origin.message_id}"
    return Post(url, chat.title or place, text, origin.date.isoformat(timespec="seconds"))


async def _downloaded(bot: Bot, document: Document) -> bytes:
    """The bytes of a file; raises TelegramError."""
    file = await bot.get_file(document.file_id)
    data = bytes(await file.download_as_bytearray())
    if len(data) > LARGEST:
        raise NetworkError("more than was said")
    return data
