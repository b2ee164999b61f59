"""A made-up world for the simulation: people, news, and everything that goes wrong, drawn from one seed.

Times are true seconds since the epoch; the bot's clock may show others.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from bot.subscriptions.schedule import DAY, HOUR, QuietHours, Recurrence, Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope

# 60 days from here see clocks go forward in America (8 March), Morocco (22 March) and Europe (29 March), and
# back in Morocco (15 February), Chile and Australia (5 April): Casablanca has both
START = int(datetime(2026, 2, 10, tzinfo=UTC).timestamp())
ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "Europe/Moscow",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "America/New_York",
    "America/Los_Angeles",
    "America/Santiago",
    "America/Havana",
)
TOPICS = (
    "bridge", "school", "hospital", "factory", "airport", "museum", "theatre", "university", "port", "bank",
    "harbour", "court", "road", "church", "police", "stadium", "prison", "market", "hotel", "station",
)  # fmt: skip
SOURCES = ("Gazette", "Courier", "Вестник")
SPEAKERS = ("Ivan Stark", "Pavel Lind", "Anton Beller", "Otto Riva", "Boris Tamm")
RECURRENCES: tuple[Recurrence, ...] = (
    ("daily",) * 12 + ("weekdays",) * 3 + ("weekly",) * 2 + ("hourly", "at_once", "at_once")
)


class Arrival(NamedTuple):
    """An article comes in."""

    at: int
    story: int
    published: int
    topic: str
    source: str
    speaker: str


class Stretch(NamedTuple):
    """An interval in which something is wrong; `by` is what the clock is ahead, in seconds."""

    start: int
    end: int
    by: int = 0

    def holds(self, at: float) -> bool:
        """Whether a moment lies in it."""
        return self.start <= at < self.end


class Wish(NamedTuple):
    """A subscription to be made at the start."""

    place: Place
    scope: Scope
    manner: Manner


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the world is, and how bad."""

    subscribers: int = 2000
    days: int = 60
    seed: int = 1
    articles_a_day: int = 40
    kills_a_day: float = 2.0
    jumps: int = 14  # of the clock, there and back
    outages: int = 10
    blocked: float = 0.04  # of all chats, at some time; half of them come back
    flood: float = 0.004  # of all messages
    silence: float = 0.006

    @property
    def end(self) -> int:
        return START + self.days * DAY


class World:
    """Everything that will happen, whatever the bot does."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        draw = random.Random(plan.seed)
        self.arrivals = _news(plan, draw)
        self.wishes = [wish for number in range(plan.subscribers) for wish in _wishes(number, draw)]
        self.outages = _stretches(plan, draw, plan.outages, lambda: draw.randint(300, 2 * HOUR))
        self.jumps = _jumps(plan, draw)
        self.kills = sorted(draw.randint(START, plan.end) for _ in range(int(plan.kills_a_day * plan.days)))
        self.gone = _gone(plan, draw)
        self.draw = draw  # for what happens with single messages

    def clock(self, at: float) -> float:
        """What the bot's clock shows."""
        return at + sum(jump.by for jump in self.jumps if jump.holds(at))


def _news(plan: Plan, draw: random.Random) -> list[Arrival]:
    recent: list[tuple[int, str]] = []
    found = []
    for number, at in enumerate(
        sorted(draw.randint(START, plan.end) for _ in range(plan.articles_a_day * plan.days))
    ):
        if recent and draw.random() < 0.4:
            story, topic = draw.choice(recent[-30:])
        else:
            story, topic = number, draw.choice(TOPICS)
            recent.append((story, topic))
        published = at - draw.choice((0, 60, HOUR, 6 * HOUR))
        found.append(Arrival(at, story, published, topic, draw.choice(SOURCES), draw.choice(SPEAKERS)))
    return found


def _wishes(number: int, draw: random.Random) -> list[Wish]:
    """One or two of a chat; every tenth is a group, every twentieth a topic of one."""
    chat = -number - 1 if number % 10 == 9 else number + 1
    place = Place(f"telegram:{chat}", 7 if number % 20 == 19 else 0)
    zone = draw.choice(ZONES)
    quiet = (
        QuietHours(draw.randrange(1260, 1440, 15), draw.randrange(300, 600, 15))
        if draw.random() < 0.3
        else None
    )
    scopes = {_scope(draw) for _ in range(draw.choice((1, 1, 2)))}
    return [Wish(place, scope, Manner(_schedule(draw), zone, quiet)) for scope in sorted(scopes, key=str)]


def _scope(draw: random.Random) -> Scope:
    kind = draw.choice(("topic",) * 6 + ("speaker", "speaker", "source", "everything"))
    if kind == "speaker":
        return Scope("speaker", draw.choice(SPEAKERS), draw.choice(("", draw.choice(TOPICS))))
    values = {"topic": TOPICS, "source": SOURCES, "everything": ("",)}
    return Scope(kind, draw.choice(values[kind]))  # type: ignore[arg-type]


def _schedule(draw: random.Random) -> Schedule:
    recurrence = draw.choice(RECURRENCES)
    if recurrence in {"hourly", "at_once"}:
        return Schedule(recurrence, 0)
    # many in the hours in which clocks change
    minute = draw.choice((draw.randrange(0, 1440, 15), draw.randrange(0, 240, 15)))
    return Schedule(recurrence, minute, draw.randint(1, 7))


def _stretches(plan: Plan, draw: random.Random, count: int, length: Callable[[], int]) -> list[Stretch]:
    """Intervals that do not meet, one in each part of the time."""
    part = plan.days * DAY // max(1, count)
    starts = [START + number * part + draw.randint(0, part // 2) for number in range(count)]
    return [Stretch(start, start + min(length(), part // 3)) for start in starts]


def _jumps(plan: Plan, draw: random.Random) -> list[Stretch]:
    wrong = (600, -600, HOUR, -HOUR, 6 * HOUR, -6 * HOUR, 3 * DAY, -20 * HOUR)
    stretches = _stretches(plan, draw, plan.jumps, lambda: draw.randint(300, 2400))
    return [Stretch(one.start, one.end, wrong[number % len(wrong)]) for number, one in enumerate(stretches)]


def _gone(plan: Plan, draw: random.Random) -> dict[str, Stretch]:
    """When which chats block the bot."""
    found = {}
    for number in range(plan.subscribers):
        if number % 10 != 9 and draw.random() < plan.blocked:
            start = draw.randint(START + 5 * DAY, plan.end)
            end = start + draw.randint(DAY, 5 * DAY) if draw.random() < 0.5 else plan.end * 2
            found[f"telegram:{number + 1}"] = Stretch(start, end)
    return found
