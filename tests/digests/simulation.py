"""Two months of digests for two thousand people: a fake clock, a real database, and all that goes wrong.

usage: python -m tests.digests.simulation [--subscribers N] [--days N] [--seed N]

Twelve zones with changes of the clock both ways, processes killed while they decide and while they send,
flood waits, time-outs, an unreachable Telegram, people who block the bot and come back, wrong clocks. What
everybody should have been told, and when, is worked out apart from the code that is tested: see `ledger`.
"""

import argparse
import asyncio
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from bot.digests.courier import Delivered, Finding, Gone, Held, NotSent, Outcome, Unanswered
from bot.digests.deciding import Decider
from bot.digests.sending import Sender
from bot.models import Language
from bot.store import Delivery, Store, open_store
from bot.subscriptions.values import DigestItem, Scope, Window
from tests.digests.ledger import Ledger, Sent
from tests.digests.made_up import MadeUpNews
from tests.digests.real_news import RealNews
from tests.digests.world import HOUR, START, Plan, Stretch, World

LOOK_EVERY = 30.0  # seconds between two decisions
PER_PAGE = 4  # items of a message


class Killed(Exception):
    """The process is gone."""


@dataclass
class Life:
    """Of one process: `dies_in` counts what it still does before it dies."""

    dies_in: int | None = None
    is_dead: bool = False

    def risk(self) -> None:
        """A moment at which it may die."""
        if self.dies_in is not None:
            self.dies_in -= 1
            self.is_dead = self.is_dead or self.dies_in < 0
        if self.is_dead:
            raise Killed

    async def off_loop(self, work: Any, *arguments: Any) -> Any:
        """The dead write nothing."""
        self.risk()
        return work(*arguments)


@dataclass
class Telegram:
    """Brings messages, or not."""

    world: World
    at: float = START
    number: int = 1000
    there: dict[tuple[int, int], list[int]] = field(default_factory=dict)  # by delivery and page
    sent: list[Sent] = field(default_factory=list)
    per_second: Counter[int] = field(default_factory=Counter)

    def is_down(self) -> bool:
        """Whether it cannot be reached."""
        return any(one.holds(self.at) for one in self.world.outages)

    def bring(self, delivery: Delivery) -> None:
        """A message arrives."""
        self.number += 1
        self.per_second[int(self.at)] += 1
        self.there.setdefault((delivery.id, delivery.page), []).append(self.number)
        self.sent.append(Sent.of(delivery, self.at, PER_PAGE))


@dataclass
class Courier:
    """Of one process."""

    telegram: Telegram
    life: Life

    def mark(self, _chat: str) -> int:
        return self.telegram.number

    def pause(self, chat: str) -> float:
        return 3.0 if "-" in chat else 1.0

    async def deliver(self, delivery: Delivery) -> Outcome:
        world, draw = self.telegram.world, self.telegram.world.draw
        self.life.risk()
        gone = world.gone.get(delivery.place.chat)
        if self.telegram.is_down():
            return draw.choice((NotSent(), Unanswered()))
        if gone and gone.holds(self.telegram.at):
            return Gone("blocked")
        if draw.random() < world.plan.flood:
            return Held(draw.randint(1, 60), everyone=draw.random() < 0.1)
        trouble = draw.random() < world.plan.silence
        if trouble and draw.random() < 0.5:
            return Unanswered()
        self.telegram.bring(delivery)
        self.life.risk()
        return Unanswered() if trouble else self._delivered(delivery, self.telegram.number)

    async def find(self, delivery: Delivery) -> Finding:
        self.life.risk()
        if self.telegram.is_down():
            return Unanswered()
        for number in self.telegram.there.get((delivery.id, delivery.page), ()):
            if number > delivery.behind:
                return self._delivered(delivery, number)
        return NotSent()

    def _delivered(self, delivery: Delivery, number: int) -> Delivered:
        return Delivered(number, PER_PAGE * (delivery.page + 1) >= len(delivery.edition.items))


AnyNews = TypeVar("AnyNews", MadeUpNews, RealNews)


@dataclass
class Composer:
    """The news, told by a process that may die over it."""

    news: MadeUpNews | RealNews
    life: Life

    def compose(self, scope: Scope, window: Window, language: Language) -> list[DigestItem]:
        self.life.risk()
        return list(self.news.compose(scope, window, language))

    def touching(self, scope: Scope, window: Window) -> frozenset[str]:
        return self.news.touching(scope, window)


class Simulation(Generic[AnyNews]):
    """Lets the time pass; `courier` makes one for each process."""

    def __init__(self, world: World, store: Store, news: AnyNews, courier: type[Courier] = Courier) -> None:
        self.world = world
        self.courier = courier
        self.store = store
        self.news = news
        self.telegram = Telegram(world)
        self.ledger = Ledger(world)
        self.chance = random.Random(world.plan.seed + 1)
        self.arrivals = list(reversed(world.arrivals))
        self.kills = list(reversed(world.kills))
        self.returns = sorted((one.end, chat) for chat, one in world.gone.items() if one.end < world.plan.end)
        self.deaths = 0
        self.counts: dict[str, int] = {}  # of deliveries, at the end
        self.looked = 0.0
        self._start()

    def _start(self) -> None:
        """A new process."""
        self.life = Life()
        courier = self.courier(self.telegram, self.life)
        self.decider = Decider(self.store, Composer(self.news, self.life))
        self.sender = Sender(self.store, courier, off_loop=self.life.off_loop)
        self.looked = 0.0

    async def run(self) -> None:
        """From the start to the end."""
        asyncio.get_running_loop().set_exception_handler(_only_deaths)
        for wish in self.world.wishes:
            one = self.store.subscriptions.save(wish.place, wish.scope, "en", wish.manner, START)
            self.ledger.subscribed(one)
        at: float = START
        while at < self.world.plan.end:
            self.telegram.at = at
            self._happen(at)
            try:
                at = await self._work(at)
            except Killed:
                at = self._die(at)

    def _happen(self, at: float) -> None:
        while self.arrivals and self.arrivals[-1].at <= at:
            one = self.arrivals.pop()
            self.news.tell(one.story, one.published, one.topic, source=one.source, speaker=one.speaker)
        while self.returns and self.returns[0][0] <= at:
            _, chat = self.returns.pop(0)
            self.store.subscriptions.open_chat(chat, int(self.world.clock(at)))
        if self.kills and self.kills[-1] <= at:
            self.kills.pop()
            self.life.dies_in = self.chance.randint(0, 40)

    async def _work(self, at: float) -> float:
        """What the bot does at a moment; when it does something again."""
        now = self.world.clock(at)
        if not 0 <= at - self.looked < LOOK_EVERY:
            self.looked = at
            self.decider.decide(int(now), self.news.sequence)
        more = await self.sender.step(now)
        await self.sender.finish()
        if self.life.is_dead:
            raise Killed
        return at + 0.5 if more else self._next(at, now)

    def _next(self, at: float, now: float) -> float:
        (row,) = self.store._connections.rows(
            "SELECT min(next_due) AS due FROM placed_subscriptions WHERE state = 'open'"
            " AND recurrence <> 'at_once'"
        )
        (waiting,) = self.store._connections.rows(
            "SELECT min(next_try) AS at FROM deliveries WHERE ended IS NULL AND state <> 'sending'"
        )
        coming = [one - now for one in (row["due"], waiting["at"]) if one is not None and one > now]
        coming += [LOOK_EVERY] * (row["due"] is not None and row["due"] <= now)
        coming += [one.at - at for one in self.arrivals[-1:]]
        coming += [edge - at for one in self.world.jumps for edge in one[:2] if edge > at]
        coming += [one - at for one in self.kills[-1:]]
        return at + max(1.0, min([*coming, HOUR]))

    def _die(self, at: float) -> float:
        """When it is started again."""
        self.deaths += 1
        pause = self.chance.choice((5, 5, 20, 20, 60, 600, 3 * HOUR))
        self.ledger.down.append(Stretch(int(at), int(at + pause) + 1))
        self._start()
        return at + pause


def _only_deaths(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Tasks of a dead process end with it; anything else is an error."""
    if not isinstance(context.get("exception"), Killed):
        raise AssertionError(context["message"]) from context.get("exception")


def simulate(plan: Plan, folder: Path, courier: type[Courier] = Courier) -> Simulation[MadeUpNews]:
    """Run a plan with a database in a folder."""
    with open_store(folder / "simulation.db") as store:
        return _lived(Simulation(World(plan), store, MadeUpNews(), courier))


def simulate_real(plan: Plan, folder: Path) -> Simulation[RealNews]:
    """The same with articles that are taken in, grouped and composed as in earnest."""
    with open_store(folder / "simulation.db") as store:
        return _lived(Simulation(World(plan), store, RealNews(store)))


def _lived(simulation: Simulation[AnyNews]) -> Simulation[AnyNews]:
    asyncio.run(simulation.run())
    simulation.counts = simulation.store.outbox.counts()
    return simulation


def main(arguments: list[str]) -> int:
    """Run it and print what happened; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="simulation")
    parser.add_argument("--subscribers", type=int, default=2000)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        done = simulate(Plan(options.subscribers, options.days, options.seed), Path(folder))
    faults = done.ledger.faults(done.telegram.sent, done.news)
    lines = [
        f"subscribers: {options.subscribers}, subscriptions: {len(done.world.wishes)}, days: {options.days}",
        f"articles: {len(done.news.articles)}, deaths of the process: {done.deaths}",
        f"deliveries: {done.counts}; messages that arrived: {len(done.telegram.sent)}",
        f"most messages in a second: {max(done.telegram.per_second.values())}",
        f"said to be perhaps a repeat: {sum(one.may_repeat for one in done.telegram.sent)}",
        f"checked: {dict(done.ledger.checked)}",
        f"faults: {len(faults)}",
        *faults[:20],
        f"{time.perf_counter() - began:.0f} s",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(bool(faults))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
