"""What the Telegram front end needs of the rest of the house, as protocols; it knows no implementation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.digests.text import Digest
from bot.models import Answer, Citation, Claim, Language

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

    def digest(self, text: str, language: Language, now: datetime) -> Digest:
        """What is new of what some words name, in the period that they name; raises UsageError."""


class AnswererProtocol(Protocol):
    """Whoever answers: synchronous, called in worker threads, one call at a time for one conversation."""

    def ask(
        self, text: str, now: datetime, conversation: str | None = None, on_claims: OnClaims | None = None
    ) -> Answer:
        """Answer one question of a conversation; `on_claims` hears of claims while the answer is made."""

    def reset(self, conversation: str) -> None:
        """Forget a conversation."""

    def overview(self) -> Overview:
        """What the library holds now."""

    def evidence(self, citation: Citation) -> Excerpt | None:
        """A citation with its surroundings; None when the library does not hold it any more."""

    def elsewhere(self, answer: Answer, now: datetime) -> Sequence[Excerpt]:
        """What other sources than those of an answer hold nearest to its question."""

    def examples(self, language: Language, now: datetime) -> Sequence[str]:
        """A few questions that have answers."""
