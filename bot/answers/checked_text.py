"""A checked message as plain text: each claim, what holds of it, and the words of the source beside it. Pure.

It knows nothing of how claims are judged.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.answers.phrases import phrase
from bot.answers.text import sources_text
from bot.models import Check, CheckedClaim, Claim, Language

DIFFERENCES = 3  # that are told; more help nobody


def told(check: Check) -> Check:
    """The check with what a person reads."""
    parts = ["\n".join(_lines(claim, check.lang)) for claim in check.claims]
    cited = [Claim(claim.text, None, "fact", claim.citations) for claim in check.claims]
    rest = phrase("too_long", check.lang) if check.cut else ""
    shown = (*parts, rest, sources_text(cited, check.lang))
    return replace(check, text="\n\n".join(part for part in shown if part))


def _lines(claim: CheckedClaim, language: Language) -> Iterator[str]:
    yield f"{phrase(f'checked_{claim.verdict}', language)}."
    yield f"– {claim.text}"
    if claim.verdict == "misattributed":
        yield (
            phrase("said_by", language, who=claim.speaker)
            if claim.speaker
            else phrase("not_a_person", language)
        )
    if claim.verdict == "altered" and claim.differences:
        yield phrase("differs", language, what=", ".join(claim.differences[:DIFFERENCES]))
    for cited in claim.citations:
        yield f"  {phrase('original', language)}: {' '.join(cited.quote.split())} [{cited.number}]"
