"""A subscription, and a place that it is delivered to, as values; they know no store and no front end."""

from dataclasses import dataclass
from datetime import tzinfo
from typing import Literal

from bot.models import Language
from bot.subscriptions.schedule import QuietHours, Schedule
from bot.subscriptions.values import Scope
from bot.subscriptions.zones import zone_of

WhenEmpty = Literal["nothing", "once"]  # say nothing when there is no news, or say so once until there is


@dataclass(frozen=True, slots=True)
class Place:
    """A chat by its front end's key, as "telegram:12345", and a topic in it."""

    chat: str
    thread: int = 0  # 0 for the chat itself


@dataclass(frozen=True, slots=True)
class Times:
    """What a place said of its times, perhaps before it followed anything."""

    zone: str  # as zones.find_zone names it
    quiet: QuietHours | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How a subscription is delivered."""

    schedule: Schedule
    zone: str = "UTC"  # as zones.find_zone names it
    quiet: QuietHours | None = None
    when_empty: WhenEmpty = "nothing"

    @property
    def time_zone(self) -> tzinfo:
        """The zone that its times are of."""
        return zone_of(self.zone)


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a place follows, and how far it was told. Moments are seconds since the epoch."""

    id: int
    place: Place
    language: Language
    scope: Scope
    manner: Manner
    next_due: int
    looked: int  # until when it was told; 0 for never
    after: int  # the library's sequence number up to which it was told
    empty_told: bool = False  # that there was no news, and there has been none since
