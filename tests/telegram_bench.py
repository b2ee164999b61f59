"""Answers a second in Telegram, beside a bare PTB bot that replies with a constant text.

usage: python -m tests.telegram_bench [--updates 3000] [--chats 100]

Both bots run in a process of their own against the same strict fake server in a third one, its pace and our
own limits taken away, three times in turns: machines are noisy, and the medians are shown. The processor
time of an answer is that of the bot's process alone, which other load hardly changes. Every chat asks its
next question as soon as the last one is answered, so that so many chats wait at any time. Whosaid answers
over a library of 300 made-up articles, without a model; each answer must name the speaker that was asked
for, in the order of the chat: what is lost, doubled or out of order is counted. Memory is that of Whosaid's
process, at a quarter of its last run and at its end; `--updates 150000` shows whether it stays flat over
50,000.
"""

import argparse
import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.app.desk import Desk
from bot.app.library import open_whosaid
from bot.app.service import services
from bot.config import Settings
from bot.ingest import analyse
from bot.models import Draft
from bot.telegram.application import build_application
from bot.telegram.pace import Rate, Rates
from bot.telegram.serving import serve
from tests.bench import FAMILY, GIVEN, NOW, TOPICS, say
from tests.telegram.fake_api import TOKEN, FakeTelegram
from tests.telegram.fake_pace import Pace

ARTICLES = 300
WIDE = Rate(1e9, 1000)
NAMES = [f"{given} {family}" for given in GIVEN for family in FAMILY]
QUESTION = "What did {} say?"
CONSTANT = "All is well."
TURNS = 3
PATIENCE = 60.0  # seconds without any answer, after which a bot is given up


@dataclass
class Load:
    """What is asked and what came of it."""

    updates: int
    chats: int
    seconds: list[float] = field(default_factory=list)  # of each answer
    wrong: int = 0  # answers that are out of order, doubled or about somebody else
    memory: list[tuple[int, float]] = field(default_factory=list)  # answers so far, megabytes
    rate: float = 0.0  # answers a second
    busy: float = 0.0  # milliseconds of processor time an answer


class Crowd(FakeTelegram):
    """The fake server with people who ask one question after another."""

    def __init__(self, load: Load, names_speaker: bool) -> None:
        wide = (10**9, 1e9)
        super().__init__(Pace(wide, wide, wide))
        self.load = load
        self.names_speaker = names_speaker
        self.over = threading.Event()
        self._draw = random.Random(11)
        self._asked: dict[int, tuple[str, float]] = {}
        self._left = load.updates
        self.answered = 0
        self.last = time.monotonic()

    def begin(self) -> None:
        for chat in range(1, self.load.chats + 1):
            self._ask(chat)

    def handle(self, path: str, params: dict) -> tuple[int, dict] | None:
        answer = super().handle(path, params)
        self.calls.clear()
        return answer

    def _ask(self, chat: int) -> None:
        with self._changed:
            if self._left <= 0:
                self._asked.pop(chat, None)
                return
            self._left -= 1
            name = self._draw.choice(NAMES)
            self._asked[chat] = (name, time.perf_counter())
        self.written.clear()
        self.write(QUESTION.format(name), chat=chat)

    def _keep(self, chat: dict, number: int, content: dict) -> dict:
        message = {"message_id": number, "date": int(time.time()), "chat": chat, **content}
        is_last = not self.names_speaker or "reply_markup" in content or "found nothing" in content["text"]
        if is_last:
            self._answered(chat["id"], content["text"])
        return message

    def _answered(self, chat: int, text: str) -> None:
        with self._changed:
            name, began = self._asked.pop(chat, ("", 0.0))
            if not name or (self.names_speaker and name not in text):
                self.load.wrong += 1
            else:
                self.load.seconds.append(time.perf_counter() - began)
            self.answered += 1
            self.last = time.monotonic()
            if self.answered >= self.load.updates:
                self.over.set()
        self._ask(chat)


def bare(base_url: str) -> None:
    """A bot that replies with a constant text, as PTB's own examples are written, many updates at once."""

    async def reply(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(CONSTANT)

    built = Application.builder().token(TOKEN).base_url(base_url).concurrent_updates(True)
    application = built.connection_pool_size(256).build()
    application.add_handler(MessageHandler(filters.TEXT, reply))
    application.run_polling()


def ours(base_url: str, database: Path) -> None:
    """Whosaid as `whosaid run` builds it, without limits and pace."""
    settings = Settings(
        _env_file=None, whosaid_db=database, workers=1, questions_per_minute=0, questions_per_day=0
    )
    with open_whosaid(settings) as whosaid:
        whosaid.answerer.warm_up(whosaid.now())
        front = services(whosaid)
        assert isinstance(front.answerer, Desk)
        application = build_application(TOKEN, base_url, front, Rates(WIDE, WIDE, WIDE))
        asyncio.run(serve(application, front, asyncio.Event()))


def articles() -> Iterator[Draft]:
    """Made-up articles of a few short paragraphs; no sentence stands in two of them."""
    draw = random.Random(7)
    numbers = iter(range(100, 10**6))
    for number in range(ARTICLES):
        topic = draw.choice(TOPICS)
        paragraphs = [
            f"“We need {next(numbers)} workers for {topic},” {NAMES[number % len(NAMES)]} said on Monday.",
            f"The council met for the {next(numbers)}th time, and {next(numbers)} people came to listen.",
            f"{draw.choice(NAMES)} said that {topic} had cost {next(numbers)} thousand roubles so far.",
            f"A letter about {topic} was signed by {next(numbers)} people and read aloud in the town hall.",
        ]
        day = (NOW - timedelta(hours=number)).isoformat()
        url = f"https://bench.example.org/{number}"
        yield Draft(url, f"{topic.capitalize()}: part {number}", "\n\n".join(paragraphs), day, "bench")


def library(database: Path) -> None:
    """A library in which everybody says something."""
    settings = Settings(_env_file=None, whosaid_db=database, workers=1)
    with open_whosaid(settings) as whosaid:
        whosaid.store.articles.save([analyse(draft) for draft in articles()])
        whosaid.answerer.catch_up()


def run(kind: str, load: Load, database: Path) -> Load:
    """One bot under load."""
    with Crowd(load, kind == "whosaid") as api:
        command = [sys.executable, "-m", "tests.telegram_bench", "--bot", kind, api.base_url, str(database)]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            _wait_for_poller(api)
            began, busy = time.perf_counter(), processor(process.pid)
            api.begin()
            _watch(api, load, process.pid)
            load.rate = api.answered / (time.perf_counter() - began)
            load.busy = (processor(process.pid) - busy) / api.answered * 1000
        finally:
            process.kill()
            process.wait()
    return load


def _wait_for_poller(api: Crowd) -> None:
    deadline = time.monotonic() + PATIENCE
    while not api._poller:
        assert time.monotonic() < deadline, "the bot does not poll"
        time.sleep(0.05)


def _watch(api: Crowd, load: Load, process: int) -> None:
    """Note the memory of the bot now and then until all is answered."""
    api.last = time.monotonic()
    step = max(1, load.updates // 20)
    while not api.over.wait(0.1):
        assert time.monotonic() - api.last < PATIENCE, f"{api.answered} of {load.updates} answered, then none"
        if api.answered >= step * (len(load.memory) + 1):
            load.memory.append((api.answered, resident(process)))
    load.memory.append((api.answered, resident(process)))


def processor(process: int) -> float:
    """Seconds of processor time that a process has taken; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(process: int) -> float:
    """Megabytes of a process in memory; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def show(kind: str, loads: Sequence[Load]) -> tuple[float, float]:
    """The rows of one bot; its answers a second and the processor time of one."""
    rate, busy = (
        statistics.median(load.rate for load in loads),
        statistics.median(load.busy for load in loads),
    )
    spent = [seconds for load in loads for seconds in load.seconds]
    p95 = statistics.quantiles(spent, n=20)[-1] if len(spent) > 1 else 0.0
    times = f"p50 {statistics.median(spent):.2f} p95 {p95:.2f} s, {loads[0].chats} chats"
    say(f"Telegram, {kind}", f"{rate:.0f} answers a second, {busy:.1f} ms of processor each, {times}")
    return rate, busy


def main(arguments: Sequence[str]) -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(prog="telegram_bench")
    parser.add_argument("--updates", type=int, default=3000)
    parser.add_argument("--chats", type=int, default=100)
    parser.add_argument("--bot", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.bot:
        kind, base_url, database = options.bot
        bare(base_url) if kind == "bare" else ours(base_url, Path(database))
        return
    plain: list[Load] = []
    loads: list[Load] = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(TURNS):
            database = Path(folder) / f"{turn}.db"
            library(database)
            plain.append(run("bare", Load(options.updates // TURNS, options.chats), database))
            loads.append(run("whosaid", Load(options.updates // TURNS, options.chats), database))
    compare(plain, loads)


def compare(plain: Sequence[Load], loads: Sequence[Load]) -> None:
    """Both bots beside each other, and what went wrong."""
    best, least = show("bare PTB, constant text", plain)
    rate, busy = show("Whosaid, extractive", loads)
    say(
        "Whosaid against bare PTB", f"{rate / best:.2f} of its answers a second; the bar is 0.25, the aim 0.5"
    )
    say("by processor time", f"{least / busy:.2f}" if busy else "not known on this system")
    asked, answered = sum(load.updates for load in loads), sum(len(load.seconds) for load in loads)
    wrong = sum(load.wrong for load in loads)
    say("lost, doubled or out of order", f"{asked - answered} and {wrong} of {asked}")
    memory = loads[-1].memory
    (early, then), (late, now) = memory[len(memory) // 4], memory[-1]
    say("memory of Whosaid", f"{then:.0f} MB after {early} answers, {now:.0f} after {late}")


if __name__ == "__main__":
    main(sys.argv[1:])
