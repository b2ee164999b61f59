"""How fast web pages are taken in, beside bare trafilatura and tantivy on the same pages and one core.

usage: python -m tests.page_bench [FOLDER of pages]; `make bench` prints it for made-up pages. Parsing,
annotation, storing and indexing count as taking in; stories are grouped afterwards, when all is in, and are
not counted here (`make bench` prints what one more article costs for its story).
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path

import tantivy
import trafilatura

from bot.app.library import open_whosaid
from bot.articles.decode import is_gzip, unpacked
from bot.articles.parse import parse
from bot.config import load_settings
from bot.ingest import analyse
from bot.models import Draft

BATCH = 32
RUNS = 3
_LINK = "<li class='item'><a href='/{0}'><span>Section {0}</span></a></li>"
_NAVIGATION = f"<nav><ul>{''.join(_LINK.format(number) for number in range(150))}</ul></nav>"
_TEASER = (
    "<div class='teaser'><div><a href='/x'><img src='x.jpg'><h3>The market is full again</h3></a></div></div>"
)
_ASIDE = f"<aside><h2>Most read</h2>{_TEASER * 60}</aside><script>{'var shown = 1;' * 1500}</script>"
_COMMENT = "<div class='comment'><b>A reader</b><p>I have crossed on that ferry all my life.</p></div>"
_COMMENTS = f"<section id='comments'>{_COMMENT * 30}</section>"


def pages_of(drafts: Iterable[Draft]) -> list[bytes]:
    """Drafts as pages of a news site, with all that surrounds an article there: some 50 kB."""
    return [
        f"<!DOCTYPE html><html lang='en'><head><title>{escape(draft.title)}</title>"
        f"<meta property='article:published_time' content='{draft.published}'></head><body>{_NAVIGATION}"
        f"<article><h1>{escape(draft.title)}</h1>"
        f"{''.join(f'<p>{escape(line)}</p>' for line in draft.text.split('. '))}</article>{_COMMENTS}{_ASIDE}"
        f"<footer>All rights reserved</footer></body></html>".encode()
        for draft in drafts
    ]


def page_rates(pages: Sequence[bytes]) -> tuple[float, float]:
    """Pages a second of processor time, the best of three in turns: bare, and ours with everything."""
    _take_in(pages[:BATCH])  # dictionaries and tables are loaded once in the life of a process
    runs = [(_seconds(_bare, pages), _seconds(_take_in, pages)) for _ in range(RUNS)]
    bare, ours = (min(times) for times in zip(*runs, strict=True))
    return len(pages) / bare, len(pages) / ours


def _seconds(work: Callable[[Sequence[bytes]], None], pages: Sequence[bytes]) -> float:
    began = time.process_time()
    work(pages)
    return time.process_time() - began


def _bare(pages: Sequence[bytes]) -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body")
    with tempfile.TemporaryDirectory() as folder:
        writer = tantivy.Index(builder.build(), path=folder).writer(50_000_000, 1)
        for page in pages:
            writer.add_document(tantivy.Document(body=[trafilatura.extract(page) or ""]))
        writer.commit()
        writer.wait_merging_threads()


def _take_in(pages: Sequence[bytes]) -> None:
    """Parsed, annotated, stored with statements, passages and reprints, and indexed."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(None).model_copy(update={"whosaid_db": Path(folder) / "pages.db"})
        with open_whosaid(settings) as whosaid:
            for start in range(0, len(pages), BATCH):
                batch = enumerate(pages[start : start + BATCH], start)
                found = [item for number, page in batch for item in parse(page, f"{number}.html")]
                drafts = [item for item in found if isinstance(item, Draft)]
                whosaid.store.articles.save([analyse(draft) for draft in drafts])
            whosaid.answerer.catch_up()


def _read(path: Path) -> bytes:
    data = path.read_bytes()
    return unpacked(data, 100_000_000) if is_gzip(data) else data


if __name__ == "__main__":
    bare, ours = page_rates([_read(path) for path in sorted(Path(sys.argv[1]).rglob("*")) if path.is_file()])
    print(f"bare trafilatura and tantivy {bare:.1f} pages a second, ours {ours:.1f}: {ours / bare:.2f}")  # noqa: T201
