"""A digest as Telegram messages, a story never cut in two if one can hold it; it knows no sending."""

from datetime import tzinfo

from bot.digests.text import Digest, blocks, heading, item_heading, line, more_line, nothing_new, spent_line
from bot.models import Claim, Language
from bot.subscriptions.values import DigestItem
from bot.telegram.links import sentence_link, web_address
from bot.telegram.render import render_blocks
from bot.telegram.richtext import Block, Run, plain


def digest_pages(digest: Digest, zone: tzinfo) -> list[str]:
    """The messages of a digest, in order, as Telegram HTML within all limits."""
    head = Block((Run(heading(digest, zone), bold=True),))
    if not digest.items:
        return render_blocks([head, plain(nothing_new(digest))])
    told = (
        _item(number, item, claims, digest.language)
        for number, (item, claims) in enumerate(blocks(digest.items), 1)
    )
    return render_blocks([head, *map(plain, spent_line(digest)), *told, *map(plain, more_line(digest))])


def _item(number: int, item: DigestItem, claims: tuple[Claim, ...], language: Language) -> Block:
    """The title, linked to the article of the first line, and the lines with their numbers linked."""
    address = web_address(claims[0].citations[0].url) if claims else ""
    runs = [Run(f"{number}. "), Run(item_heading(item, language), bold=True, href=address)]
    for claim in claims:
        runs.append(Run(f"\n• {line(claim)}"))
        for citation in claim.citations:
            runs.append(Run(" "))
            runs.append(Run(f"[{citation.number}]", href=sentence_link(citation.url, citation.quote)))
    return Block(tuple(runs))
