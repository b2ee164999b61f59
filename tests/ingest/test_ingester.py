"""The use case over a store of this file: batches, repeats, failures, interrupts, several processes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.errors import InputError
from bot.ingest import Ingester, Limits, Progress, analyse
from bot.ingest.pool import analysed
from bot.models import Analysed, Draft, Outcome
from bot.store.decide import Known, decide


@dataclass
class Shelf:
    """Articles in memory, decided as the real store decides."""

    batches: list[int] = field(default_factory=list)
    stored: dict[str, Analysed] = field(default_factory=dict)

    def known(self, url: str, fingerprint: str) -> Known | None:
        numbers = {known_url: number for number, known_url in enumerate(self.stored)}
        holders = [
            numbers[item.draft.url] for item in self.stored.values() if item.fingerprint == fingerprint
        ]
        if url not in numbers and not holders:
            return None
        return Known(numbers.get(url), 1 if url in numbers else 0, holders[0] if holders else None)

    def save(self, items: Sequence[Analysed]) -> list[Outcome]:
        if any("poison" in item.draft.text for item in items):
            raise InputError("cannot be stored")
        self.batches.append(len(items))
        return [self._save(item) for item in items]

    def _save(self, item: Analysed) -> Outcome:
        outcome = decide(self.known(item.draft.url, item.fingerprint)).outcome
        if outcome in ("added", "updated"):
            self.stored[item.draft.url] = item
        return outcome


@dataclass
class Store:
    """A store as ingest sees it."""

    articles: Shelf = field(default_factory=Shelf)


def write(folder: Path, *texts: str) -> str:
    path = folder / "news.jsonl"
    rows = (
        {"url": f"https://lumen.example/{n}", "title": f"T{n}", "text": text} for n, text in enumerate(texts)
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_everything_is_counted(tmp_path: Path) -> None:
    store = Store()
    source = write(tmp_path, "One bridge.", "Two bridges.", "")
    report = Ingester(store, Limits()).ingest([source, str(tmp_path / "gone")])
    assert (report.added, report.updated, report.duplicates, report.unchanged) == (2, 0, 0, 0)
    assert [failure.source for failure in report.failed] == [f"{source}:3", str(tmp_path / "gone")]
    source = write(tmp_path, "One bridge.", "Two new bridges.")
    report = Ingester(store, Limits()).ingest([source])
    assert (report.added, report.updated, report.unchanged) == (0, 1, 1)


def test_saved_in_batches_in_order(tmp_path: Path) -> None:
    store = Store()
    Ingester(store).ingest([write(tmp_path, *(f"Bridge {number}." for number in range(70)))])
    assert store.articles.batches == [32, 32, 6]
    assert list(store.articles.stored) == [f"https://lumen.example/{number}" for number in range(70)]


def test_an_article_that_the_store_refuses_does_not_take_others_with_it(tmp_path: Path) -> None:
    store = Store()
    report = Ingester(store).ingest([write(tmp_path, "One.", "poison", "Three.")])
    assert (report.added, len(report.failed)) == (2, 1)
    assert report.failed[0].source == "https://lumen.example/1"


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[Progress] = []
    source = write(tmp_path, "One.", "Two.")
    Ingester(Store()).ingest([source], told.append)
    assert told[-1] == Progress(seen=2, stored=2, failed=0, place=source)


def test_an_interrupt_leaves_what_was_saved(tmp_path: Path) -> None:
    store = Store()

    def interrupt(progress: Progress) -> None:
        if progress.stored >= 32:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Ingester(store).ingest([write(tmp_path, *(f"Bridge {number}." for number in range(70)))], interrupt)
    assert len(store.articles.stored) == 32


def test_analysis_holds_together() -> None:
    draft = Draft("u", "Bridge opens", "Bridge opens\n\nMayor Ida Holm said that it was safe. She left.")
    found = analyse(draft)
    assert found.draft == draft
    assert found.language == "en"
    assert [draft.text[p.span.start : p.span.end] for p in found.passages] == [draft.text]
    assert found == analyse(draft)


def test_processes_give_the_same_in_the_same_order() -> None:
    drafts = [
        Draft(f"u{number}", "T", f"Mayor Holm said the bridge {number} was safe.") for number in range(75)
    ]
    assert list(analysed(drafts, 2)) == list(analysed(drafts, 1))
