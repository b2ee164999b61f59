"""What is decided for a subscription and what waits to be sent, as values; it knows no table."""

from dataclasses import dataclass
from typing import Literal

from bot.models import Language
from bot.subscriptions.subscription import Place
from bot.subscriptions.values import DigestItem, Scope

MAY_REPEAT = -1  # instead of a courier's mark: the message may be there already

DeliveryState = Literal["pending", "sending", "sent", "failed", "unknown"]


@dataclass(frozen=True, slots=True)
class Head:
    """What an edition is of: told from `since` up to `until`, seconds since the epoch."""

    scope: Scope
    language: Language
    since: int
    until: int
    zone: str  # that its days are of
    spent: bool = False  # the budget of the model that words it is used up


@dataclass(frozen=True, slots=True)
class Edition:
    """A digest as it is sent: the items shown, best first, and those that it only counts."""

    head: Head
    items: tuple[DigestItem, ...] = ()
    rest: tuple[DigestItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What becomes of a subscription that was due: where it stands then, and what it is sent, if anything."""

    subscription_id: int
    was_due: int
    next_due: int
    looked: int
    after: int
    empty_told: bool
    edition: Edition | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A digest on its way to a place."""

    id: int
    place: Place
    subscription_id: int
    edition: Edition
    made: int
    state: DeliveryState
    page: int
    attempts: int
    behind: int  # the courier's mark from before it was asked, or MAY_REPEAT
    messages: tuple[int, ...]

    @property
    def may_repeat(self) -> bool:
        """Whether the next message may have been sent before, which nobody knows."""
        return self.behind == MAY_REPEAT


@dataclass(frozen=True, slots=True)
class Had:
    """Which editions the places of subscriptions have had, and what these showed, of some matters."""

    editions: dict[int, frozenset[int]]  # by subscription; those without any are left out
    items: dict[int, tuple[DigestItem, ...]]  # by edition

    def items_of(self, editions: frozenset[int]) -> list[DigestItem]:
        """What some editions showed."""
        return [item for edition in sorted(editions) for item in self.items.get(edition, ())]
