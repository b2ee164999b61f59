"""What models may use and what they used: budgets by day, by chat and in all. It asks no model."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.llm.usage import Call
from bot.models import Judged
from bot.store import ModelCall

DAY = 86_400
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Tokens, of questions and answers together; 0 means any number. Days are those of UTC."""

    per_day: int = 0
    per_chat: int = 0  # of one chat a day
    in_all: int = 0


@dataclass(frozen=True, slots=True)
class Prices:
    """Of a million tokens, in whatever money the operator counts."""

    tokens_in: float = 0.0
    tokens_out: float = 0.0

    def of(self, call: Call) -> float:
        """What a call cost."""
        return (call.tokens_in * self.tokens_in + call.tokens_out * self.tokens_out) / MILLION


class Calls(Protocol):
    """Where calls are kept."""

    def add(self, call: ModelCall) -> None:
        """Keep what a call took."""

    def tokens(self, since: int = 0, chat: str | None = None) -> int:
        """How many tokens were used from a moment on, by one chat or by all."""


class Account:
    """Books calls and tells whether there is still something left; usable from several threads.

    What is being written while somebody asks is not booked yet: budgets are exceeded by so many answers at
    most as are written at once.
    """

    def __init__(
        self,
        calls: Calls,
        limits: Limits | None = None,
        prices: Prices | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._calls = calls
        self._limits = limits or Limits()
        self._prices = prices or Prices()
        self._clock = clock

    def allows(self, conversation: str | None, tokens: int) -> bool:
        """Whether a call of some tokens is within all budgets."""
        today = int(self._clock()) // DAY * DAY
        limits, chat = self._limits, chat_of(conversation)
        return (
            _fits(limits.per_day, tokens, lambda: self._calls.tokens(today))
            and (not chat or _fits(limits.per_chat, tokens, lambda: self._calls.tokens(today, chat)))
            and _fits(limits.in_all, tokens, self._calls.tokens)
        )

    def book(self, conversation: str | None, call: Call, judged: Judged) -> None:
        """Keep what a call took and what became of the claims in it."""
        self._calls.add(
            ModelCall(
                int(self._clock()), chat_of(conversation), call.task, call.version, call.model, call.outcome,
                call.tokens_in, call.tokens_out, self._prices.of(call), call.ms,
                judged.kept, judged.repaired, judged.dropped,
            )
        )  # fmt: skip


def _fits(limit: int, tokens: int, used: Callable[[], int]) -> bool:
    return not limit or used() + tokens <= limit


def chat_of(conversation: str | None) -> str:
    """The key of a conversation without its branch."""
    return (conversation or "").split("#")[0]
