"""The whole front end over the sample library: people who ask in either language, and the bot."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.app.feeds import feed_service
from bot.app.service import services
from bot.telegram.pace import Rate
from bot.telegram.serving import POLLING
from bot.telegram.texts import TEXTS
from tests.e2e.support import NOW, opened
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.support import PROMPT, by_webhook, free_port, sent, serving_with

OWNER, EDITOR, READER, GROUP = 11, 12, 13, -50
WORDS = {
    "en": {
        "bridge": "What did Irina Sokolova say about the bridge?",
        "flood": "and what did she say about the flood?",
        "other": "What did Peskov say?",
        "two": "What did Peskov say? What did Lev Berezin say?",
        "bridge found": "creaks",
        "flood found": "Sirens",
    },
    "ru": {
        "bridge": "Что Ирина Соколова сказала о мосте?",
        "flood": "а что она сказала о паводке?",
        "other": "Что сказал Песков?",
        "two": "Что сказал Песков? Что сказал Лев Березин?",
        "bridge found": "скрипит",
        "flood found": "Sirens",
    },
}


@dataclass
class Chat:
    """A person in a chat who waits for answers."""

    api: FakeTelegram
    language: str
    chat: int = READER
    person: int = 0

    @property
    def texts(self):
        return TEXTS[self.language]

    def say(self, key):
        return WORDS[self.language][key]

    def all(self):
        return self.api.sent(self.chat)

    async def ask(self, text, count=1, **more):
        """Write something; the messages that answer it."""
        before = len(self.all())
        self.api.write(text, self.chat, self.language, self.person, **more)
        return (await sent(self.api, before + count, self.chat, seconds=20))[before:]

    async def press(self, text, message, count=1):
        before = len(self.all())
        query = self.api.press_text(text, message, self.person or abs(self.chat), self.language)
        await asyncio.to_thread(self.api.wait, lambda: query in self.api.toasts, 20)
        if count:  # a button may as well take a message away
            await sent(self.api, before + count, self.chat, seconds=20)
        return query, self.all()[before:]


AT_ONCE = replace(PROMPT, group=Rate(1000.0, 10))


@asynccontextmanager
async def bot(api, database, mode, clock=lambda: NOW, **options):
    """Everything that `whosaid run` builds; gives its services."""
    with opened(database) as whosaid, feed_service(whosaid, 0) as service:
        front = services(whosaid, service)
        chosen = replace(front.options, **options)
        front = replace(front, clock=clock, options=chosen)
        port = free_port()
        async with serving_with(api, front, AT_ONCE, by_webhook(port) if mode == "webhook" else POLLING):
            if mode == "webhook":
                api.deliver_at(port)
            yield front


async def result(owner, count):
    """The last of so many messages, once it no longer says that something is being read."""

    def is_there():
        return len(owner.all()) == count and "…" not in owner.all()[-1]["text"][:12]

    await asyncio.to_thread(owner.api.wait, is_there, 20)
    return owner.all()[-1]["text"]


def rows(message):
    return [[button["text"] for button in row] for row in message["reply_markup"]["inline_keyboard"]]
