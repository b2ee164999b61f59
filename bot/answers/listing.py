"""The ledger as a list: statements by speaker, words, time and article; it answers no question."""

from collections.abc import Iterator
from dataclasses import replace

from bot.models import Article, Statement
from bot.search.coverage import asked_words, bag, best_matches, share
from bot.statements.directory import Directory
from bot.store import StatementFilter, Store


def list_statements(
    store: Store, speaker: str | None, about: str | None, wanted: StatementFilter
) -> Iterator[tuple[Statement, Article]]:
    """Statements in the order of storing; `speaker` in any form, all words of `about` in the context."""
    if speaker:
        asked = Directory(store.speakers).find(speaker)
        if not asked.ids:
            return
        wanted = replace(wanted, speaker_ids=asked.ids)
    words = asked_words(about or "")
    for statement, article in store.statements.all(wanted):
        context = article.text[statement.context.start : statement.context.end]
        if not words or share(words, best_matches(words, [(bag(context), 1.0)])) == 1.0:
            yield statement, article
