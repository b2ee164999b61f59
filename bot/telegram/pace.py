"""Sends at a pace that Telegram accepts and tries again what failed on the way; it knows nothing of texts.

Limits: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this . PTB's AIORateLimiter
has no limit for one private chat, and one RetryAfter makes it stop every chat; here it holds up only its own.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter

ATTEMPTS = 5
LONGEST_WAIT = 120.0  # seconds; a longer ban is reported instead of slept through
_WORTHLESS_LATER = frozenset({"sendChatAction", "sendMessageDraft"})
_UNPACED = _WORTHLESS_LATER | {
    "answerCallbackQuery",
    "answerInlineQuery",
    "deleteMessage",
    "getChatMember",
}
_CHATS_REMEMBERED = 2048

Response = bool | dict[str, Any] | list[dict[str, Any]]


class Rate(NamedTuple):
    """So many a second in the long run, `burst` of them at once."""

    per_second: float
    burst: int


# Telegram allows 30 messages a second in all, one a second in a chat (more at times), 20 a minute in a group.
OVERALL = Rate(29.0, 10)
CHAT = Rate(1.0, 3)
GROUP = Rate(20 / 60, 5)


@dataclass(frozen=True, slots=True)
class Rates:
    """How fast we send."""

    overall: Rate = OVERALL
    chat: Rate = CHAT
    group: Rate = GROUP
    first_pause: float = 0.5  # seconds before the second attempt after a network error; doubled each time


@dataclass(slots=True)
class Meter:
    """The generic cell rate algorithm: tells how long to wait, in seconds of one monotonic clock."""

    rate: Rate
    due: float = 0.0  # when everything let through so far would have gone at an even pace

    def delay(self, now: float) -> float:
        """Take a place and return how long it is until it may go."""
        interval = 1 / self.rate.per_second
        self.due = max(self.due, now) + interval
        return max(0.0, self.due - self.rate.burst * interval - now)

    def hold(self, until: float) -> None:
        """Let nothing through before `until`."""
        self.due = max(self.due, until + (self.rate.burst - 1) / self.rate.per_second)


@dataclass(slots=True)
class ChatPace(BaseRateLimiter[int]):
    """PTB's hook around every request but getUpdates."""

    rates: Rates = field(default_factory=Rates)
    overall: Meter = field(init=False)
    chats: dict[int | str, Meter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.overall = Meter(self.rates.overall)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Response]],
        args: tuple[object, ...],
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Response:
        """Make one request in time; raises what the last attempt raised."""
        chat = None if endpoint in _UNPACED else data.get("chat_id")
        attempts = 1 if endpoint in _WORTHLESS_LATER else rate_limit_args or ATTEMPTS
        for attempt in range(1, attempts):
            await self._turn(chat)
            try:
                return await callback(*args, **kwargs)
            except (RetryAfter, NetworkError) as error:
                pause = self._pause(error, attempt)
                if chat is not None and isinstance(error, RetryAfter):
                    self._meter(chat).hold(_now() + pause)
            await asyncio.sleep(pause)
        await self._turn(chat)
        return await callback(*args, **kwargs)

    async def _turn(self, chat: int | str | None) -> None:
        if chat is None:
            return
        await asyncio.sleep(self._meter(chat).delay(_now()))
        await asyncio.sleep(self.overall.delay(_now()))

    def _meter(self, chat: int | str) -> Meter:
        if len(self.chats) > _CHATS_REMEMBERED:
            now = _now()
            self.chats = {key: meter for key, meter in self.chats.items() if meter.due > now}
        is_group = isinstance(chat, str) or chat < 0
        return self.chats.setdefault(chat, Meter(self.rates.group if is_group else self.rates.chat))

    def _pause(self, error: RetryAfter | NetworkError, attempt: int) -> float:
        """How long to wait before the next attempt; raises the error when there must be none."""
        if isinstance(error, RetryAfter):
            seconds = seconds_of(error.retry_after)
            if seconds > LONGEST_WAIT:
                raise error
            return seconds
        if isinstance(error, BadRequest | InvalidToken) or _may_have_arrived(error):
            raise error
        return float(self.rates.first_pause * 2 ** (attempt - 1))


def _may_have_arrived(error: NetworkError) -> bool:
    """Whether Telegram may have done what was asked: a message must rather be missing than come twice."""
    return isinstance(error, TimedOut) and type(error.__cause__).__name__ in {"ReadTimeout", "WriteTimeout"}


def seconds_of(value: float | timedelta) -> float:
    """PTB gives whole seconds now and a timedelta in its next version."""
    return value.total_seconds() if isinstance(value, timedelta) else float(value)


def _now() -> float:
    return asyncio.get_running_loop().time()
