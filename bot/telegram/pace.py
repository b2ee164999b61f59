"""Sends at a pace that Telegram accepts and tries again what failed on the way; it knows nothing of texts.

What may have been done although Telegram did not say so is looked for before it is done again; see `doubt`.

Limits: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this . PTB's AIORateLimiter
has no limit for one private chat, and one RetryAfter makes it stop every chat; here it holds up only its own.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple

from telegram.error import BadRequest, ChatMigrated, InvalidToken, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.telegram.doubt import Numbers, Unknowable, in_doubt, is_silence

ONCE = 1  # as rate_limit_args: one attempt, whose error is raised at once, for who tries again themselves
LOOKING = 2  # as rate_limit_args: one attempt at once, for looking for a message; see `doubt`
ATTEMPTS = 12  # with the pauses between them five minutes, in which only the chat itself waits
AT_START = 4  # attempts of getMe, which nobody but the operator waits for: they are to be told at once
LONGEST_PAUSE = 60.0  # seconds between two attempts
LONGEST_WAIT = 3600.0  # seconds; a longer ban is reported instead of slept through
_MAKING = frozenset({"sendMessage", "sendDocument", "sendPhoto"})  # what would be there twice
_WORTHLESS_LATER = frozenset({"sendChatAction", "sendMessageDraft"})
_ATTEMPTS = {"getMe": AT_START, **dict.fromkeys(_WORTHLESS_LATER, 1)}
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
    patience: float = 20.0  # seconds that Telegram may take to answer


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
    numbers: Numbers = field(default_factory=Numbers)
    overall: Meter = field(init=False)
    chats: dict[int, Meter] = field(default_factory=dict)

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
        request = _Request(callback, args, kwargs, data, makes=endpoint in _MAKING)
        if rate_limit_args in (ONCE, LOOKING):
            await self._turn(request.chat if rate_limit_args == ONCE else 0)
            return self._met(request, await request.make())
        last = self.numbers.last(request.chat) if request.makes else 0
        attempts = _ATTEMPTS.get(endpoint, ATTEMPTS)
        for attempt in range(1, attempts + 1):
            await self._turn(0 if endpoint in _UNPACED else request.chat)
            try:
                return self._met(request, await request.make())
            except ChatMigrated as error:
                data["chat_id"] = error.new_chat_id  # a group that has become a supergroup
            except (RetryAfter, NetworkError) as error:
                await self._pause(error, attempt, request)
                if sent := await self._sent(request, error, last):
                    return sent
                if attempt == attempts:
                    raise
        raise NetworkError("the chat moves on and on")

    async def _sent(
        self, request: "_Request", error: RetryAfter | NetworkError, last: int
    ) -> dict[str, Any] | None:
        """The message that Telegram made without saying so; raises the error when that is but likely."""
        if not request.makes or not in_doubt(error):
            return None
        try:
            number = await self.numbers.find(request.edit, request.chat, last)
        except Unknowable:
            # a message must rather be missing than come twice
            if is_silence(error):
                raise error from None
            return None
        if number is None:
            return None
        return _message(request.chat, number)

    def _met(self, request: "_Request", response: Response) -> Response:
        """The response; of a message made only its number: PTB takes longer to read one than to write it."""
        if not request.makes or not isinstance(response, dict):
            return response
        self.numbers.meet(request.chat, response["message_id"])
        return _message(request.chat, response["message_id"])

    async def _turn(self, chat: int) -> None:
        if not chat:
            return
        await asyncio.sleep(self._meter(chat).delay(_now()))
        await asyncio.sleep(self.overall.delay(_now()))

    def _meter(self, chat: int) -> Meter:
        if len(self.chats) > _CHATS_REMEMBERED:
            now = _now()
            self.chats = {key: meter for key, meter in self.chats.items() if meter.due > now}
        is_group = chat < 0
        return self.chats.setdefault(chat, Meter(self.rates.group if is_group else self.rates.chat))

    async def _pause(self, error: RetryAfter | NetworkError, attempt: int, request: "_Request") -> None:
        """Wait before the next attempt; raises the error when there must be none."""
        if isinstance(error, BadRequest | InvalidToken):
            raise error
        seconds = min(LONGEST_PAUSE, self.rates.first_pause * 2 ** (attempt - 1))
        if isinstance(error, RetryAfter):
            seconds = seconds_of(error.retry_after)
            if seconds > LONGEST_WAIT:
                raise error
            if request.chat:
                self._meter(request.chat).hold(_now() + seconds)
        await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class _Request:
    """What PTB wants done; `makes` a message, which would be there twice if it were done twice."""

    callback: Callable[..., Coroutine[Any, Any, Response]]
    args: tuple[object, ...]
    kwargs: dict[str, Any]
    data: dict[str, Any]
    makes: bool

    @property
    def chat(self) -> int:
        """Where it is done; 0 for nowhere."""
        return self.data.get("chat_id") or 0

    def make(self) -> Coroutine[Any, Any, Response]:
        """Ask Telegram."""
        return self.callback(*self.args, **self.kwargs)

    def edit(self, number: int) -> Coroutine[Any, Any, Response]:
        """Ask Telegram to give a message the buttons of the one to be made."""
        same = {"chat_id": self.chat, "message_id": number, "reply_markup": self.data.get("reply_markup")}
        return self.callback("editMessageReplyMarkup", same, **self.kwargs)


def _message(chat: int, number: int) -> dict[str, Any]:
    """A message as Telegram would describe it at the least."""
    kind = "private" if chat > 0 else "supergroup"
    return {"message_id": number, "date": 0, "chat": {"id": chat, "type": kind}}


def seconds_of(value: float | timedelta) -> float:
    """PTB gives whole seconds now and a timedelta in its next version."""
    return value.total_seconds() if isinstance(value, timedelta) else float(value)


def _now() -> float:
    return asyncio.get_running_loop().time()
