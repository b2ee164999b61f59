"""A small reader for tests: plain text in, statements and their words out."""

from collections.abc import Callable

import pytest

from bot.language.script import detect_language
from bot.language.sentences import paragraphs, sentences
from bot.models import Annotation, Statement
from bot.statements.find import find_statements

Read = Callable[..., list[tuple[str | None, str]]]


def annotate(text: str) -> Annotation:
    language = detect_language(text)
    parts = paragraphs(text)
    return Annotation(language, parts, tuple(s for part in parts for s in sentences(text, part, language)))


def words_of(text: str, statement: Statement) -> str:
    return " … ".join(text[slice(*span)] for span in statement.spans)


@pytest.fixture
def statements() -> Callable[..., tuple[Statement, ...]]:
    """All statements of a plain text."""

    def run(text: str, published: str | None = None) -> tuple[Statement, ...]:
        return find_statements(text, annotate(text), published)

    return run


@pytest.fixture
def said() -> Read:
    """Speaker and words of every statement of a plain text."""

    def run(text: str) -> list[tuple[str | None, str]]:
        return [(s.speaker, words_of(text, s)) for s in find_statements(text, annotate(text), None)]

    return run
