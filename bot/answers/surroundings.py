"""What stands around a cited sentence, for reading on; it decides nothing about what is cited."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answers.library import Library
from bot.models import Article, Citation, Claim, Span


def with_passages(claims: Sequence[Claim], library: Library) -> tuple[Claim, ...]:
    """The claims, each citation with the passage of its article that holds the quote."""
    ids = {citation.article_id for claim in claims for citation in claim.citations}
    articles, readable = library.articles(ids), library.readable(ids)

    def filled(citation: Citation) -> Citation:
        article = articles.get(citation.article_id)
        passages = readable.get(citation.article_id, ())
        return replace(citation, passage=around(citation, article, passages)) if article else citation

    return tuple(replace(claim, citations=tuple(map(filled, claim.citations))) for claim in claims)


def around(citation: Citation, article: Article, passages: Iterable[Span]) -> str:
    """The text of the passage in which a quote begins, to its end at least; the quote without one."""
    for passage in passages:
        if passage.start <= citation.start < passage.end:
            return article.text[passage.start : max(passage.end, citation.end)]
    return citation.quote
