"""An answer as plain text: speakers as headings, dates, [n] marks, the list of sources. Pure.

It knows nothing of Telegram or of a terminal; they render claims in their own way.
"""

from collections.abc import Sequence
from itertools import groupby

from bot.answers.courses import day_of
from bot.answers.phrases import counted, phrase
from bot.language.dates import readable_date
from bot.models import Answer, Citation, Claim, Language


def render_text(answer: Answer) -> str:
    """What a person reads: the remark, the claims or the reply, the sources."""
    parts = [answer.remark, answer.details, claims_text(answer.claims, answer.lang)]
    parts.append(sources_text(answer.claims, answer.lang))
    return "\n\n".join(part for part in parts if part)


def claims_text(claims: Sequence[Claim], language: Language) -> str:
    """The claims, those of one speaker in a row under his name."""
    blocks: list[str] = []
    for speaker, group in groupby(claims, key=lambda claim: claim.speaker):
        told = ((claim_line(claim, language), translated(claim, language)) for claim in group)
        lines = [line for both in told for line in both if line]
        blocks.append("\n".join([f"{speaker}:", *lines] if speaker else lines))
    return "\n\n".join(blocks)


def claim_line(claim: Claim, language: Language) -> str:
    """One claim with its date and marks: "– 9 July 2025 (first found): ... [1]"."""
    head = claim_head(claim, language)
    return f"– {head}: {claim.text} {marks(claim)}" if head else f"– {claim.text} {marks(claim)}"


def translated(claim: Claim, language: Language) -> str:
    """The translation of a claim, said to be one; empty without."""
    return phrase("translation", language, text=claim.translation) if claim.translation else ""


def claim_head(claim: Claim, language: Language) -> str:
    """The day of a claim and our note on it, as far as there are any."""
    day = claim_day(claim, language)
    note = f"({claim.note})" if claim.note and day else claim.note
    return " ".join(filter(None, (day, note)))


def claim_day(claim: Claim, language: Language) -> str:
    """The day of the earliest article cited, readable; empty when none is dated."""
    day = day_of(claim)
    return readable_date(day.isoformat(), language) if day else ""


def marks(claim: Claim) -> str:
    """The numbers of a claim's citations: "[1][3]"."""
    return "".join(f"[{number}]" for number in dict.fromkeys(cited.number for cited in claim.citations))


def sources_text(claims: Sequence[Claim], language: Language) -> str:
    """The list of sources, one line an article with the numbers that point to it."""
    cited = [citation for claim in claims for citation in claim.citations]
    if not cited:
        return ""
    by_article: dict[int, dict[int, Citation]] = {}
    for citation in cited:
        by_article.setdefault(citation.article_id, {})[citation.number] = citation
    lines = [source_line(list(numbers.values()), language) for numbers in by_article.values()]
    return "\n".join([phrase("sources", language), *lines])


def source_line(citations: Sequence[Citation], language: Language) -> str:
    """One article: "[1][2] title — source, date, address"."""
    numbers = "".join(f"[{citation.number}]" for citation in citations)
    about = ", ".join([*about_source(citations[0], language), citations[0].url])
    return f"{numbers} {citations[0].title} — {about}"


def about_source(citation: Citation, language: Language) -> list[str]:
    """What is said of a cited article beside its title: outlet, day, reprints, whether it is whole."""
    day = readable_date(citation.published, language) if citation.published else phrase("undated", language)
    about = [citation.source, day]
    if citation.reprints:
        about.append(counted(citation.reprints, language, 2))
    if citation.partial:
        about.append(phrase("partial", language))
    return list(filter(None, about))
