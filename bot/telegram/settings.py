"""Small commands: /help, /new, /language and what is no question; it knows nothing of answers."""

import asyncio
from dataclasses import dataclass

from telegram import Bot, Update
from telegram.constants import ChatMemberStatus

from bot.telegram.access import Access
from bot.telegram.buttons import Press
from bot.telegram.keyboards import LANGUAGES, languages
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import acknowledge, say
from bot.telegram.services import Context, Services
from bot.telegram.texts import TEXTS, language_of

_ADMINISTRATORS = {ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER}


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes a chat and not the library."""

    services: Services
    access: Access
    scenes: Scenes

    async def help(self, update: Update, context: Context) -> None:
        """How to ask."""
        scene = await self.scenes.of(update)
        may_add = scene.is_private and self.services.librarian and self.access.may_add(scene.person)
        more = f"\n\n{scene.texts.adding.help}" if may_add else ""
        await say(context.bot, scene, scene.texts.help + more)

    async def new(self, update: Update, context: Context) -> None:
        """Forget the conversation."""
        scene = await self.scenes.of(update)
        await asyncio.to_thread(self.services.answerer.reset, scene.talk)
        await say(context.bot, scene, scene.texts.new)

    async def unknown_command(self, update: Update, context: Context) -> None:
        """A command that we do not have."""
        scene = await self.scenes.of(update)
        await say(context.bot, scene, scene.texts.unknown_command)

    async def unsupported(self, update: Update, context: Context) -> None:
        """Stickers, voice, photographs."""
        scene = await self.scenes.of(update)
        message = update.effective_message
        is_voice = message is not None and (message.voice or message.video_note or message.audio)
        await say(context.bot, scene, scene.texts.voice if is_voice else scene.texts.unsupported)

    async def language(self, update: Update, context: Context) -> None:
        """Offer the languages; in a group to its administrators."""
        scene = await self.scenes.of(update)
        if not await may_change(context.bot, scene):
            await say(context.bot, scene, scene.texts.admins_only)
            return
        await say(context.bot, scene, scene.texts.choose_language, languages(scene.texts))

    async def choose_language(self, press: Press) -> None:
        """Set the language on the button; the presser need not be who asked for the buttons."""
        scene = press.scene
        if not await may_change(press.bot, scene):
            await acknowledge(press.query, scene.texts.admins_only, alert=True)
            return
        number = press.pressed.number
        if number >= len(LANGUAGES):
            await acknowledge(press.query, scene.texts.expired, alert=True)
            return
        chosen = LANGUAGES[number]
        await self.scenes.choose(scene.chat, chosen)
        await acknowledge(press.query)
        texts = TEXTS[chosen or language_of(press.query.from_user.language_code)]
        await say(press.bot, scene, texts.language_set if chosen else texts.language_auto)


async def may_change(bot: Bot, scene: Scene) -> bool:
    """Whether somebody may change what holds for the whole chat."""
    if scene.is_private or scene.person == scene.chat:  # an administrator who stays anonymous
        return True
    if scene.person < 0:
        return False
    member = await bot.get_chat_member(scene.chat, scene.person)
    return member.status in _ADMINISTRATORS
