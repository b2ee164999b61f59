"""What the Telegram front end needs of the rest of the house, as protocols; it knows no implementation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.digests.text import Digest
from bot.ingest.handed import Post, Taken
from bot.models import Answer, Check, Citation, Claim, Language, Turn
from bot.subscriptions.values import Scope

OnClaims = Callable[[tuple[Claim, ...]], None]  # told all claims that may be shown so far; from any thread


class Overview(Protocol):
    """How much the library holds; `first` and `last` are publication stamps as the sources word them."""

    @property
    def articles(self) -> int: ...
    @property
    def statements(self) -> int: ...
    @property
    def speakers(self) -> int: ...
    @property
    def sources(self) -> int: ...
    @property
    def first(self) -> str | None: ...
    @property
    def last(self) -> str | None: ...
    @property
    def top_speakers(self) -> tuple[tuple[str, int], ...]: ...


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a stored article: `quote` with what stands `before` and `after` it, word for word."""

    title: str
    source: str | None
    published: str | None
    url: str
    quote: str
    before: str = ""
    after: str = ""
    is_current: bool = True  # False when the article was changed after it was cited


class DigesterProtocol(Protocol):
    """Whoever composes digests: synchronous, called in worker threads."""

    def digest(self, text: str, language: Language, now: datetime, chat: str | None = None) -> Digest:
        """What is new of what some words name, in the period that they name; raises UsageError.

        The `chat` that asks for it pays where a model words it.
        """

    def meant(self, scope: Scope, language: Language) -> Scope:
        """What bare words, read as a speaker, mean in this library."""

    def week(self, scope: Scope, language: Language, now: datetime) -> Digest:
        """What was told of a scope in the seven days before `now`."""


class PainterProtocol(Protocol):
    """Whoever draws answers: synchronous, called in worker threads."""

    def picture(self, answer: Answer, now: datetime) -> bytes | None:
        """The course that an answer tells as a PNG; None when there is nothing to draw."""


class AnswererProtocol(Protocol):
    """Whoever answers: synchronous, called in worker threads, one call at a time for one conversation."""

    def turn(
        self, text: str, now: datetime, conversation: str | None = None, on_claims: OnClaims | None = None
    ) -> Turn:
        """Answer one question of a conversation, which is not kept there.

        `on_claims` hears of claims while the answer is made.
        """

    def look(self, text: str, now: datetime) -> Answer:
        """Answer one question by itself at once, in the words of the sources."""

    def check(self, text: str, now: datetime) -> Check:
        """What holds of each claim of a message."""

    def reset(self, conversation: str) -> None:
        """Forget a conversation."""

    def overview(self, language: Language) -> Overview:
        """What the library holds now, with names as readers of a language know them."""

    def evidence(self, citation: Citation) -> Excerpt | None:
        """A citation with its surroundings; None when the library does not hold it any more."""

    def elsewhere(self, answer: Answer, now: datetime) -> Sequence[Excerpt]:
        """What other sources than those of an answer hold nearest to its question."""

    def examples(self, language: Language, now: datetime) -> Sequence[str]:
        """A few questions that have answers."""


@dataclass(frozen=True, slots=True)
class Source:
    """A feed that is followed; `last` is when it was read last, None for never."""

    url: str
    title: str
    a_day: float  # articles, of the last seven days
    last: datetime | None
    failures: int = 0  # in a row
    is_paused: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """How the library does; `behind` counts changes that the search index has yet to follow."""

    articles: int
    statements: int
    a_day: float  # articles that feeds bring, of the last seven days
    sources: tuple[Source, ...]
    waiting: int  # articles that feeds named and that are yet to be read
    given_up: int
    behind: int
    megabytes: int  # of the database
    free_megabytes: int  # of its disk


@dataclass(frozen=True, slots=True)
class Followed:
    """The feeds behind an address: those followed from now on, those that were, others declared there."""

    added: tuple[tuple[str, str], ...] = ()  # address and title, as in the others
    known: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()


class LibrarianProtocol(Protocol):
    """Whoever adds to the library: synchronous, usable from several threads.

    What cannot be had raises WhosaidError, but for single articles, which are told as failed.
    """

    def link(self, url: str) -> Sequence[Taken]:
        """Take in what an address leads to."""

    def post(self, post: Post) -> Sequence[Taken]:
        """Take in a post of a channel."""

    def file(self, data: bytes, name: str) -> Sequence[Taken]:
        """Take in a file; nothing in its name is believed."""

    def follow(self, url: str) -> Followed:
        """Follow the feeds at an address of a feed or a site."""

    def unfollow(self, url: str) -> bool:
        """Follow a feed no more; False when it was not followed."""

    def sources(self) -> Sequence[Source]:
        """What is followed, in a fixed order."""

    def status(self) -> Status:
        """How the library does."""
