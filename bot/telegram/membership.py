"""What Telegram tells of the bot's own place in a chat: let in, shut out, moved; it sends nothing."""

import asyncio
import time
from dataclasses import dataclass

from telegram import Update
from telegram.constants import ChatMemberStatus

from bot.telegram.scene import chat_key
from bot.telegram.services import Context, Services

_OUT = {ChatMemberStatus.BANNED, ChatMemberStatus.LEFT}


@dataclass(frozen=True, slots=True)
class Membership:
    """Tells the store which chats digests can be sent to."""

    services: Services

    async def changed(self, update: Update, _context: Context) -> None:
        """Blocked or removed: nothing is sent there until the bot is let in again."""
        change = update.my_chat_member
        assert change is not None, "handlers are filtered to it"
        subscriptions, now = self.services.store.subscriptions, int(time.time())
        chat = chat_key(change.chat.id)
        if change.new_chat_member.status in _OUT:
            await asyncio.to_thread(subscriptions.close_chat, chat, "blocked", now)
        else:
            await asyncio.to_thread(subscriptions.open_chat, chat, now)

    async def moved(self, update: Update, _context: Context) -> None:
        """A group became a supergroup, which has another number; its old messages tell which."""
        message = update.effective_message
        if message is not None and message.migrate_to_chat_id:
            old, new = chat_key(message.chat.id), chat_key(message.migrate_to_chat_id)
            subscriptions = self.services.store.subscriptions
            await asyncio.to_thread(subscriptions.move_chat, old, new, int(time.time()))
