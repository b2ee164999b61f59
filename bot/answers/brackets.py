"""A name in brackets, ours, before a claim that opens with less: "[Lev Berezin] He warned ...". Pure.

Whom a pronoun means the ledger says; whose a bare surname is, the article. The quote under the claim stays as
the article has it. It knows no question.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.answers.evidence import Evidence, FoundSentence
from bot.answers.gate import same_speaker
from bot.language.names import find_names
from bot.language.script import fold
from bot.models import Article, Claim, Statement

PRONOUNS = frozenset({"he", "she", "they", "он", "она", "они"})
Openings = Mapping[tuple[int, int], str]  # article and place of a pronoun or surname -> who is meant


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


def surnames(evidence: Evidence) -> Openings:
    """Every sentence that opens with a surname which its article gives in full before, always alike."""
    found = ((one, _in_full(one)) for one in evidence.sentences)
    return {(one.article.id, one.span.start): name for one, name in found if name}


def _in_full(found: FoundSentence) -> str:
    first = next(iter(find_names(found.text)), None)
    if first is None or first.start or " " in first.text:
        return ""
    before = find_names(found.article.text, 0, found.span.start)
    full = {name.text for name in before if name.text.endswith(f" {first.text}")}
    return full.pop() if len(full) == 1 else ""


def with_full_name(claim: Claim, known: Openings) -> Claim:
    """The claim with the name in brackets that its first quote opens with the last word of."""
    first = claim.citations[0] if claim.citations else None
    name = known.get((first.article_id, first.start), "") if first else ""
    return replace(claim, text=f"[{name}] {claim.text}") if name else claim
