"""A courier with a memory, which brings messages or fails as it is told; it stands for Telegram in tests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.digests.courier import (
    Delivered,
    Finding,
    Gone,
    Held,
    Moved,
    NotSent,
    Outcome,
    Refused,
    Unanswered,
    Unknowable,
)
from bot.store import Delivery

Trouble = Literal[
    "held", "all held", "blocked", "deleted", "moved", "down", "refused", "lost", "silent", "defect"
]
PER_PAGE = 4  # items of a message


@dataclass(frozen=True, slots=True)
class Message:
    """What arrived."""

    number: int
    chat: str
    delivery: int
    page: int
    at: float
    may_repeat: bool


@dataclass(slots=True)
class FakeCourier:
    """`troubles` come one after the other, whatever is sent; None for none. `clock` stamps what arrives."""

    clock: Callable[[], float]
    troubles: list[Trouble | None] = field(default_factory=list)
    looks: list[Finding] = field(default_factory=list)  # what finding says instead of looking
    messages: list[Message] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)  # deliveries, in the order in which they were to be sent

    def mark(self, _chat: str) -> int:
        return 1000 + len(self.messages)

    def pause(self, chat: str) -> float:
        return 3.0 if "-" in chat else 1.0

    async def deliver(self, delivery: Delivery) -> Outcome:
        self.asked.append(delivery.id)
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble == "defect":
            raise KeyError("a defect")
        if trouble in {None, "silent"}:
            message = self.bring(delivery)
        if trouble in {"lost", "silent"}:
            return Unanswered()
        others: dict[str, Outcome] = {
            "held": Held(30),
            "all held": Held(30, everyone=True),
            "blocked": Gone("blocked"),
            "deleted": Gone("deleted"),
            "moved": Moved("telegram:-100"),
            "down": NotSent("no connection"),
            "refused": Refused("too odd"),
        }
        return others[trouble] if trouble else Delivered(message.number, self._is_last(delivery))

    async def find(self, delivery: Delivery) -> Finding:
        if self.looks:
            return self.looks.pop(0)
        assert delivery.behind, "it was marked before it was sent"
        for message in self.messages:
            is_it = (message.delivery, message.page) == (delivery.id, delivery.page)
            if is_it and message.number > delivery.behind:
                return Delivered(message.number, self._is_last(delivery))
        return NotSent()

    def arrived(self) -> Sequence[tuple[str, int]]:
        """Chats and pages, in order."""
        return [(message.chat, message.page) for message in self.messages]

    def _is_last(self, delivery: Delivery) -> bool:
        return PER_PAGE * (delivery.page + 1) >= len(delivery.edition.items)

    def bring(self, delivery: Delivery) -> Message:
        """It arrives."""
        message = Message(
            1001 + len(self.messages),
            delivery.place.chat,
            delivery.id,
            delivery.page,
            self.clock(),
            delivery.may_repeat,
        )
        self.messages.append(message)
        return message


UNKNOWABLE, UNANSWERED = Unknowable(), Unanswered()
