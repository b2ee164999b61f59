"""A checked message as plain text: each claim, what holds of it, and the words of the source beside it. Pure.

It knows nothing of how claims are judged.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.answers.phrases import phrase
from bot.answers.text import sources_text
from bot.models import Check, CheckedClaim, Claim, Language

DIFFERENCES = 3  # reasons that are told; more help nobody


def told(check: Check) -> Check:
    """The check with what a person reads."""
    parts = ["\n".join(_lines(claim, check.lang)) for claim in check.claims]
    cited = [Claim(claim.text, None, "fact", claim.citations) for claim in check.claims]
    return replace(
        check, text="\n\n".join(part for part in (*parts, sources_text(cited, check.lang)) if part)
    )


def _lines(claim: CheckedClaim, language: Language) -> Iterator[str]:
    yield f"{phrase(f'checked_{claim.verdict}', language)}."
    yield f"– {claim.text}"
    if claim.verdict == "misattributed":
        yield (
            phrase("said_by", language, who=claim.speaker)
            if claim.speaker
            else phrase("not_a_person", language)
        )
    words = _differences(claim)
    if claim.verdict == "altered" and words:
        yield phrase("differs", language, what=", ".join(words))
    for cited in claim.citations:
        yield f"  {phrase('original', language)}: {' '.join(cited.quote.split())} [{cited.number}]"


def _differences(claim: CheckedClaim) -> list[str]:
    """The words that the verdict turns on, without the kind of fault that they are."""
    found: list[str] = []
    for reason in claim.reasons:
        words = reason.partition(": ")[2] or reason.partition(" ")[2]
        if words and not any(words in other for other in found):
            found.append(words)
    return found[:DIFFERENCES]
