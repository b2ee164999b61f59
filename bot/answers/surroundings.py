"""What belongs to a citation beside its quote: the passage around it, and the reprints that it stands for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.answers.compose import numbered, with_citations
from bot.answers.library import Library
from bot.models import Article, Check, Citation, Claim, Span


def with_surroundings(claims: Sequence[Claim], library: Library, now: datetime) -> tuple[Claim, ...]:
    """The claims, each citation with the passage of its article that holds the quote, and with reprints.

    Of reprints of one text that a claim cites, one stays.
    """
    ids = {citation.article_id for claim in claims for citation in claim.citations}
    claims = one_of_each_text(claims, library.origins(ids))
    articles, readable = library.articles(ids), library.readable(ids)
    reprints = library.reprints(ids, now)

    def filled(citation: Citation) -> Citation:
        article = articles.get(citation.article_id)
        if article is None:
            return citation
        passage = around(citation, article, readable.get(article.id, ()))
        return replace(
            citation, passage=passage, reprints=reprints.get(article.id, 0), partial=article.partial
        )

    return tuple(replace(claim, citations=tuple(map(filled, claim.citations))) for claim in claims)


def one_of_each_text(claims: Sequence[Claim], origins: Mapping[int, int]) -> tuple[Claim, ...]:
    """The claims, numbered anew; of one text's articles that a claim cites, the one that most cite stays."""
    cited = Counter(key for claim in claims for key in {each.article_id for each in claim.citations})

    def folded(claim: Claim) -> Claim:
        best: dict[int, int] = {}
        for key in dict.fromkeys(each.article_id for each in claim.citations):
            origin = origins.get(key, key)
            if origin not in best or cited[key] > cited[best[origin]]:
                best[origin] = key
        kept = set(best.values())
        return with_citations(claim, (each for each in claim.citations if each.article_id in kept))

    return numbered(list(map(folded, claims)))


def checked_with_surroundings(check: Check, library: Library, now: datetime) -> Check:
    """The same for the claims of a checked message."""
    cited = [Claim(claim.text, None, "fact", claim.citations) for claim in check.claims]
    filled = with_surroundings(cited, library, now)
    pairs = zip(check.claims, filled, strict=True)
    return replace(check, claims=tuple(replace(one, citations=other.citations) for one, other in pairs))


def around(citation: Citation, article: Article, passages: Iterable[Span]) -> str:
    """The text of the passage in which a quote begins, to its end at least; the quote without one."""
    for passage in passages:
        if passage.start <= citation.start < passage.end:
            return article.text[passage.start : max(passage.end, citation.end)]
    return citation.quote
