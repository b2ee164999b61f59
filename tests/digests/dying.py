"""A process that decides and sends until it is done or killed, at a moment that nobody chooses.

usage: python -m tests.digests.dying DATABASE FILE SECONDS. What "Telegram" got is a line of the file.
"""

import asyncio
import os
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from bot.digests.courier import Delivered, Finding, NotSent, Outcome
from bot.digests.deciding import Decider
from bot.digests.sending import Sender, Tempo
from bot.store import Delivery, Store, open_store
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope
from tests.digests.made_up import MadeUpNews

NINE = 1_940_058_000
PLACES = 120
TOPICS = 6


@dataclass(frozen=True)
class FileCourier:
    """Telegram is a file, which outlives the process."""

    path: Path

    def mark(self, _chat: str) -> int:
        return 1

    def pause(self, _chat: str) -> float:
        return 0.0

    async def deliver(self, delivery: Delivery) -> Outcome:
        await asyncio.sleep(0.02)
        with self.path.open("a", encoding="ascii") as file:
            file.write(f"{delivery.id} {delivery.place.chat}\n")
        await asyncio.sleep(0.02)
        return Delivered(delivery.id)

    async def find(self, delivery: Delivery) -> Finding:
        lines = self.path.read_text("ascii").splitlines() if self.path.exists() else []
        there = f"{delivery.id} {delivery.place.chat}" in lines
        return Delivered(delivery.id) if there else NotSent()


def news() -> MadeUpNews:
    """The same in every process."""
    told = MadeUpNews()
    for number in range(5 * TOPICS):
        told.tell(number, NINE - 3600, f"topic {number % TOPICS}")
    return told


def subscribe(store: Store) -> None:
    """Everybody follows a topic."""
    for number in range(PLACES):
        place, scope = Place(f"telegram:{number + 1}"), Scope("topic", f"topic {number % TOPICS}")
        store.subscriptions.save(place, scope, "en", Manner(Schedule("daily", 540)), NINE - 60)


async def work(store: Store, path: Path) -> None:
    """Decide and send until nothing is left."""
    told = news()
    Decider(store, told).decide(NINE, told.sequence)
    sender, now = Sender(store, FileCourier(path), Tempo(per_second=500, burst=5, at_once=5)), float(NINE)
    while await sender.step(now) or store.outbox.counts().keys() & {"pending", "unknown"}:
        await asyncio.sleep(0.01)
        now += 1
    await sender.finish()


def main(database: str, path: str, seconds: str) -> None:
    """Work under a threat."""
    with open_store(Path(database)) as store:
        if float(seconds):
            threat = threading.Timer(float(seconds), os.kill, (os.getpid(), signal.SIGKILL))
            threat.daemon = True
            threat.start()
        asyncio.run(work(store, Path(path)))


if __name__ == "__main__":
    main(*sys.argv[1:])
