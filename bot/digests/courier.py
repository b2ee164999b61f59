"""Whoever brings digests to people, as the sender sees it, and what can become of a message. Pure."""

from dataclasses import dataclass
from typing import Literal, Protocol

from bot.store import Delivery


@dataclass(frozen=True, slots=True)
class Delivered:
    """The message is there, under a number; `is_last` of its digest."""

    message: int
    is_last: bool = True


@dataclass(frozen=True, slots=True)
class NotSent:
    """The message is certainly not there; trying again may help."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Not sent: we are to wait so many seconds, with this chat or with all."""

    seconds: float
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """Not sent: nobody is there any more, or they do not want us."""

    state: Literal["blocked", "deleted"]


@dataclass(frozen=True, slots=True)
class Moved:
    """Not sent: the chat has another key now."""

    chat: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Not sent, and it never will be."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """No answer: the message may be there or not."""


@dataclass(frozen=True, slots=True)
class Unknowable:
    """Whether the message is there will never be known."""


Outcome = Delivered | NotSent | Held | Gone | Moved | Refused | Unanswered
Finding = Delivered | NotSent | Unanswered | Unknowable


class Courier(Protocol):
    """Makes messages of a digest and brings them, one at a time."""

    def mark(self, chat: str) -> int:
        """To remember before a message is sent, so that it can be found afterwards; 0 for nothing."""

    def pause(self, chat: str) -> float:
        """Seconds between two messages to a chat."""

    async def deliver(self, delivery: Delivery) -> Outcome:
        """Bring the message that comes next, which is number `delivery.page` of its digest."""

    async def find(self, delivery: Delivery) -> Finding:
        """Whether the message that comes next was brought before, after `delivery.behind` was marked."""
