"""The passage around a cited sentence."""

import pytest

from bot.answers.surroundings import around, one_of_each_text
from bot.models import Article, Citation, Claim, Span

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


def claim(*article_ids: int) -> Claim:
    return Claim(
        "Fog is fog.",
        "Mira Holm",
        "direct",
        tuple(Citation(9, key, f"u{key}", "t", None, None, 0, 5, "Fog") for key in article_ids),
    )


def test_of_reprints_that_a_claim_cites_one_stays() -> None:
    claims = one_of_each_text([claim(1, 2, 3), claim(2), claim(4, 1)], {1: 1, 2: 1, 3: 3, 4: 1})
    assert [[(cited.number, cited.article_id) for cited in each.citations] for each in claims] == [
        [(1, 1), (2, 3)],
        [(3, 2)],
        [(1, 1)],
    ]


def test_without_reprints_nothing_changes_but_the_numbers() -> None:
    (one,) = one_of_each_text([claim(5, 6)], {5: 5})
    assert [(cited.number, cited.article_id) for cited in one.citations] == [(1, 5), (2, 6)]
