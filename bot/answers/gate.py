"""The one gate for all claims: what its cited spans do not support is not shown. Pure.

It knows nothing of who composed a claim, so it holds for code and for language models alike. What counts as
support is the concern of `bot.support`; here a claim meets its citations and the ledger.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.repair import repairs
from bot.language.script import detect_language
from bot.models import Article, Citation, Claim, JudgedAs, Language, Span, Statement
from bot.support.address import addresses_reader
from bot.support.case import Case, make_case
from bot.support.coverage import foreign
from bot.support.judging import reasons
from bot.support.quotations import broken, is_paired, pieces, plain, quoted, unquoted
from bot.support.speakers import names_in, same_speaker, unattributed, wrong_speakers

__all__ = ["Judgement", "faults", "judge", "passes", "plain", "same_speaker"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate makes of a claim; `claim` is the one to show, None when it is dropped."""

    outcome: JudgedAs
    claim: Claim | None
    reasons: tuple[str, ...] = ()  # why the claim did not pass as it stood


def judge(
    claim: Claim,
    articles: Mapping[int, Article],
    ledger: Sequence[Statement],
    language: Language | None = None,
) -> Judgement:
    """The claim itself when its cited spans support it, else the source's own words, else nothing.

    `articles` holds the cited articles by id, `ledger` the statements of these articles. The words of the
    sources may be in any language, all others must be in `language`.
    """
    found = (*faults(claim, articles, ledger), *_other_language(claim, language))
    if not found:
        return Judgement("supported", claim)
    return rejected(claim, articles, ledger, found)


def rejected(
    claim: Claim, articles: Mapping[int, Article], ledger: Sequence[Statement], why: tuple[str, ...]
) -> Judgement:
    """What becomes of a claim that is not to be shown as it stands."""
    for repaired in repairs(claim, articles):
        if not faults(repaired, articles, ledger):
            return Judgement("repaired", repaired, why)
    return Judgement("dropped", None, why)


def passes(claim: Claim, articles: Mapping[int, Article], ledger: Iterable[Statement] = ()) -> bool:
    """Whether a claim may be shown; `ledger` holds the statements of the cited articles."""
    return not faults(claim, articles, tuple(ledger))


def faults(
    claim: Claim, articles: Mapping[int, Article], ledger: Sequence[Statement] = ()
) -> tuple[str, ...]:
    """Why a claim may not be shown, in a word or two each; empty when it may."""
    if not claim.citations:
        return ("no citation",)
    found = [f"quote {citation.number}" for citation in claim.citations if not _holds(citation, articles)]
    if claim.kind != "fact" and not _said_so(claim, ledger):
        found.append(f"speaker {claim.speaker}")
    if claim.kind == "fact" and addresses_reader(claim.text):
        found.append("speaks to the reader")
    if found or is_copied(claim):
        return tuple(found)
    case = _case(claim, articles, ledger)
    # one word may be all of a lie, and the source's own sentence can always stand in
    marks = [] if is_paired(claim.text) else ["quotation marks"]
    ledgers = _ledgers(claim, ledger)
    hearsay = unattributed(case, ledgers) if claim.kind == "fact" else []
    told = [*marks, *reasons(case), *foreign(case), *wrong_speakers(case, ledgers), *hearsay]
    return tuple(dict.fromkeys([*_others_words(claim, ledger), *map(str, told)]))


def is_copied(claim: Claim) -> bool:
    """Whether a claim is nothing but cited spans, whole and in their order; omissions between them marked."""
    parts = [plain(part) for part in claim.text.split(" … ")]
    spans = [plain(citation.quote) for citation in claim.citations]
    if plain(claim.text) in spans:
        return True
    return all(part in spans for part in parts) and parts == sorted(parts, key=spans.index)


def _other_language(claim: Claim, language: Language | None) -> tuple[str, ...]:
    own = unquoted(claim.text)
    foreign = language is not None and any(map(str.isalpha, own)) and detect_language(own) != language
    return ("language",) if foreign and not is_copied(claim) else ()


def _case(claim: Claim, articles: Mapping[int, Article], ledger: Sequence[Statement]) -> Case:
    """The claim beside its quotes; the ledger tells whom their pronouns and offices mean."""
    told = [one for one in ledger if any(_overlaps(citation, one) for citation in claim.citations)]
    published = articles[claim.citations[0].article_id].published
    return make_case(claim.text, [citation.quote for citation in claim.citations], names_in(told), published)


def _ledgers(claim: Claim, ledger: Sequence[Statement]) -> list[list[Statement]]:
    """For every citation the statements that overlap it, with offsets in its quote."""
    return [
        [one.moved(-citation.start) for one in ledger if _overlaps(citation, one)]
        for citation in claim.citations
    ]


def _holds(citation: Citation, articles: Mapping[int, Article]) -> bool:
    article = articles.get(citation.article_id)
    return (
        article is not None
        and bool(citation.quote)
        and 0 <= citation.start < citation.end
        and article.text[citation.start : citation.end] == citation.quote
    )


def _others_words(claim: Claim, ledger: Sequence[Statement]) -> list[str]:
    """Quotations that stand in cited statements of others, not in one of the claim's speaker."""
    if claim.kind == "fact":
        return []
    own = [_words_of(claim, citation, ledger) for citation in claim.citations]
    return [
        f"quoted words: {parts[0]}"
        for quotation in quoted(claim.text)
        if (parts := pieces(quotation)) and broken(parts, own) is not None
    ]


def _words_of(claim: Claim, citation: Citation, ledger: Sequence[Statement]) -> str:
    """What of a quote belongs to the sentences of statements of the claim's speaker, plain."""
    spans = [
        one.context for one in ledger if _overlaps(citation, one) and same_speaker(claim.speaker, one.speaker)
    ]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    return plain(citation.quote[max(0, first - citation.start) : last - citation.start])


def _speaks(claim: Claim, citation: Citation, ledger: Sequence[Statement]) -> bool:
    return any(_overlaps(citation, one) and same_speaker(claim.speaker, one.speaker) for one in ledger)


def _said_so(claim: Claim, ledger: Sequence[Statement]) -> bool:
    """The claim's speaker is the ledger's speaker of a statement at every cited place."""
    return all(_speaks(claim, citation, ledger) for citation in claim.citations)


def _overlaps(citation: Citation, statement: Statement) -> bool:
    place = Span(citation.start, citation.end)
    return statement.article_id == citation.article_id and statement.context.meets(place)
