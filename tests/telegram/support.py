"""A running bot on a fake Telegram: the real application, real HTTP, a small hand-written answerer.

It stands in for the library so that these tests know nothing of storage and search.
"""

import asyncio
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.digests.text import Digest
from bot.errors import UsageError
from bot.models import Answer, Check, CheckedClaim, Citation, Claim, Language, Question, Turn
from bot.store import open_store
from bot.subscriptions.values import DigestItem, Scope, Window
from bot.telegram.application import build_application
from bot.telegram.pace import Rate, Rates
from bot.telegram.ports import Excerpt, LibrarianProtocol, OnClaims
from bot.telegram.services import Options, Services
from bot.telegram.serving import POLLING, Entrance, serve
from bot.telegram.streaming import Tempo
from bot.telegram.webhook import Listening, Webhook
from tests.telegram.fake_api import TOKEN, FakeTelegram

NOW = datetime(2025, 7, 10, 12, 0, tzinfo=UTC)
QUICK = Tempo(look=0.02, private=0.05, elsewhere=0.05)
PROMPT = Rates(chat=Rate(1000.0, 10), first_pause=0.01)  # tests wait for the server's pace only


@dataclass(frozen=True)
class Held:
    """An overview of a library."""

    articles: int = 21
    statements: int = 5
    speakers: int = 2
    sources: int = 3
    first: str | None = "2025-07-01"
    last: str | None = "2025-07-09T10:00:00+03:00"
    top_speakers: tuple[tuple[str, int], ...] = (("Marta <Orlova>", 4), ("Ivan Besedin", 1))


@dataclass
class FakeAnswerer:
    """Answers with what a function makes of the question; notes what it was asked."""

    reply: Callable[[str], Answer]
    held: Held = field(default_factory=Held)
    asked: list[tuple[str, datetime, str | None]] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    checked: Callable[[str], Check] = lambda text: Check(text, "en", (CheckedClaim(text, "unsupported"),))
    claim_seconds: float = 0.0  # that each claim takes to pass the gate; 0: all come at once
    excerpts: list[Excerpt] = field(default_factory=list)
    proposed: list[str] = field(default_factory=list)

    def ask(
        self, text: str, now: datetime, conversation: str | None = None, on_claims: OnClaims | None = None
    ) -> Answer:
        self.asked.append((text, now, conversation))
        answer = self.reply(text)
        for count in range(1, len(answer.claims) + 1 if self.claim_seconds else 0):
            time.sleep(self.claim_seconds)
            on_claims(answer.claims[:count])
        return answer

    def turn(
        self, text: str, now: datetime, conversation: str | None = None, on_claims: OnClaims | None = None
    ) -> Turn:
        answer = self.ask(text, now, conversation, on_claims)
        return Turn(Question(text, text, answer.lang, "said"), answer, now)

    def look(self, text: str, now: datetime) -> Answer:
        return self.ask(text, now)

    def check(self, text: str, now: datetime) -> Check:
        self.asked.append((text, now, None))
        return self.checked(text)

    def reset(self, conversation: str) -> None:
        self.forgotten.append(conversation)

    def overview(self, _: Language) -> Held:
        return self.held

    def evidence(self, _: Citation) -> Excerpt | None:
        return self.excerpts[0] if self.excerpts else None

    def elsewhere(self, *_: object) -> list[Excerpt]:
        return self.excerpts

    def examples(self, *_: object) -> list[str]:
        return self.proposed


@dataclass
class FakeDigester:
    """Composes digests of the items that it was given; notes what it was asked for."""

    items: tuple[DigestItem, ...] = ()
    speakers: frozenset[str] = frozenset()
    asked: list[tuple[str, str]] = field(default_factory=list)
    payers: list[str | None] = field(default_factory=list)

    def digest(self, text: str, language: Language, now: datetime, chat: str | None = None) -> Digest:
        self.asked.append((text, language))
        self.payers.append(chat)
        if text == "?":
            raise UsageError("say whom")
        return self.week(Scope("topic", text), language, now)

    def meant(self, scope: Scope, _: Language) -> Scope:
        return scope if scope.value in self.speakers else Scope("topic", scope.value)

    def week(self, scope: Scope, language: Language, now: datetime) -> Digest:
        until = int(now.timestamp())
        return Digest(scope, Window(0, until - 86_400, until), language, self.items)


def citation(number: int, quote: str, **more: object) -> Citation:
    known = {
        "article_id": number,
        "url": f"https://news.example/{number}",
        "title": f"Article {number}",
        "source": "The Orlov Herald",
        "published": "2025-07-09",
        "start": 0,
        "end": len(quote),
    }
    return Citation(number=number, quote=quote, **{**known, **more})


def answer_of(*claims: Claim, **more: object) -> Answer:
    known = {"question": "?", "standalone_question": "?", "lang": "en", "refusal": None, "text": "not shown"}
    return Answer(**{**known, "claims": claims, "answered": bool(claims), **more})


def said(words: str) -> Answer:
    """A refusal or small talk: words without claims."""
    return answer_of(text=words, details=words, refusal="no_evidence")


def quoted(
    words: str = "The bridge opens on Monday.", speaker: str | None = "Marta Orlova", **more: object
) -> Answer:
    """An answer of one claim."""
    return answer_of(Claim(f"“{words}”", speaker, "direct", (citation(1, words, **more),)))


@contextmanager
def services_of(
    answerer: FakeAnswerer, digester: FakeDigester | None = None, **options: object
) -> Iterator[Services]:
    """The front end's services over an empty database of their own."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "test.db") as store:
        yield Services(answerer, digester or FakeDigester(), store, lambda: NOW, Options(**options))


@contextmanager
def services_with(
    answerer: FakeAnswerer, librarian: LibrarianProtocol, **options: object
) -> Iterator[Services]:
    """The same with somebody who adds to the library."""
    with services_of(answerer, **options) as services:
        yield replace(services, librarian=librarian)


@asynccontextmanager
async def serving(
    api: FakeTelegram, answerer: FakeAnswerer, rates: Rates = PROMPT, **options: object
) -> AsyncIterator[asyncio.Event]:
    """The bot, polling; gives the event that stops it."""
    with services_of(answerer, **options) as services:
        async with serving_with(api, services, rates) as stop:
            yield stop


@asynccontextmanager
async def serving_with(
    api: FakeTelegram, services: Services, rates: Rates = PROMPT, entrance: Entrance = POLLING
) -> AsyncIterator[asyncio.Event]:
    """The bot with given services; gives the event that stops it."""
    application = build_application(TOKEN, api.base_url, services, rates, QUICK)
    stop = asyncio.Event()
    task = asyncio.create_task(serve(application, services, stop, entrance))
    try:
        yield stop
    finally:
        stop.set()
        await task


async def sent(api: FakeTelegram, count: int, chat: int | None = None, seconds: float = 5.0) -> list[dict]:
    """Wait without holding up the bot, which lives in this thread."""
    return await asyncio.to_thread(api.wait_for_sent, count, chat, seconds)


async def until(is_so: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait for what the fake server does not see."""
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110 - nobody else would set an event
            await asyncio.sleep(0.01)


def free_port() -> int:
    """A port of loopback that nobody listens at."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return unused.getsockname()[1]


def by_webhook(port: int, metrics: int = 0) -> Entrance:
    """Updates come to a port, from behind a proxy."""
    hook = Webhook("https://bot.example.org/telegram", Listening("127.0.0.1", port), "a-secret-of-the-tests")
    return Entrance(hook, Listening("127.0.0.1", metrics) if metrics else None)
