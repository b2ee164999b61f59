"""The passage around a cited sentence."""

import pytest

from bot.answers.surroundings import around
from bot.models import Article, Citation, Span

TEXT = "The ferry was late. “Fog is fog,” Mira Holm said. She left.\n\nAd.\n\nIt rained."
ARTICLE = Article(1, "u", "t", TEXT, None, None, "en")


def cited(words: str) -> Citation:
    start = TEXT.index(words)
    return Citation(1, 1, "u", "t", None, None, start, start + len(words), words)


@pytest.mark.parametrize(
    ("quote", "passages", "expected"),
    [
        ("“Fog is fog,” Mira Holm said.", [Span(0, 59)], TEXT[:59]),
        ("It rained.", [Span(0, 59), Span(66, 76)], "It rained."),
        ("She left.\n\nAd.", [Span(0, 59)], TEXT[:64]),
        ("Ad.", [Span(0, 59)], "Ad."),
        ("Ad.", [], "Ad."),
    ],
)
def test_the_passage_in_which_the_quote_begins(quote: str, passages: list[Span], expected: str) -> None:
    assert around(cited(quote), ARTICLE, passages) == expected
