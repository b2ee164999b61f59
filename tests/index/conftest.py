"""Small search documents and queries."""

from collections.abc import Callable

import pytest

from bot.models import SearchDocument, SearchQuery, SearchTerm

MakeDocument = Callable[..., SearchDocument]
Ask = Callable[..., SearchQuery]


@pytest.fixture
def passage() -> MakeDocument:
    def make(
        number: int, body: str, article_id: int = 1, title: str = "", **filters: object
    ) -> SearchDocument:
        return SearchDocument(number, article_id, title, body, **filters)

    return make


@pytest.fixture
def ask() -> Ask:
    """Words of one text are terms; `a|b` are alternatives of one term, `a>b` nested in it."""

    def make(words: str, **filters: object) -> SearchQuery:
        terms = (
            SearchTerm(nested=tuple(word.split(">"))) if ">" in word else SearchTerm(tuple(word.split("|")))
            for word in words.split()
        )
        return SearchQuery(tuple(terms), **filters)

    return make
