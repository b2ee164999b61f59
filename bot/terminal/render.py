"""Turns an answer into rich text for a terminal; it knows nothing of streams and questions."""

from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.answers.text import about_source, translated
from bot.models import Answer, Citation, Claim, Language


def render(answer: Answer) -> RenderableType:
    """Claims under the names of their speakers, then the numbered sources; or the words of a refusal."""
    if not answer.answered:
        return Text(answer.details or answer.text)
    parts: list[RenderableType] = [Text(answer.remark, style="italic")] if answer.remark else []
    for speaker, claims in groupby(answer.claims, key=lambda claim: claim.speaker):
        if speaker:
            parts.append(Text(speaker, style="bold cyan"))
        parts.extend(Padding(_claim(claim, answer.lang), (0, 0, 0, 2)) for claim in claims)
    parts.append(Text())
    parts.extend(_source(citation, answer.lang) for citation in _numbered(answer.claims))
    return Group(*parts)


def _claim(claim: Claim, language: Language) -> Text:
    marks = "".join(f"[{citation.number}]" for citation in claim.citations)
    note = f"({claim.note}) " if claim.note else ""
    told = translated(claim, language)
    below = (f"\n{told}" if told else "", "italic dim")
    return Text.assemble((note, "italic"), claim.text, " ", (marks, "bold green"), below)


def _numbered(claims: tuple[Claim, ...]) -> list[Citation]:
    """Every citation once, by number."""
    found = {citation.number: citation for claim in claims for citation in claim.citations}
    return [found[number] for number in sorted(found)]


def _source(citation: Citation, language: Language) -> Text:
    about = ", ".join(about_source(citation, language))
    shown = Text.assemble(
        (f"[{citation.number}] ", "green"), citation.title, (f" ({about})" if about else "", "dim")
    )
    return shown.append(f"\n    {citation.url}", style=f"dim link {citation.url}")
