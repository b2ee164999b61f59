"""What may be shown in place of a claim that its citations do not support: the sentence that it rests on.

It proposes and judges nothing; the gate decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.models import Article, Citation, Claim
from bot.support.case import Case, make_case

FITS = 0.4  # share of the claim's words that the sentence must have to stand for it


def repairs(claim: Claim, articles: Mapping[int, Article]) -> Iterator[Claim]:
    """The claim in the words of its sources: the sentences that it rests on, then the quotes that fit."""
    held = [citation for citation in claim.citations if _holds(citation, articles)]
    if not held:
        return
    case = make_case(claim.text, [citation.quote for citation in held])
    for alignment in case.alignments:
        for text, number in alignment.places[:1]:
            if _fits(case, text, number):
                span = case.sources.readings[text].spans[number]
                yield _cut(claim, held[text], span.start, span.end)
    for citation in held:
        if len(case.claim.sentences) > 1:
            yield replace(claim, text=" ".join(citation.quote.split()), citations=(citation,))


def _holds(citation: Citation, articles: Mapping[int, Article]) -> bool:
    article = articles.get(citation.article_id)
    return article is not None and article.text[citation.start : citation.end] == citation.quote != ""


def _fits(case: Case, text: int, number: int) -> bool:
    """Whether enough words of the claim rest on one sentence."""
    matches = [match for alignment in case.alignments for match in alignment.matches]
    resting = sum(match.place == (text, number) for match in matches)
    return bool(matches) and resting >= FITS * len(matches)


def _cut(claim: Claim, citation: Citation, start: int, end: int) -> Claim:
    """The words between two offsets of a quote as the claim, cited alone."""
    quote = citation.quote[start:end]
    cited = replace(citation, start=citation.start + start, end=citation.start + end, quote=quote)
    return replace(claim, text=" ".join(quote.split()), citations=(cited,))
