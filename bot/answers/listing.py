"""The ledger as a list: statements by speaker, words, time and article; it answers no question."""

from collections.abc import Iterator
from dataclasses import replace

from bot.models import Article, Statement
from bot.search.coverage import asked_words, text_share
from bot.statements.directory import Directory
from bot.store import StatementFilter, Store
from bot.support.quotations import plain


def list_statements(
    store: Store, speaker: str | None, about: str | None, wanted: StatementFilter
) -> Iterator[tuple[Statement, Article]]:
    """Statements in the order of storing; `speaker` in any form, all words of `about` in the context."""
    narrowed = _narrowed(store, speaker, wanted)
    if narrowed:
        yield from _about(about, store.statements.all(narrowed))


def list_vanished(
    store: Store, speaker: str | None, about: str | None, wanted: StatementFilter
) -> Iterator[tuple[Statement, Article]]:
    """Statements of older versions of articles whose words the article of now no longer holds.

    Each comes with the version that it stands in.
    """
    narrowed = _narrowed(store, speaker, wanted)
    if narrowed:
        retired = store.statements.retired(narrowed)
        gone = ((said, version) for said, version, now in retired if not _still_there(said, version, now))
        yield from _about(about, gone)


def _narrowed(store: Store, speaker: str | None, wanted: StatementFilter) -> StatementFilter | None:
    """The filter with the speakers of that name; None when there are none."""
    if not speaker:
        return wanted
    ids = Directory(store.speakers).find(speaker).ids
    return replace(wanted, speaker_ids=ids) if ids else None


def _about(
    about: str | None, found: Iterator[tuple[Statement, Article]]
) -> Iterator[tuple[Statement, Article]]:
    words = asked_words(about or "")
    for statement, article in found:
        context = article.text[statement.context.start : statement.context.end]
        if not words or text_share(words, context) == 1.0:
            yield statement, article


def _still_there(statement: Statement, version: Article, text_now: str) -> bool:
    now = plain(text_now)
    return all(plain(version.text[start:end]) in now for start, end in statement.spans)
