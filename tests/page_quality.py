"""How pages are read: token F1 beside bare trafilatura, and what of the page gets into answers.

usage: python -m tests.page_quality FOLDER, with `aeb/` (html/NAME.html.gz, ground-truth.json) and `ru/`
(html/NAME, reference/NAME) in it. The boilerplate that is known is what the data names: lines that several
pages of the set have and the reference text of none of them. An answer shows it when such a line is in a
quote. Quotes that stand in no reference are counted, too, and can be listed (--list): the references of some
pages lack whole paragraphs of the article, so these need a reader.
"""

import argparse
import gzip
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import trafilatura

from bot.app.library import open_whosaid
from bot.articles.decode import html_text
from bot.articles.fragment import fragment_text
from bot.articles.parse import parse
from bot.config import load_settings
from bot.ingest import analyse
from bot.models import Draft

_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"\w+")
_RUN = 3  # words that stand in a row in two texts, if one is of the other
ON_TITLES = ("{}", "Что произошло: {}?", "Что нового: {}?")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HALF = 0.5  # of its runs of words a quote has in the reference that it is of
_KNOWN = 2  # pages that have a line, if it is of the site


class Page(NamedTuple):
    """One page, and the text of its article as somebody marked it."""

    name: str
    data: bytes
    reference: str


def pages_of(folder: Path) -> Iterator[Page]:
    """The pages of a set in either layout."""
    truth = folder / "ground-truth.json"
    if truth.exists():
        for name, page in json.loads(truth.read_text(encoding="utf-8")).items():
            yield Page(
                name, gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), page["articleBody"]
            )
        return
    for path in sorted((folder / "html").iterdir()):
        reference = (folder / "reference" / path.name).read_text(encoding="utf-8")
        yield Page(path.name, path.read_bytes(), unescape(_TAG.sub("", reference)))


def words(text: str) -> list[str]:
    """The words as they are compared."""
    return _WORD.findall(text.lower().replace("ё", "е"))


def token_f1(found: str, expected: str) -> float:
    """Harmonic mean of precision and recall over words, each as often as it stands there."""
    ours, theirs = Counter(words(found)), Counter(words(expected))
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def share_within(line: str, text: str) -> float:
    """Which share of the runs of words of a line stands in a text."""
    spoken, held = words(line), words(text)
    size = min(_RUN, len(spoken))
    runs = {tuple(held[at : at + size]) for at in range(len(held) - size + 1)}
    own = [tuple(spoken[at : at + size]) for at in range(len(spoken) - size + 1)]
    return sum(run in runs for run in own) / max(1, len(own))


def known_boilerplate(pages: Sequence[Page]) -> frozenset[tuple[str, ...]]:
    """The lines of three words or more that several pages have and no reference does, as words."""
    having: Counter[tuple[str, ...]] = Counter()
    for page in pages:
        lines = {tuple(words(line)) for line in fragment_text(html_text(page.data)).split("\n\n")}
        having.update(line for line in lines if len(line) >= _RUN)
    told = [f" {' '.join(words(page.reference))} " for page in pages]
    return frozenset(
        line
        for line, count in having.items()
        if count >= _KNOWN and not any(f" {' '.join(line)} " in text for text in told)
    )


def quotes(folder: Path, drafts: Sequence[Draft]) -> Iterator[str]:
    """What answers over these articles quote: on each title, and of each speaker."""
    settings = load_settings(None).model_copy(update={"whosaid_db": folder / "pages.db"})
    with open_whosaid(settings) as whosaid:
        whosaid.store.articles.save([analyse(draft) for draft in drafts])
        people = whosaid.store.speakers.get(range(1, 100_000))
        asked = [question.format(draft.title) for draft in drafts for question in ON_TITLES]
        asked += [f"Что сказал {person.name}?" for person in people]
        for question in asked:
            for claim in whosaid.answerer.ask(question, NOW).claims:
                yield from (citation.quote for citation in claim.citations)


def shows(quote: str, boilerplate: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of the lines stands in a quote."""
    said = f" {' '.join(words(quote))} "
    return any(f" {' '.join(line)} " in said for line in boilerplate)


def read(pages: Iterable[Page]) -> list[tuple[Page, Draft | None]]:
    """Each page with its article, if it has one."""
    parsed = ((page, next(parse(page.data, page.name))) for page in pages)
    return [(page, found if isinstance(found, Draft) else None) for page, found in parsed]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="page_quality", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="quotes that no reference has")
    options = parser.parse_args()
    for name in ("aeb", "ru"):
        found = read(pages_of(options.folder / name))
        ours = mean(token_f1(draft.text if draft else "", page.reference) for page, draft in found)
        bare = mean(token_f1(trafilatura.extract(page.data) or "", page.reference) for page, _ in found)
        sys.stdout.write(f"{name}: token F1 {ours:.4f}, bare trafilatura {bare:.4f}\n")
    boilerplate = known_boilerplate([page for page, _ in found])
    with tempfile.TemporaryDirectory() as folder:
        told = list(quotes(Path(folder), [draft for _, draft in found if draft]))
    shown = [quote for quote in told if shows(quote, boilerplate)]
    texts = "\n".join(page.reference for page, _ in found)
    outside = [quote for quote in told if share_within(quote, texts) < HALF]
    sys.stdout.write(
        f"ru: {len(boilerplate)} known boilerplate lines; of {len(told)} quotes in answers {len(shown)} show"
        f" one, {len(outside)} ({len(set(outside))} different ones) stand in no reference\n"
    )
    if options.list:
        sys.stdout.write("".join(f"- {quote}\n" for quote in sorted({*shown, *outside})))


if __name__ == "__main__":
    main()
