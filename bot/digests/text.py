"""A digest as plain text, and the pieces of it that every front end words alike. Pure.

It knows nothing of how a front end marks titles and links.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import groupby

from bot.answers.compose import numbered
from bot.answers.phrases import phrase
from bot.answers.text import marks
from bot.language.dates import readable_date, timestamp
from bot.models import Citation, Claim, Language
from bot.search.coverage import bag
from bot.subscriptions.values import DigestItem, Scope, Window

SHOWN = 6  # items of a digest: it reads in a minute

Blocks = list[tuple[DigestItem, tuple[Claim, ...]]]


@dataclass(frozen=True, slots=True)
class Digest:
    """What a subscription is told of a window."""

    scope: Scope
    window: Window
    language: Language
    items: tuple[DigestItem, ...]
    more: int = 0  # items that there were besides
    newest: str | None = (
        None  # when the newest article of the library was published, told when nothing is new
    )
    spent: bool = False  # a model would have told it, but its budget is used up


def render_text(digest: Digest, zone: tzinfo) -> str:
    """What a person reads in a terminal: items with their lines and the addresses that these cite."""
    if not digest.items:
        return f"{heading(digest, zone)}\n\n{nothing_new(digest)}"
    told = blocks(digest.items)
    parts = [heading(digest, zone), *spent_line(digest)]
    for number, (item, claims) in enumerate(told, 1):
        lines = [f"{number}. {item_heading(item, digest.language)}"]
        lines += [f"– {line(claim)} {marks(claim)}" for claim in claims]
        parts.append("\n".join([*lines, *_sources(claims)]))
    return "\n\n".join([*parts, *more_line(digest)])


def nothing_new(digest: Digest) -> str:
    """That there is nothing, and of when the newest article is."""
    day = readable_date(digest.newest, digest.language)
    said = [phrase("digest_empty", digest.language)]
    return " ".join([*said, *([phrase("digest_newest", digest.language, day=day)] if day else [])])


def more_line(digest: Digest) -> list[str]:
    """That there is more than is shown; nothing when there is not."""
    return [phrase("digest_more", digest.language, n=str(digest.more))] if digest.more else []


def spent_line(digest: Digest) -> list[str]:
    """That the sources tell it since the budget of a model is used up; nothing when it is not."""
    return [phrase("digest_spent", digest.language)] if digest.spent else []


def blocks(items: Sequence[DigestItem]) -> Blocks:
    """Items with their claims; statements that one article tells in a row stand under one title."""
    found: Blocks = []
    for (kind, title, _), members in groupby(items, key=lambda item: (item.kind, item.title, item.update)):
        held = list(members)
        if kind == "story" or not title:
            found += [(item, item.claims) for item in held]
        else:
            found.append((held[0], numbered([claim for item in held for claim in item.claims])))
    return found


def heading(digest: Digest, zone: tzinfo) -> str:
    """What the digest is of, and which days: "“central bank”, 14 July 2025"."""
    return f"{scope_heading(digest.scope, digest.language)}, {_days(digest.window, digest.language, zone)}"


def scope_heading(scope: Scope, language: Language) -> str:
    """What a scope is, as a heading names it."""
    words = phrase(f"digest_{scope.kind}", language, value=scope.value)
    return words + (phrase("about", language, topic=scope.about) if scope.about else "")


def item_heading(item: DigestItem, language: Language) -> str:
    """A title with what else is known of the item: "Update: Bridge reopens (3 articles, 14 July 2025)"."""
    title = phrase("digest_update", language, title=item.title) if item.update else item.title
    count = phrase("digest_articles", language, n=str(item.articles)) if item.articles > 1 else ""
    known = ", ".join(filter(None, (count, _day(item, language))))
    return f"{title} ({known})" if known else title


def line(claim: Claim) -> str:
    """The words of a claim, after its speaker's name where they do not hold it."""
    if claim.speaker and bag(claim.speaker).forms.isdisjoint(bag(claim.text).forms):
        return f"{claim.speaker}: {claim.text}"
    return claim.text


def _sources(claims: Sequence[Claim]) -> list[str]:
    """One line an article, with the numbers that point to it."""
    cited: dict[str, dict[int, Citation]] = {}
    for claim in claims:
        for citation in claim.citations:
            cited.setdefault(citation.url, {})[citation.number] = citation
    return [_source(list(held.values())) for held in cited.values()]


def _source(citations: Sequence[Citation]) -> str:
    numbers = "".join(f"[{citation.number}]" for citation in citations)
    return f"{numbers} {', '.join(filter(None, (citations[0].source, citations[0].url)))}"


def _days(window: Window, language: Language, zone: tzinfo) -> str:
    ends = [datetime.fromtimestamp(second, zone).date() for second in (window.since, window.until - 1)]
    return " – ".join(dict.fromkeys(readable_date(day.isoformat(), language) for day in ends))


def _day(item: DigestItem, language: Language) -> str:
    """The day of the newest article cited, as its source has it."""
    stamps = [cited.published for claim in item.claims for cited in claim.citations]
    newest = max(stamps, key=timestamp, default=None)
    return readable_date(newest, language)
