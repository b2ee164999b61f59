"""A checked message as Telegram shows it: claims, what holds of them, the original; it sends nothing."""

from collections.abc import Iterator

from bot.answers.checked_text import DIFFERENCES
from bot.answers.phrases import phrase
from bot.models import Check, CheckedClaim, Claim, Language
from bot.telegram.links import sentence_link
from bot.telegram.render import render_blocks, sources
from bot.telegram.richtext import Block, Run, plain
from bot.telegram.split import shorten

SIGNS = {"supported": "✅", "altered": "⚠️", "misattributed": "⚠️", "unsupported": "❓"}
LONGEST_CLAIM = 500  # characters of a claim that are repeated
LONGEST_ORIGINAL = 900


def render_check(check: Check) -> list[str]:
    """The messages, in order, as Telegram HTML within all limits."""
    cited = tuple(Claim(one.text, None, "fact", one.citations) for one in check.claims)
    rest = [plain(phrase("too_long", check.lang))] if check.cut else []
    claims = [_claim(one, check.lang) for one in check.claims]
    return render_blocks([*claims, *rest, *sources(cited, check.lang)])


def _claim(claim: CheckedClaim, language: Language) -> Block:
    head = Run(f"{SIGNS[claim.verdict]} {phrase(f'checked_{claim.verdict}', language)}", bold=True)
    told = Run(f"\n— {shorten(claim.text, LONGEST_CLAIM)}")
    return Block((head, told, *_why(claim, language), *_originals(claim, language)))


def _why(claim: CheckedClaim, language: Language) -> Iterator[Run]:
    if claim.verdict == "misattributed":
        who = phrase("said_by", language, who=claim.speaker) if claim.speaker else ""
        yield Run(f"\n{who or phrase('not_a_person', language)}")
    if claim.verdict == "altered" and claim.differences:
        yield Run(f"\n{phrase('differs', language, what=', '.join(claim.differences[:DIFFERENCES]))}")


def _originals(claim: CheckedClaim, language: Language) -> Iterator[Run]:
    for cited in claim.citations:
        words = shorten(" ".join(cited.quote.split()), LONGEST_ORIGINAL)
        yield Run(f"\n{phrase('original', language)}: ", italic=True)
        yield Run(f"{words} ")
        yield Run(f"[{cited.number}]", href=sentence_link(cited.url, cited.quote))
