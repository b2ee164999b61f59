"""The stories of digests in the words of a model, each asked for once whoever reads it.

What it writes meets the gate; where it fails, is too slow or may cost no more, a story stays as it came, in
the words of its articles. It knows no subscriptions and chooses nothing.
"""

import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from threading import Lock
from typing import NamedTuple

from bot.answers.compose import numbered, repeats
from bot.answers.drafting import Brief, Scribe, Written
from bot.answers.pieces import Piece
from bot.digests.telling import LINES
from bot.digests.text import SHOWN
from bot.models import Article, Citation, Claim, Language, Span, Statement
from bot.store import Store
from bot.subscriptions.values import DigestItem
from bot.support.speakers import same_speaker

KEPT = 2000  # stories that are remembered as they were worded

_Key = tuple[Language, tuple[tuple[int, int, int, int], ...]]  # the places of the evidence, with versions


class Worded(NamedTuple):
    """Items as they are to be shown; `spent` when some stayed as they were since the budget is used up."""

    items: tuple[DigestItem, ...]
    spent: bool = False


class StoryWriter:
    """Words the stories of one library; usable from several threads."""

    def __init__(self, store: Store, scribe: Scribe, seconds: float) -> None:
        self._store = store
        self._scribe = scribe
        self.seconds = seconds  # that a digest waits for its stories
        self._drafts: OrderedDict[_Key, Future[Written]] = OrderedDict()
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(SHOWN, "stories")  # those of one digest are written at once

    def worded(
        self, items: Sequence[DigestItem], language: Language, seconds: float, chat: str | None = None
    ) -> Worded:
        """The items, their stories as the model tells them where it does within so many seconds.

        With no seconds left, only what was worded before is taken. A story that comes later is there for the
        next reader. `chat` pays for what only it asks for.
        """
        until = time.monotonic() + seconds
        drafts = [self._draft(item, language, chat, begin=seconds > 0) for item in items]
        wait([one for one in drafts if one], max(0.0, until - time.monotonic()))
        written = [one.result() if one and one.done() and not one.cancelled() else None for one in drafts]
        told = tuple(_told(*pair) for pair in zip(items, written, strict=True))
        return Worded(told, any(one.spent for one in written if one))

    def close(self) -> None:
        """Begin no more stories; nobody waits for those that are being written."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _draft(
        self, item: DigestItem, language: Language, chat: str | None, *, begin: bool
    ) -> Future[Written] | None:
        """The story as it is being written or was; None when it is not and is not to be."""
        if item.kind != "story":
            return None
        key = language, tuple(map(_place, _cited(_lines(item))))
        with self._lock:
            draft = self._drafts.get(key)
            if draft is None and begin:
                draft = self._drafts[key] = self._pool.submit(self._write, key, item, chat)
            if draft is not None:
                self._drafts.move_to_end(key)
            while len(self._drafts) > KEPT:
                self._drafts.popitem(last=False)
        return draft

    def _write(self, key: _Key, item: DigestItem, chat: str | None) -> Written:
        """Only what the model came to an end with is remembered: what failed may do better the next time."""
        is_whole = False
        try:
            written = self._scribe.write(Brief(key[0], LINES), self._pieces(item), conversation=chat)
            is_whole = not written.broken_off
            return written
        finally:
            if not is_whole:
                with self._lock:
                    self._drafts.pop(key, None)

    def _pieces(self, item: DigestItem) -> tuple[Piece, ...]:
        """The lines of a story as evidence, but for those of an article that was rewritten meanwhile."""
        lines = _lines(item)
        articles = self._store.articles.get({cited.article_id for cited in _cited(lines)})
        ledgers = {number: tuple(self._store.statements.of_article(number)) for number in articles}
        return tuple(
            _piece(one, articles[first.article_id], ledgers[first.article_id])
            for one in lines
            for first in one.citations[:1]
            if first.article_id in articles and articles[first.article_id].version == first.version
        )


def _piece(line: Claim, article: Article, ledger: tuple[Statement, ...]) -> Piece:
    text = " … ".join(" ".join(cited.quote.split()) for cited in line.citations)
    places = [Span(cited.start, cited.end) for cited in line.citations]
    spoken = (
        one
        for one in ledger
        if same_speaker(line.speaker, one.speaker) and any(map(one.context.meets, places))
    )
    return Piece(text, article, line.citations, ledger, next(spoken, None) if line.speaker else None)


def _told(item: DigestItem, written: Written | None) -> DigestItem:
    """The item with the claims of the model; where it was let down by some, its own lines fill up."""
    claims = written.claims if written and not written.broken_off else ()
    if not claims or written is None:
        return replace(item, further=())
    let_down = written.judged.repaired + written.judged.dropped > 0
    own = (one for one in item.claims if let_down and not any(repeats(one, other) for other in claims))
    return replace(item, claims=numbered([*claims, *own][:LINES]), further=())


def _lines(item: DigestItem) -> tuple[Claim, ...]:
    return (*item.claims, *item.further)


def _cited(lines: Iterable[Claim]) -> list[Citation]:
    return [cited for line in lines for cited in line.citations]


def _place(cited: Citation) -> tuple[int, int, int, int]:
    return cited.article_id, cited.version, cited.start, cited.end
