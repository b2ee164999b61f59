"""Speed of answers, search, annotation and ingest, printed beside bare tantivy.

usage: make bench [ARGS="corpus.jsonl [questions.jsonl]"]

Without arguments the library is generated: articles of a made-up town, the same each time. `questions.jsonl`
holds {"question"} a line; without it, questions are made from the speakers of the library. Times are of one
process without a model; quote medians, machines are noisy.
"""

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import tantivy

from bot.app.library import Whosaid, open_whosaid
from bot.config import load_settings
from bot.ingest import analyse
from bot.language.lemmas import shadow
from bot.models import Draft

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
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


def timed(call: Callable[[str], object], inputs: Sequence[str]) -> list[float]:
    """Milliseconds of each call."""
    spent = []
    for value in inputs:
        began = time.perf_counter()
        call(value)
        spent.append((time.perf_counter() - began) * 1000)
    return spent


def show(name: str, spent: Sequence[float]) -> None:
    """One row: median, 95th percentile, largest, in milliseconds."""
    p95 = statistics.quantiles(spent, n=20)[-1]
    sys.stdout.write(
        f"{name:34} p50 {statistics.median(spent):8.1f}  p95 {p95:8.1f}  max {max(spent):8.1f} ms\n"
    )


def bare_index(texts: Iterable[tuple[int, str]]) -> Callable[[str], object]:
    """A search in nothing but tantivy over the same normalised text."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", tokenizer_name="whitespace")
    builder.add_integer_field("id", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(64_000_000, 1)
    for identity, text in texts:
        writer.add_document(tantivy.Document(body=[text], id=identity))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(question: str) -> object:
        terms = shadow(question).split()
        query = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "body", term)) for term in terms]
        )
        return searcher.search(query, 10)

    return search


def questions_for(whosaid: Whosaid, path: Path | None) -> list[str]:
    """The questions given, or some made from the most quoted speakers."""
    if path:
        return [json.loads(line)["question"] for line in path.read_text(encoding="utf-8").splitlines()]
    names = [speaker.name for speaker in whosaid.store.speakers.all() if speaker.kind == "person"]
    draw = random.Random(3)
    patterns = (
        "what did {} say?",
        "what did {} say about {}?",
        "что сказал {} о бюджете?",
        "how much was {1} in {0}?",
    )
    return [draw.choice(patterns).format(draw.choice(names), draw.choice(TOPICS)) for _ in range(200)]


def annotation(texts: Sequence[Draft]) -> None:
    """Milliseconds for an article of 700 words, and of ten and a hundred times that."""
    words = " ".join(draft.text.replace("\n\n", "\n\n ") for draft in texts).split(" ")
    for times in (1, 10, 100):
        text = " ".join((words * (700 * times // len(words) + 1))[: 700 * times])
        draft = Draft("file:x", "x", text, "2026-11-01")
        analyse(draft)
        spent = timed(lambda _, draft=draft: analyse(draft), [""] * (5 if times == 100 else 20))
        show(f"annotation, {700 * times} words", spent)


def main(arguments: Sequence[str]) -> None:
    """Print every figure."""
    corpus = Path(arguments[0]) if arguments else None
    asked = Path(arguments[1]) if len(arguments) > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        if corpus is None:
            corpus = Path(folder, "made-up.jsonl")
            rows = (
                {"url": d.url, "title": d.title, "text": d.text, "published": d.published}
                for d in articles(2000)
            )
            corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        settings = load_settings(None).model_copy(update={"whosaid_db": Path(folder, "bench.db")})
        with open_whosaid(settings) as whosaid:
            measure(whosaid, corpus, asked)


def measure(whosaid: Whosaid, corpus: Path, asked: Path | None) -> None:
    """Ingest the corpus, then ask, search and annotate."""
    report = whosaid.ingester().ingest([str(corpus)])
    sys.stdout.write(
        f"ingest: {report.added} articles in {report.seconds:.1f} s, "
        f"{report.added / max(report.seconds, 0.001):.0f} a second\n"
    )
    questions = questions_for(whosaid, asked)
    whosaid.answerer.ask(questions[0], NOW)
    show("answer, extractive", timed(lambda question: whosaid.answerer.ask(question, NOW), questions))
    show(
        "search, ten passages", timed(lambda question: whosaid.answerer.search(question, NOW, 10), questions)
    )
    held = [(c.article.id, p) for c in whosaid.store.changes(0, 10**9) for p in c.passages]
    texts = {c.article.id: c.article.text for c in whosaid.store.changes(0, 10**9)}
    bare = bare_index((p.id, shadow(texts[a][p.span.start : p.span.end])) for a, p in held)
    show(f"bare tantivy, {len(held)} passages", timed(bare, questions))
    annotation(list(articles(30)))


if __name__ == "__main__":
    main(sys.argv[1:])
