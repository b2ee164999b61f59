"""A name in brackets, ours, before a claim that opens with a pronoun: "[Lev Berezin] He warned ...". Pure.

The ledger says who is meant; the quote under the claim stays as the article has it. It knows no question.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.answers.evidence import Evidence
from bot.answers.gate import same_speaker
from bot.language.script import fold
from bot.models import Article, Claim, Statement

PRONOUNS = frozenset({"he", "she", "they", "он", "она", "они"})
Openings = Mapping[tuple[int, int], str]  # article and place of a pronoun -> who is meant


def openings(evidence: Evidence) -> Openings:
    """Every place where the evidence has a pronoun for the speaker of a statement."""
    held: list[tuple[Article, Statement | None]] = [
        (one.article, one.statement) for one in evidence.statements
    ]
    held += [(one.article, one.statement) for one in evidence.sentences]
    return dict(_places(held))


def _places(held: Iterable[tuple[Article, Statement | None]]) -> Iterable[tuple[tuple[int, int], str]]:
    for article, statement in held:
        mention = statement.mention if statement else None
        if statement is None or mention is None or statement.speaker is None:
            continue
        if fold(article.text[mention.start : mention.end]) in PRONOUNS:
            yield (article.id, mention.start), statement.speaker


def with_name(claim: Claim, known: Openings) -> Claim:
    """The claim with its speaker in brackets, when its first quote opens with a pronoun for him."""
    if claim.speaker is None or not claim.citations:
        return claim
    first = claim.citations[0]
    meant = known.get((first.article_id, first.start))
    if meant is None or not same_speaker(meant, claim.speaker):
        return claim
    return replace(claim, text=f"[{claim.speaker}] {claim.text}")
