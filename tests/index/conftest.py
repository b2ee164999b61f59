"""Small search documents and queries."""

from collections.abc import Callable

import pytest

from bot.models import SearchDocument, SearchQuery, SearchTerm

MakeDocument = Callable[..., SearchDocument]
Ask = Callable[..., SearchQuery]


@pytest.fixture
def passage() -> MakeDocument:
    def make(
        number: int, body: str, article_id: int = 1, title: str = "", published: int = 0
    ) -> SearchDocument:
        return SearchDocument("passage", number, article_id, title, body, 0, published)

    return make


@pytest.fixture
def statement() -> MakeDocument:
    def make(number: int, body: str, speaker_id: int = 0, published: int = 0) -> SearchDocument:
        return SearchDocument("statement", number, 1, "", body, speaker_id, published)

    return make


@pytest.fixture
def ask() -> Ask:
    """Words of one text are terms; `a|b` are alternatives of one term."""

    def make(words: str, kind: str = "passage", **filters: object) -> SearchQuery:
        terms = tuple(SearchTerm(tuple(word.split("|"))) for word in words.split())
        return SearchQuery(terms, kind, **filters)

    return make
