"""The one gate for all claims: what its cited spans do not support is not shown. Pure.

It knows nothing of who composed a claim, so it holds for code and for language models alike.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.language.names import word_keys
from bot.language.numbers import numbers
from bot.language.tokens import words
from bot.models import Article, Citation, Claim, Statement

JudgedAs = Literal["supported", "repaired", "dropped"]
QUOTED = re.compile(r"“([^“”]{2,})”|«([^«»]{2,})»|\"([^\"]{2,})\"")
OMISSION = re.compile(r"\.\.\.|…")
MARKS = re.compile(r"[“”«»„\"'’‘`]")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate makes of a claim; `claim` is the one to show, None when it is dropped."""

    outcome: JudgedAs
    claim: Claim | None
    reasons: tuple[str, ...] = ()  # why the claim did not pass as it stood


def judge(claim: Claim, articles: Mapping[int, Article], ledger: Sequence[Statement]) -> Judgement:
    """The claim itself when its cited spans support it, else the source's own words, else nothing.

    `articles` holds the cited articles by id, `ledger` the statements of these articles.
    """
    found = faults(claim, articles, ledger)
    if not found:
        return Judgement("supported", claim)
    for citation in claim.citations:
        repaired = replace(claim, text=" ".join(citation.quote.split()), citations=(citation,))
        if not faults(repaired, articles, ledger):
            return Judgement("repaired", repaired, found)
    return Judgement("dropped", None, found)


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
    cited = " ".join(citation.quote for citation in claim.citations)
    quotes = plain(cited)
    found += [f"quoted words: {piece}" for piece in _quoted_pieces(claim.text) if plain(piece) not in quotes]
    found += [f"number {number}" for number in sorted(numbers(claim.text) - numbers(cited))]
    if claim.kind != "fact" and not _said_so(claim, ledger):
        found.append(f"speaker {claim.speaker}")
    return tuple(found)


def plain(text: str) -> str:
    """Without quotation marks, differences of white space, capitals and outer punctuation."""
    return " ".join(MARKS.sub("", text).split()).strip(" .,;:!?").lower()


def _holds(citation: Citation, articles: Mapping[int, Article]) -> bool:
    article = articles.get(citation.article_id)
    return (
        article is not None
        and bool(citation.quote)
        and 0 <= citation.start < citation.end
        and article.text[citation.start : citation.end] == citation.quote
    )


def _quoted_pieces(text: str) -> list[str]:
    inner = ("".join(match.groups(default="")) for match in QUOTED.finditer(text))
    return [piece for words_ in inner for piece in OMISSION.split(words_) if plain(piece)]


def _said_so(claim: Claim, ledger: Sequence[Statement]) -> bool:
    """The claim's speaker is the ledger's speaker of a statement at every cited place."""
    return all(
        any(
            _overlaps(citation, statement) and same_speaker(claim.speaker, statement.speaker)
            for statement in ledger
        )
        for citation in claim.citations
    )


def _overlaps(citation: Citation, statement: Statement) -> bool:
    if statement.article_id != citation.article_id:
        return False
    return statement.context.start < citation.end and citation.start < statement.context.end


def same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two resolved names may be one person's: every word of the shorter stands in the longer."""
    if one is None or other is None:
        return False
    first, second = _keys(one), _keys(other)
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and all(any(keys & known for known in longer) for keys in shorter)


def _keys(name: str) -> list[frozenset[str]]:
    return [word_keys(word) for word in words(name)]
