"""From what an address leads to, most often an entry of a feed, to drafts; it knows nothing of fetching.

What a page says of itself beats what the feed says, but not everything is believed: an address is taken from
the page only within its own site, and no moment of publication lies after the moment of reading.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.articles.entries import Entry
from bot.articles.entrydraft import sane_moment
from bot.articles.limits import Limits
from bot.articles.normal import host
from bot.articles.parse import parse
from bot.articles.weburl import folded, is_front, one_owner, same_site
from bot.models import Draft, Failure

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}", re.ASCII)  # "Газета.Ru" is a name


def page_draft(data: bytes, url: str, entry: Entry, seen: datetime) -> Draft:
    """The article of the page found at `url`; ValueError says why the page holds none."""
    if entry.url and is_front(url) and not is_front(entry.url):
        raise ValueError("the article is gone: its address leads to the front page of the site")
    found = list(pages(data, url, seen))
    if len(found) != 1 or isinstance(found[0], Failure):
        raise ValueError(found[0].error if found and isinstance(found[0], Failure) else "no article")
    draft = found[0]
    return replace(
        draft,
        title=draft.title or entry.title,
        published=_better(draft.published, sane_moment(entry.published, seen)),
        authors=draft.authors or entry.authors,
        language=draft.language or entry.language,
    )


def pages(data: bytes, url: str, seen: datetime, limits: Limits = Limits()) -> Iterator[Draft | Failure]:  # noqa: B008  (frozen)
    """What was fetched from `url`, whatever its format, as drafts with an address of the web."""
    for number, draft in enumerate(parse(data, url, limits)):
        if isinstance(draft, Failure):
            yield draft
            continue
        here = folded(url) + (f"#{number}" if number else "")
        known = _own_address(draft.url, url) or here
        published = sane_moment(draft.published, seen)
        yield replace(draft, url=known, source=_source(draft, known), published=published)


def _own_address(told: str, url: str) -> str:
    """The address that a page tells of itself, if it can be believed; else ""."""
    known = folded(told)
    misled = is_front(known) and not is_front(url)
    return known if known and same_site(known, url) and not misled else ""


def _source(draft: Draft, url: str) -> str | None:
    """The name that a page gives itself, but no domain of others; a page without one has its host."""
    named = draft.source or ""
    of_others = _DOMAIN.fullmatch(named) and not one_owner(f"https://{named}", url)
    return host(url) if of_others or not named else named


def _better(of_page: str | None, of_feed: str | None) -> str | None:
    """The page's moment, unless the feed alone gives a time of day."""
    if of_page and of_feed and "T" in of_feed and "T" not in of_page and of_feed[:10] == of_page[:10]:
        return of_feed
    return of_page or of_feed
