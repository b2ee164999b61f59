"""What everybody in the simulation should have been told, and when, apart from the code under test.

Due moments are found by looking at every minute of the time. A digest may come a little after its moment, and
after whatever kept the bot from working; a moment that a wrong clock showed too early counts as over.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple, Protocol, Self
from zoneinfo import ZoneInfo

from bot.store import Delivery
from bot.subscriptions.schedule import DAY, HOUR, QuietHours, Schedule
from bot.subscriptions.subscription import Place, Subscription
from bot.subscriptions.values import article_mark
from tests.digests.world import START, Stretch, World

PATIENCE = HOUR  # how much later than its moment a digest may come: flood waits, and tries 15 minutes apart
BEFORE = 3 * DAY  # of the start, and after the end, for which minutes are looked at


class Line(NamedTuple):
    """An item that arrived."""

    title: str
    kind: str
    marks: tuple[str, ...]
    lines: tuple[str, ...]
    update: bool


class Sent(NamedTuple):
    """A message that arrived, with what of its digest it shows; the rest counts with the first message."""

    delivery: int
    page: int
    place: Place
    subscription: int
    made: int  # by the bot's clock
    at: float
    may_repeat: bool
    items: tuple[Line, ...]
    counted: tuple[str, ...]  # marks and lines of items that are only counted

    @classmethod
    def of(cls, delivery: Delivery, at: float, per_page: int) -> Self:
        """What arrives of a delivery."""
        shown = delivery.edition.items[per_page * delivery.page : per_page * (delivery.page + 1)]
        items = tuple(
            Line(one.title, one.kind, one.marks, tuple(claim.text for claim in one.claims), one.update)
            for one in shown
        )
        rest = delivery.edition.rest if delivery.page == 0 else ()
        counted = tuple(told for one in rest for told in (*one.marks, *(claim.text for claim in one.claims)))
        return cls(
            delivery.id,
            delivery.page,
            delivery.place,
            delivery.subscription_id,
            delivery.made,
            at,
            delivery.may_repeat,
            items,
            counted,
        )


class AnyArticle(Protocol):
    """An article that people are to be told of."""

    @property
    def number(self) -> int:
        """Its id."""

    @property
    def topic(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def speaker(self) -> str: ...
    @property
    def line(self) -> str:
        """What a digest tells of it."""

    @property
    def said(self) -> str:
        """What its speaker says."""

    @property
    def is_news(self) -> bool:
        """Whether it tells what none did before."""


class News(Protocol):
    """What there was to tell."""

    @property
    def articles(self) -> Sequence[AnyArticle]:
        """In the order in which they arrived."""


@cache
def _walls(zone: str, days: int) -> tuple[list[int], list[datetime]]:
    """Every minute of the time as local time, and the latest local time up to each."""
    begin, count = START - BEFORE, (days * DAY + 2 * BEFORE) // 60
    local = [
        datetime.fromtimestamp(begin + 60 * n, ZoneInfo(zone)).replace(tzinfo=None) for n in range(count)
    ]
    latest: list[datetime] = []
    for wall in local:
        latest.append(max(wall, latest[-1]) if latest else wall)
    return [wall.hour * 60 + wall.minute for wall in local], latest


@cache
def moments(schedule: Schedule, zone: str, quiet: QuietHours | None, days: int) -> list[int]:
    """When a digest is due, in true time; found by walking over minutes."""
    minutes, latest = _walls(zone, days)
    if schedule.recurrence == "hourly":
        found = [n for n, minute in enumerate(minutes) if minute % 60 == schedule.minute]
    else:
        found = [bisect_left(latest, wall) for wall in _wanted(schedule, latest)]
    awake = {_awake(n, minutes, quiet) for n in found}
    return sorted(START - BEFORE + 60 * n for n in awake if n < len(minutes))


def _wanted(schedule: Schedule, latest: Sequence[datetime]) -> Iterator[datetime]:
    day = latest[0].replace(hour=0, minute=0) + timedelta(days=1)
    while day < latest[-1]:
        number = day.isoweekday()
        if {"daily": True, "weekdays": number <= 5, "weekly": number == schedule.weekday}[
            schedule.recurrence
        ]:
            yield day + timedelta(minutes=schedule.minute)
        day += timedelta(days=1)


def _awake(number: int, minutes: Sequence[int], quiet: QuietHours | None) -> int:
    while quiet and number < len(minutes) and quiet.holds(minutes[number]):
        number += 1
    return number


@dataclass
class Ledger:
    """Of one simulation."""

    world: World
    down: list[Stretch] = field(default_factory=list)  # when no process ran
    subscriptions: dict[int, Subscription] = field(default_factory=dict)
    checked: Counter[str] = field(default_factory=Counter)
    _deadlines: dict[tuple[str, QuietHours | None, int], int] = field(default_factory=dict)

    def subscribed(self, one: Subscription) -> None:
        """Somebody follows something."""
        self.subscriptions[one.id] = one

    def faults(self, sent: Sequence[Sent], news: News) -> list[str]:
        """Everything that was wrong, in words."""
        by_place: dict[Place, list[Sent]] = defaultdict(list)
        for one in sent:
            by_place[one.place].append(one)
        return [
            *self._repeated_messages(sent),
            *(fault for place in by_place.values() for fault in self._repeated_items(place)),
            *self._repeated_moments(sent),
            *self._missing(by_place, news),
        ]

    def _repeated_messages(self, sent: Sequence[Sent]) -> Iterator[str]:
        there: set[tuple[int, int]] = set()
        for one in sent:
            self.checked["messages"] += 1
            if (one.delivery, one.page) in there and not one.may_repeat:
                yield f"message {one.page} of delivery {one.delivery} came twice to {one.place}"
            there.add((one.delivery, one.page))

    def _repeated_items(self, sent: Sequence[Sent]) -> Iterator[str]:
        lines: set[str] = set()
        stories: set[str] = set()  # marks
        for one in sent:
            for item in one.items:
                self.checked["items"] += 1
                again = lines.intersection(item.lines)
                if again and not one.may_repeat:
                    yield f"{one.place} was told twice: {again}"
                is_update = not stories.isdisjoint(item.marks)
                if item.kind == "story" and is_update != item.update and not one.may_repeat:
                    yield f"{item.title} came to {one.place} as {'an update' if item.update else 'new'}"
                lines.update(item.lines)
                stories.update(item.marks if item.kind == "story" else ())

    def _repeated_moments(self, sent: Sequence[Sent]) -> Iterator[str]:
        """Each due moment has one digest at most, also when the clock shows it twice."""
        served: dict[tuple[int, int], int] = {}
        for one in sent:
            subscription = self.subscriptions[one.subscription]
            if one.page or one.may_repeat or subscription.manner.schedule.recurrence == "at_once":
                continue
            due = self._moments(subscription)
            moment = bisect_right(due, one.made)
            if any(_is_confusing(jump, subscription, one.at) for jump in self.world.jumps):
                continue
            self.checked["moments"] += 1
            key = (one.subscription, moment)
            if key in served:
                yield f"subscription {one.subscription}: deliveries {served[key]} and {one.delivery} at once"
            served[key] = one.delivery

    def _missing(self, by_place: dict[Place, list[Sent]], news: News) -> Iterator[str]:
        """Every article is told in time to every place that follows it."""
        following: dict[Place, list[Subscription]] = defaultdict(list)
        for subscription in self.subscriptions.values():
            following[subscription.place].append(subscription)
        arrivals = list(zip(self.world.arrivals, news.articles, strict=False))
        for place, subscriptions in following.items():
            told = _first_told(by_place.get(place, ()))
            for arrival, article in arrivals:
                for subscription in subscriptions:
                    if article.is_news and _wants(subscription, article):
                        yield from self._late(subscription, article, arrival.at, told)

    def _late(
        self, subscription: Subscription, article: AnyArticle, arrived: int, told: dict[str, float]
    ) -> Iterator[str]:
        by = self._deadline(subscription, arrived)
        gone = self.world.gone.get(subscription.place.chat)
        if by is None or by > self.world.plan.end or (gone and arrived < gone.end + DAY and by > gone.start):
            return
        self.checked["articles"] += 1
        is_spoken = subscription.scope.kind == "speaker"
        mark = f"said:{article.number}" if is_spoken else article_mark(article.number)
        line = article.said if is_spoken else article.line
        never = float("inf")
        at = min(told.get(mark, never), told.get(line, never))
        if at > by:
            when = "never" if at == never else f"{at - by:.0f} s too late"
            yield f"{subscription.place} was told of article {article.number} {when} ({subscription.manner})"

    def _deadline(self, subscription: Subscription, arrived: int) -> int | None:
        """When an article must have been told at the latest; None when it is not looked at."""
        due = self._due_after(subscription, arrived)
        if due is None:
            return None
        key = (subscription.manner.zone, subscription.manner.quiet, due)
        if key not in self._deadlines:
            # what is late may fall into quiet hours
            late = self._after_obstacles(subscription, due) + PATIENCE
            self._deadlines[key] = self._out_of_quiet(subscription, late) + PATIENCE
        return self._deadlines[key]

    def _after_obstacles(self, subscription: Subscription, due: int) -> int:
        """When nothing keeps the bot from telling any more; the end of one obstacle may lie in the next."""
        begun = -1
        while begun != due:
            begun = due
            for one in (*self.down, *self.world.outages, *self.world.jumps):
                if one.start - PATIENCE <= due < one.end + PATIENCE:
                    due = one.end + PATIENCE
            due = self._out_of_quiet(subscription, due)
        return due

    def _due_after(self, subscription: Subscription, arrived: int) -> int | None:
        if subscription.manner.schedule.recurrence == "at_once":
            return arrived + 60 if arrived > START + HOUR else None
        due = self._moments(subscription)
        second = bisect_right(due, START) + 1  # what a first digest tells is another matter
        if second >= len(due) or arrived <= due[second]:
            return None
        coming = due[bisect_right(due, arrived) :]
        return next((moment for moment in coming if not self._is_over(moment)), None)

    def _is_over(self, moment: int) -> bool:
        """Whether a wrong clock has shown it before it came."""
        return any(one.by > 0 and one.start < moment <= one.end + one.by for one in self.world.jumps)

    def _moments(self, subscription: Subscription) -> list[int]:
        manner = subscription.manner
        return moments(manner.schedule, manner.zone, manner.quiet, self.world.plan.days)

    def _out_of_quiet(self, subscription: Subscription, at: int) -> int:
        minutes, _ = _walls(subscription.manner.zone, self.world.plan.days)
        number = _awake((at - START + BEFORE) // 60, minutes, subscription.manner.quiet)
        return max(at, START - BEFORE + 60 * number)


def _is_confusing(jump: Stretch, subscription: Subscription, at: float) -> bool:
    """Whether a clock is, or was just now, so wrong that due moments are made anew.

    More than two times ahead: the moments skipped have digests again when they come. As far back: that looks
    like a clock which was ahead before, so a further digest, of what is new alone, may come when it is right.
    """
    far = 2 * HOUR if subscription.manner.schedule.recurrence == "hourly" else 2 * DAY
    return jump.start <= at < jump.end + 2 * PATIENCE and abs(jump.by) > far


def _first_told(sent: Iterable[Sent]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in sent:
        marks = (mark for item in one.items for mark in (*item.marks, *item.lines))
        for mark in (*one.counted, *marks):
            found.setdefault(mark, one.at)
    return found


def _wants(subscription: Subscription, article: AnyArticle) -> bool:
    scope = subscription.scope
    if scope.kind == "speaker":
        return article.speaker == scope.value and scope.about in {"", article.topic}
    return scope.kind == "everything" or scope.value in {article.topic, article.source}
