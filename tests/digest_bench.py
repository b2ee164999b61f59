"""How long it takes to decide the digests of very many subscriptions, and what that grows with.

The library is made up: 5,000 articles of one day on 500 topics. All subscriptions are due at the same moment,
the worst that can be; each is to one topic. Times are of the processor, so that other work of the machine
counts for nothing.
"""

import random
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.digests.composer import Composer
from bot.digests.deciding import Decider
from bot.ingest.analyse import analyse
from bot.models import Draft, Language
from bot.store import Store, open_store
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import DigestItem, Scope, Window

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SIZES = (1_000, 10_000, 100_000)
ARTICLES = 5_000
SAVED = 500  # articles in a transaction
FIRST = (
    "Amber", "Basalt", "Birch", "Cedar", "Clover", "Cobalt", "Copper", "Coral", "Crimson", "Ebony",
    "Fennel", "Garnet", "Granite", "Hazel", "Indigo", "Ivory", "Juniper", "Laurel", "Linden", "Maple",
    "Marble", "Opal", "Poplar", "Saffron", "Walnut",
)  # fmt: skip
SECOND = (
    "archive", "bakery", "bridge", "canal", "factory", "ferry", "garden", "harbour", "library",
    "lighthouse", "market", "mill", "museum", "observatory", "orchard", "quarry", "railway", "theatre",
    "tower", "vineyard",
)  # fmt: skip
TOPICS = tuple(f"{first} {second}" for first in FIRST for second in SECOND)
LINES = (
    "The {topic} will open {count} rooms to visitors before the end of {month}, its board decided on Monday.",
    "Repairs of the {topic} cost {count} thousand crowns more than planned, an audit found.",
    "“We counted {count} visitors at the {topic} in {month},” director {name} said.",
    "{name} told reporters that the {topic} needed {count} more workers.",
)
NAMES = ("Mira Holm", "Ivan Stark", "Olga Vetrova", "Pavel Lind", "Nina Karsky", "Anton Bellow")
MONTHS = ("January", "March", "May", "July", "October")


@dataclass
class Timed:
    """A composer with a stop-watch, which counts the time of the processor."""

    composer: Composer
    seconds: float = 0.0

    def compose(self, scope: Scope, window: Window, language: Language) -> Sequence[DigestItem]:
        """The same, timed."""
        began = time.process_time()
        try:
            return self.composer.compose(scope, window, language)
        finally:
            self.seconds += time.process_time() - began

    def touching(self, scope: Scope, window: Window) -> frozenset[str]:
        """As it stands: nobody here follows a second topic."""
        return self.composer.touching(scope, window)


def drafts(count: int) -> Iterator[Draft]:
    """Short articles of the day before, evenly over the topics."""
    draw = random.Random(5)
    for number in range(count):
        topic = TOPICS[number % len(TOPICS)]
        said = {"topic": topic, "name": draw.choice(NAMES), "month": draw.choice(MONTHS)}
        lines = [line.format(count=draw.randrange(2, 900), **said) for line in draw.sample(LINES, 3)]
        title = f"{topic}: {draw.choice(MONTHS)} plan number {draw.randrange(1000)}"
        published = (NOW - timedelta(seconds=15 * (number + 1))).isoformat()
        yield Draft(
            f"https://bench.example.org/digest/{number}", title, "\n\n".join(lines), published, "bench"
        )


def digest_figures(folder: Path, say: Callable[[str, str], None], articles: int = ARTICLES) -> None:
    """Build the library once, then decide for each number of subscriptions on a copy of it."""
    library = folder / "digests.db"
    with open_store(library) as store:
        made = [analyse(draft) for draft in drafts(articles)]
        for start in range(0, len(made), SAVED):
            store.articles.save(made[start : start + SAVED])
        began = time.process_time()
        Composer(store).catch_up()
        spent = time.process_time() - began
        say("stories of articles for digests", f"{articles} articles grouped in {spent:.1f} s")
    for size in SIZES:
        copy = folder / f"digests-{size}.db"
        shutil.copy(library, copy)
        with open_store(copy) as store:
            subscribe(store, size)
            say(f"digests of {size} subscriptions", decide(store))


def subscribe(store: Store, count: int) -> None:
    """Every chat follows one topic, daily at nine."""
    before = int((NOW - timedelta(hours=1)).timestamp())
    for number in range(count):
        topic = TOPICS[number % len(TOPICS)]
        place, manner = Place(f"telegram:{number + 1}"), Manner(Schedule("daily", 9 * 60))
        store.subscriptions.save(place, Scope("topic", topic), "en", manner, before)


def decide(store: Store) -> str:
    """Decide all at once; what it took."""
    composer = Composer(store)
    sequence = composer.catch_up()
    timed = Timed(composer)
    began = time.process_time()
    count = Decider(store, timed).decide(int(NOW.timestamp()), sequence)
    whole = time.process_time() - began
    return (
        f"{whole:5.1f} s: composing {count['groups']} topics {timed.seconds:.1f} s, the rest"
        f" {whole - timed.seconds:.1f} s; {count['digests']} digests"
    )
