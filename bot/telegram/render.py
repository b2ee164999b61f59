"""Turns an answer into Telegram messages: short text, then the passages; it knows nothing of sending."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import PurePosixPath

from bot.answers.text import about_source, claim_head, translated
from bot.models import Answer, Citation, Claim, Language
from bot.telegram.links import sentence_link, web_address
from bot.telegram.richtext import Block, Run, clean, plain, to_html
from bot.telegram.split import DEFAULT_LIMITS, pages, shorten

LONGEST_PASSAGE = 1500  # characters; the link opens the whole
# characters shown before and after a quote, the most that lets one message hold the whole answer
AROUND = (LONGEST_PASSAGE, 500, 250, 120)
SPACES = re.compile(r"\s+")


def render(answer: Answer) -> list[str]:
    """The messages of an answer, in order, as Telegram HTML within all limits; none when it has no words."""
    for around in AROUND:
        blocks = _blocks(answer, around)
        if sum(len(block.text) for block in blocks) <= DEFAULT_LIMITS.units:
            rendered = render_blocks(blocks)
            if len(rendered) <= 1:
                return rendered
    return render_blocks(_blocks(answer, LONGEST_PASSAGE))


def render_text(text: str) -> list[str]:
    """Plain words as messages."""
    return render_blocks([plain(text)])


def render_claims(claims: tuple[Claim, ...], language: Language) -> list[str]:
    """Claims of an answer that is still being made, without the passages."""
    return render_blocks(_claims(claims, language))


def render_blocks(blocks: Iterable[Block]) -> list[str]:
    """Any blocks as messages."""
    return [to_html(page) for page in pages(map(_cleaned, blocks))]


def _cleaned(block: Block) -> Block:
    """The block without what `to_html` takes out, so that splitting counts what will be sent."""
    text = block.text
    if clean(text) == text:
        return block
    return replace(block, runs=tuple(replace(run, text=clean(run.text)) for run in block.runs))


def _blocks(answer: Answer, around: int) -> list[Block]:
    remark = [Block((Run(answer.remark, italic=True),))] if answer.remark else []
    if answer.claims:
        return [*remark, *_claims(answer.claims, answer.lang), *sources(answer.claims, answer.lang, around)]
    return [*remark, plain(answer.details)] if answer.details else [plain(answer.text)]


def _claims(claims: tuple[Claim, ...], language: Language) -> Iterator[Block]:
    """One block a claim, for splitting to prefer its borders; a heading stays with its first claim."""
    for speaker, spoken in groupby(claims, key=lambda claim: claim.speaker):
        heading = (Run(speaker, bold=True), Run("\n")) if speaker else ()
        for number, claim in enumerate(spoken):
            head = claim_head(claim, language)
            when = (Run(f"{head}: ", italic=True),) if head else ()
            told = translated(claim, language)
            below = (Run(f"\n{told}", italic=True),) if told else ()
            runs = (*(heading if number == 0 else ()), Run("• "), *when, Run(claim.text), *_numbers(claim))
            yield Block((*runs, *below), gap="\n" if number else "\n\n")


def _numbers(claim: Claim) -> Iterator[Run]:
    shown = {citation.number: citation for citation in claim.citations}
    for number, citation in shown.items():
        yield Run(" ")
        yield Run(f"[{number}]", href=sentence_link(citation.url, citation.quote))


def sources(claims: tuple[Claim, ...], language: Language, around: int = LONGEST_PASSAGE) -> Iterator[Block]:
    """One expandable quotation an article, with every passage of it that the claims cite.

    Of a passage, `around` characters are shown before and after each quote.
    """
    cited = {citation.number: citation for claim in claims for citation in claim.citations}
    by_article: dict[tuple[int, str], list[Citation]] = {}
    for citation in cited.values():
        by_article.setdefault((citation.article_id, citation.url), []).append(citation)
    for number, citations in enumerate(by_article.values()):
        yield Block(tuple(_source(citations, language, around)), quoted=True, gap="\n" if number else "\n\n")


def _source(citations: list[Citation], language: Language, around: int) -> Iterator[Run]:
    first = citations[0]
    title = first.title.strip() or PurePosixPath(first.url).name
    yield Run(title, bold=True, href=web_address(first.url))
    about = ", ".join(about_source(first, language))
    if about:
        yield Run(f"\n{about}", italic=True)
    for passage, cited in groupby(citations, key=lambda citation: citation.passage or citation.quote):
        yield Run("\n")
        yield from _passage(passage, list(cited), around)


def _passage(passage: str, cited: list[Citation], around: int) -> Iterator[Run]:
    """A passage with the quotes in bold, each behind its number."""
    at = 0
    for citation in sorted(cited, key=lambda citation: citation.start):
        begins = passage.find(citation.quote, at)
        if begins < 0:
            continue
        yield Run(_before(_line(passage[at:begins]), around, follows=at > 0))
        yield Run(f"[{citation.number}] ")
        yield Run(_line(shorten(citation.quote.strip(), LONGEST_PASSAGE)), bold=True)
        at = begins + len(citation.quote)
    yield Run(shorten(_line(passage[at:]), around))


def _before(text: str, around: int, *, follows: bool) -> str:
    """What stands before a quote: its end and, when it `follows` another quote, its beginning."""
    if len(text) <= around * (1 + follows):
        return text
    end = text[-around:]
    end = f"…{end[end.find(' ') + 1 :]}"
    return f"{shorten(text, around)} {end}" if follows else end


def _line(text: str) -> str:
    """White space of any kind as one space, so that a passage stays one paragraph."""
    return SPACES.sub(" ", text)
