"""Where something happens and for whom: chat, topic, person, language; it knows nothing of what is asked."""

import asyncio
from dataclasses import dataclass, replace

from telegram import CallbackQuery, Message, Update, User

from bot.models import Language
from bot.store import Store
from bot.telegram.texts import TEXTS, Texts, language_of

_KEY = "telegram:"
_REMEMBERED = 5000  # chats whose language is not looked up again


@dataclass(frozen=True, slots=True)
class Scene:
    """A place to answer in; `message` is what an answer replies to in groups, 0 for nothing."""

    chat: int
    person: int
    is_private: bool
    topic: int | None = None
    message: int = 0
    language: Language = "en"

    @property
    def texts(self) -> Texts:
        """The sentences in the reader's language."""
        return TEXTS[self.language]

    @property
    def talk(self) -> str:
        """The key of the conversation: of the chat, its topic and, in groups, the person."""
        topic = f":t{self.topic}" if self.topic else ""
        person = "" if self.is_private else f":p{self.person}"
        return f"{chat_key(self.chat)}{topic}{person}"


def chat_key(chat: int) -> str:
    """What a chat is called in the database: "telegram:12345"."""
    return f"{_KEY}{chat}"


def chat_of(key: str) -> int:
    """The chat that is called so."""
    return int(key.removeprefix(_KEY))


class Scenes:
    """Makes scenes; knows which language each chat has chosen."""

    def __init__(self, store: Store) -> None:
        self._people = store.people
        self._chosen: dict[int, Language | None] = {}

    async def of(self, update: Update) -> Scene:
        """The scene of an update that has a person: a message, new or edited, or a pressed button."""
        user = update.effective_user
        query = update.callback_query
        bare = of_button(query) if query else of_message(update.effective_message)
        own = language_of(user.language_code if user else None)
        return replace(bare, language=await self.chosen(bare.chat) or own)

    async def chosen(self, chat: int) -> Language | None:
        """The language that a chat has chosen."""
        if chat not in self._chosen:
            if len(self._chosen) >= _REMEMBERED:
                self._chosen.clear()
            self._chosen[chat] = await asyncio.to_thread(self._people.language, chat)
        return self._chosen[chat]

    async def choose(self, chat: int, language: Language | None) -> None:
        """Set the language of a chat; None for each person's own."""
        await asyncio.to_thread(self._people.set_language, chat, language)
        self._chosen[chat] = language

    def forget(self, chat: int) -> None:
        """Look the language up again."""
        self._chosen.pop(chat, None)


def of_message(message: Message | None) -> Scene:
    """The scene of a message, with nothing known of languages."""
    assert message is not None, "handlers are filtered to messages"
    is_private = message.chat.type == "private"
    topic = message.message_thread_id if message.is_topic_message else None
    return Scene(message.chat.id, person_of_message(message), is_private, topic, message.message_id)


def of_button(query: CallbackQuery) -> Scene:
    """The scene of a pressed button: its presser, in the chat of the message that it stands under."""
    message = query.message
    assert message is not None, "buttons of inline messages are not made"
    topic = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
    is_private = message.chat.type == "private"
    return Scene(message.chat.id, query.from_user.id, is_private, topic, message.message_id)


def person_of(update: Update) -> int:
    """Whose update it is; 0 for nobody's."""
    message = update.message or update.edited_message or update.channel_post
    return person_of_message(message) if message else _number(update.effective_user)


def person_of_message(message: Message) -> int:
    """Who wrote a message."""
    # whoever writes in the name of a group or channel has its number; the "person" behind it is shared by all
    return message.sender_chat.id if message.sender_chat else _number(message.from_user)


def _number(user: User | None) -> int:
    return user.id if user else 0
