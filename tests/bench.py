"""Speed and memory of answers, search, annotation, ingest and digests; search beside bare tantivy.

usage: make bench [ARGS="[corpus.jsonl] [--questions questions.jsonl] [--db copy.db]"]

Without arguments the library is generated: articles of a made-up town, the same each time. With `--db` it is
one that is there already; some articles are added to it, so name a copy. The questions hold {"question"} a
line, perhaps with {"now"}; without them they are made from the speakers of the library. Times are of one
process without a model; quote medians, machines are noisy: the load of the machine is shown, and search and
bare tantivy take turns, so that their ratio holds under any load. A million passages take ten minutes, and
half an hour more when their articles have no stories yet: so make a library of 100,000 articles once with
`whosaid ingest --db big.db ...` and give a copy of it to `--db`.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

import tantivy

from bot.answers.library import Library
from bot.app.library import Whosaid, open_whosaid
from bot.config import load_settings
from bot.index import SearchIndex
from bot.ingest import analyse
from bot.ingest.grouping import group_stories
from bot.language.dates import moment
from bot.language.lemmas import forget_indexed, index_terms
from bot.models import Analysed, Draft
from bot.store import Change, Store
from tests.digest_bench import digest_figures
from tests.page_bench import page_rates, pages_of

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PAGES = 100  # of those made up
GIVEN = ("Mira", "Ivan", "Olga", "Pavel", "Nina", "Anton", "Vera", "Boris", "Lena", "Gleb")
FAMILY = ("Holm", "Stark", "Vetrov", "Lind", "Karsky", "Bellow", "Orlin", "Tamm", "Reeve", "Dunay")
TOPICS = (
    "the ferry",
    "the harbour",
    "water prices",
    "the new school",
    "the flood",
    "the old mill",
    "the budget",
)
ENGLISH = (
    "“We will finish {topic} before winter,” {name} said on Monday.",
    "{name} said that {topic} had cost {number} million so far.",
    "The council spent {number} days on {topic} without a vote.",
    "Asked about {topic}, the mayor declined to comment.",
    "More than {number} people signed a letter about {topic}, which was read aloud in the town hall.",
)


def articles(count: int) -> Iterator[Draft]:
    """Made-up articles of some 300 words."""
    draw = random.Random(7)
    for number in range(count):
        sentences = []
        for _ in range(22):
            name = f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}"
            line = draw.choice(ENGLISH)
            sentences.append(line.format(name=name, topic=draw.choice(TOPICS), number=draw.randrange(2, 900)))
        text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
        day = NOW - timedelta(hours=number)
        url = f"https://bench.example.org/{number}"
        yield Draft(url, f"{draw.choice(TOPICS)} again, {number}", text, day.isoformat(), "bench")


ADDED = 20  # single articles
SMALL = 1000  # articles of the small library
Value = TypeVar("Value")


class Asked(NamedTuple):
    """A question and its moment."""

    text: str
    now: datetime = NOW


def timed(call: Callable[[Value], object], inputs: Iterable[Value]) -> list[float]:
    """Milliseconds of each call."""
    spent = []
    for value in inputs:
        began = time.perf_counter()
        call(value)
        spent.append((time.perf_counter() - began) * 1000)
    return spent


def say(name: str, words: str) -> None:
    """One row."""
    sys.stdout.write(f"{name:58} {words}\n")
    sys.stdout.flush()


def show(name: str, spent: Sequence[float]) -> None:
    """One row: median, 95th percentile, largest, in milliseconds."""
    say(name, f"p50 {statistics.median(spent):8.1f}  p95 {p95(spent):8.1f}  max {max(spent):8.1f} ms")


def p95(spent: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(spent, n=20)[-1]


def show_load() -> None:
    """How many processes want a core: over the number of cores all times are longer than they need be."""
    if hasattr(os, "getloadavg"):
        say("load of the machine", f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def show_memory(when: str) -> None:
    """Megabytes in memory now, of them those that are not files of the index and the like."""
    with suppress(OSError):
        counts = Path("/proc/self/statm").read_text(encoding="ascii").split()
        size = os.sysconf("SC_PAGE_SIZE") / 1e6
        total, mapped = int(counts[1]) * size, int(counts[2]) * size
        say(f"resident memory, {when}", f"{total:.0f} MB, of them {mapped:.0f} MB mapped files")


def changes_of(store: Store) -> Iterator[Change]:
    """All articles with their passages, a few in memory at a time."""
    done = 0
    while changes := store.changes(done, 500):
        yield from changes
        done = changes[-1].sequence


def bare_index(store: Store, folder: Path) -> Callable[[Asked], object]:
    """A search in nothing but tantivy, over the words that ours indexes of the same passages."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", tokenizer_name="whitespace", index_option="freq")
    builder.add_integer_field("id", fast=True)
    folder.mkdir()
    index = tantivy.Index(builder.build(), path=str(folder))
    writer = index.writer(64_000_000, 1)
    for change in changes_of(store):
        for passage in change.passages:
            body = index_terms(change.article.text[passage.span.start : passage.span.end])
            writer.add_document(tantivy.Document(body=[body], id=passage.id))
    writer.commit()
    writer.wait_merging_threads()
    forget_indexed()
    index.reload()
    searcher = index.searcher()

    def search(asked: Asked) -> object:
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "body", term, "freq"))
            for term in dict.fromkeys(index_terms(asked.text).split())
        ]
        found = searcher.search(tantivy.Query.boolean_query(terms), 10)
        return searcher.fast_field_values("id", [address for _, address in found.hits])

    return search


def questions_for(store: Store, path: Path | None) -> list[Asked]:
    """The questions given, or some made from the speakers met first."""
    if path:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [Asked(row["question"], moment(row["now"], UTC) if "now" in row else NOW) for row in rows]
    names = [speaker.name for speaker in store.speakers.get(range(1, 1000)) if speaker.kind == "person"]
    draw = random.Random(3)
    patterns = (
        "what did {} say?",
        "what did {} say about {}?",
        "что сказал {} о бюджете?",
        "how much was {1} in {0}?",
    )
    return [Asked(draw.choice(patterns).format(draw.choice(names), draw.choice(TOPICS))) for _ in range(200)]


def annotation(texts: Sequence[Draft]) -> None:
    """Milliseconds for an article of 700 words, and of ten and a hundred times that."""
    words = " ".join(draft.text.replace("\n\n", "\n\n ") for draft in texts).split(" ")
    for times in (1, 10, 100):
        text = " ".join((words * (700 * times // len(words) + 1))[: 700 * times])
        draft = Draft("file:x", "x", text, "2026-11-01")
        analyse(draft)
        show(f"annotation, {700 * times} words", timed(analyse, [draft] * (5 if times == 100 else 20)))


@contextmanager
def one_core() -> Iterator[None]:
    """Everything inside runs on one core, where the system lets a process choose."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def rebuilding(store: Store, folder: Path) -> None:
    """How fast the index is built from the database."""
    passages = store.vectors.passages()
    with one_core():
        began = time.perf_counter()
        Library(store, SearchIndex(folder)).catch_up()
        seconds = time.perf_counter() - began
    say(
        "index rebuilt, one core",
        f"{passages} passages in {seconds:.1f} s, {passages / seconds:.0f} a second",
    )


def adding(whosaid: Whosaid) -> float:
    """What one more article costs, analysis aside: stored, indexed, given its story; in ms of CPU."""
    store, answerer = whosaid.store, whosaid.answerer
    group_stories(store)
    answerer.catch_up()
    items = [analyse(draft) for draft in told_anew(store)]
    held = f"at {store.articles.count()} articles"
    stages: dict[str, Callable[[Analysed], object]] = {
        "stored": lambda item: store.articles.save([item]),
        "indexed": lambda _: answerer.catch_up(),
        "given its story": lambda _: group_stories(store),
    }
    began = time.process_time()
    rows = [[timed(call, [item])[0] for call in stages.values()] for item in items]
    cost = (time.process_time() - began) * 1000 / len(items)
    for name, spent in zip(stages, zip(*rows, strict=True), strict=True):
        show(f"one more article {name} {held}", spent)
    show(f"one more article in all {held}", list(map(sum, rows)))
    return cost


def told_anew(store: Store) -> Iterator[Draft]:
    """New articles on what the library is about: the first half of one and the second half of the next."""
    stamp, last = time.time_ns(), store.sequence()
    for number in range(ADDED):
        one, other = (change.article for change in store.changes(last * number // ADDED, 2))
        half = one.text[: len(one.text) // 2] + other.text[len(other.text) // 2 :]
        yield Draft(f"{one.url}?{stamp}", one.title, f"{half} {stamp}", one.published, "bench")


def measure(whosaid: Whosaid, asked: Sequence[Asked], folder: Path) -> None:
    """Search, ask, rebuild, add."""
    answerer = whosaid.answerer
    began = time.perf_counter()
    answerer.warm_up(NOW)
    say("dictionaries loaded, first question", f"{time.perf_counter() - began:.2f} s")
    show_load()
    show("search, ten passages", timed(lambda one: answerer.search(*one, 10), asked))
    show_memory("after searches")
    show("answer, extractive", timed(lambda one: answerer.ask(*one), asked))
    show_memory("after answers")
    beside_bare(whosaid, asked, folder / "bare")
    beside_small(whosaid, folder)
    rebuilding(whosaid.store, folder / "rebuilt")
    show_load()


def beside_bare(whosaid: Whosaid, asked: Sequence[Asked], folder: Path) -> None:
    """Ours and bare tantivy in turns, the best of three of each question: what the load adds falls away."""
    bare = bare_index(whosaid.store, folder)
    ours: list[list[float]] = []
    theirs: list[list[float]] = []
    for _ in range(3):
        ours.append([])
        theirs.append([])
        for one in asked:
            ours[-1] += timed(lambda asked: whosaid.answerer.search(*asked, 10), [one])
            theirs[-1] += timed(bare, [one])
    best, bare_best = (list(map(min, zip(*runs, strict=True))) for runs in (ours, theirs))
    show("search, in turns with bare tantivy", best)
    show("bare tantivy, ten passages", bare_best)
    say("search against bare tantivy", f"{p95(best) / p95(bare_best):.1f} times its p95")


def beside_small(whosaid: Whosaid, folder: Path) -> None:
    """The cost of one more article against that in a library of the first articles alone, in CPU."""
    settings = load_settings(None).model_copy(update={"whosaid_db": folder / "small.db"})
    first = [change.article for change in whosaid.store.changes(0, SMALL)]
    drafts = (Draft(one.url, one.title, one.text, one.published, one.source) for one in first)
    with open_whosaid(settings) as small:
        small.store.articles.save(list(map(analyse, drafts)))
        cost = adding(small)
    large = adding(whosaid)
    say(
        f"one more article, against {SMALL}",
        f"{large / cost:.2f} times: {large:.1f} and {cost:.1f} ms of CPU",
    )


def made_up(folder: Path) -> Path:
    """A file of made-up articles."""
    corpus = folder / "made-up.jsonl"
    rows = (
        {"url": d.url, "title": d.title, "text": d.text, "published": d.published} for d in articles(2000)
    )
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return corpus


def main(arguments: Sequence[str]) -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--db", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = load_settings(None).model_copy(update={"whosaid_db": options.db or folder / "bench.db"})
        with open_whosaid(settings) as whosaid:
            if not options.db:
                ingest(whosaid, options.corpus or made_up(folder))
            whosaid.answerer.catch_up()
            say("library", f"{whosaid.store.articles.count()} articles")
            measure(whosaid, questions_for(whosaid.store, options.questions), folder)
        bare, ours = page_rates(pages_of(articles(PAGES)))
        say("web pages taken in", f"{ours:.0f} a second, {ours / bare:.2f} of trafilatura and tantivy alone")
        annotation(list(articles(30)))
        digest_figures(folder, say)


def ingest(whosaid: Whosaid, corpus: Path) -> None:
    """Take the corpus in."""
    report = whosaid.ingester().ingest([str(corpus)])
    rate = report.added / max(report.seconds, 0.001)
    say("ingest without index", f"{report.added} articles in {report.seconds:.1f} s, {rate:.0f} a second")
    began = time.perf_counter()
    whosaid.answerer.catch_up()
    say("index of these", f"{time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
