"""Three simulated days of 200 feeds that misbehave, at full size: `python -m tests.feed_site`.

The bot follows them in a process of its own that is killed five times, and is asked questions meanwhile.
Shown at the end: articles stored once, twice or never, addresses asked for, memory, the time of an answer.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from bot.answers.service import Answerer
from bot.app.library import Whosaid, open_whosaid
from bot.config import load_settings
from bot.ingest.getting import Getter
from bot.ingest.poll import Poller
from bot.ingest.workshop import Workshop
from bot.sources import AddressPolicy, Fetcher, FetchLimits
from bot.store import open_store
from tests.sources.misbehaving import HOURS, START, Misbehaving, misbehaving
from tests.sources.server import Headers, Reply

LIMITS = FetchLimits(body=2_000_000, unpacked=5_000_000, seconds=1.0, silence=0.5, redirects=5)
QUESTIONS = (
    "What did Ada Quill say?",
    "Что сказал Глеб Ключарёв?",
    "What did Edith Umber say about boats?",
    "Кто говорил о причалах?",
    "What did Nobody Atall say?",
)
BETWEEN = 0.2  # seconds between two questions


class Clocked(Misbehaving):
    """The site, whose clock the bot's process sets."""

    def answers(self, path: str, headers: Headers) -> Reply:
        if path.startswith("/clock/"):
            self.hour = max(self.hour, float(path.rpartition("/")[2]))
            return Reply(200, str(self.hour).encode())
        return super().answers(path, headers)


def follow(database: Path, clock: str, notes: Path) -> None:
    """The bot's process: polls from hour to hour, and is asked questions meanwhile."""
    outside: list[str] = []

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.connect" and isinstance(arguments[1], tuple):
            host = str(arguments[1][0])
            if not host.startswith("127."):
                outside.append(host)

    sys.addaudithook(audit)
    hour = [float(_get(f"{clock}/clock/0"))]
    now = lambda: START + timedelta(hours=hour[0])  # noqa: E731
    settings = load_settings(None).model_copy(update={"whosaid_db": database})
    with open_whosaid(settings) as whosaid:
        whosaid.answerer.warm_up(now())
        ends = threading.Event()
        asking = threading.Thread(target=_ask, args=(whosaid, ends, notes, now), daemon=True)
        asking.start()
        getter = Getter(Fetcher(AddressPolicy(allow_loopback=True), LIMITS), Workshop(1), now)
        poller = Poller(whosaid.store, getter, now)
        follower = Answerer(whosaid.store, whosaid.index)
        while hour[0] < HOURS:
            poller.poll(stored=follower.catch_up)
            due = ((whosaid.store.feeds.next_due() or 0) - START.timestamp()) / 3600
            hour[0] = float(_get(f"{clock}/clock/{max(hour[0] + 1 / 6, due)}"))
        ends.set()
        asking.join()
    _note(notes, {"outside": outside})


def _ask(whosaid: Whosaid, ends: threading.Event, notes: Path, now: object) -> None:
    for number in range(10**9):
        began, used = time.perf_counter(), time.thread_time()
        whosaid.answerer.ask(QUESTIONS[number % len(QUESTIONS)], now())  # type: ignore[operator]
        spent = (time.perf_counter() - began) * 1000
        _note(notes, {"ms": spent, "cpu": (time.thread_time() - used) * 1000})
        if ends.wait(BETWEEN):
            return


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=30) as answer:
        body: bytes = answer.read()
        return body


def _note(notes: Path, fact: dict[str, object]) -> None:
    with notes.open("a") as file:
        file.write(json.dumps(fact) + "\n")


def memory(pid: int) -> tuple[float, float]:
    """Megabytes of a process and its children (Linux): RSS, and PSS, which counts shared pages once."""
    family, held = [pid], Counter[str]()
    for each in family:
        with suppress(OSError):
            family += [int(child) for child in Path(f"/proc/{each}/task/{each}/children").read_text().split()]
            lines = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
            held.update(
                {line[:4]: int(line.split()[1]) for line in lines if line.startswith(("Rss:", "Pss:"))}
            )
    return held["Rss:"] / 1024, held["Pss:"] / 1024


def run(site: Clocked, folder: Path, kills: int) -> dict[str, object]:
    """Serve the site, let the bot follow it, kill it so often; what came of it."""
    database, notes = folder / "site.db", folder / "notes.jsonl"
    with open_store(database) as store:
        for url in site.feed_urls():
            store.feeds.add(url, "", "", int(START.timestamp()), 1800)
    chance, began = random.Random(5), time.monotonic()
    rss = pss = 0.0
    deaths = sorted(chance.uniform(1, HOURS - 4) for _ in range(kills))
    died = 0
    while site.hour < HOURS:
        command = [sys.executable, "-m", "tests.feed_site", "--follow", str(database), site.servers[0].url]
        process = subprocess.Popen([*command, str(notes)], start_new_session=True)
        while process.poll() is None:
            time.sleep(0.25)
            now_rss, now_pss = memory(process.pid)
            rss, pss = max(rss, now_rss), max(pss, now_pss)
            if died < len(deaths) and site.hour > deaths[died]:
                time.sleep(chance.uniform(0, 1))
                os.killpg(process.pid, signal.SIGKILL)
                died += 1
        if process.returncode > 0:
            raise SystemExit("the bot's process failed")
    return report(site, database, notes) | {
        "killed": died,
        "peak RSS, PSS MB": f"{rss:.0f}, {pss:.0f}",
        "seconds": round(time.monotonic() - began),
    }


def report(site: Misbehaving, database: Path, notes: Path) -> dict[str, object]:
    """What is in the library, against what could be had."""
    facts = [json.loads(line) for line in notes.read_text().splitlines()]
    times = [fact["ms"] for fact in facts if "ms" in fact]
    cpu = [fact["cpu"] for fact in facts if "cpu" in fact]
    with open_store(database) as store:
        found = Counter(_words(store.articles.get(range(1, store.articles.count() + 1)).values()))
        feeds = store.feeds.all()
    expected = site.reachable()
    return {
        "feeds": len(feeds),
        "paused": sum(feed.paused for feed in feeds),
        "articles reachable": len(expected),
        "stored once": sum(found[word] == 1 for word in expected),
        "stored twice": sorted(word for word in found if found[word] > 1)[:5],
        "missed": sorted(word for word in expected if not found[word])[:5],
        "requests": sum(site.asked.values()),
        "addresses outside": [host for fact in facts for host in fact.get("outside", [])],
        "questions": len(times),
        "answer ms median": round(median(times)),
        "answer ms p95": round(quantiles(times, n=20)[-1]),
        "of them CPU, p95": round(quantiles(cpu, n=20)[-1]),
    }


def _words(articles: object) -> Iterator[str]:
    for article in articles:  # type: ignore[attr-defined]
        yield from (word for word in article.text.split() if word.startswith("wort"))


def main() -> None:
    """Run it, or be the bot's process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--follow", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--articles", type=int, default=25, help="of each feed")
    parser.add_argument("--hosts", type=int, default=20, help="loopback addresses (Linux)")
    parser.add_argument("--kills", type=int, default=5)
    options = parser.parse_args()
    if options.follow:
        database, clock, notes = options.follow
        follow(Path(database), clock, Path(notes))
        return
    site = Clocked(options.feeds, options.articles)
    with tempfile.TemporaryDirectory() as folder, misbehaving(site, options.hosts):
        for name, value in run(site, Path(folder), options.kills).items():
            sys.stdout.write(f"{name:20}{value}\n")


if __name__ == "__main__":
    main()
