"""What the Telegram front end needs of the rest of the house, as protocols; it knows no implementation."""

from datetime import datetime
from typing import Protocol

from bot.models import Answer


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


class AnswererProtocol(Protocol):
    """Whoever answers: synchronous, called in worker threads, one call at a time for one conversation."""

    def ask(self, text: str, now: datetime, conversation: str | None = None) -> Answer:
        """Answer one question of a conversation."""

    def reset(self, conversation: str) -> None:
        """Forget a conversation."""

    def overview(self) -> Overview:
        """What the library holds now."""
