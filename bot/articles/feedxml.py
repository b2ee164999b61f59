"""RSS, Atom, RDF and CDF to entries, by feedparser, which takes bytes here and never an address.

It knows nothing of the network. Neither cleaning of HTML nor resolving of links inside it is asked of
feedparser: only texts are taken from it, and both cost far more than parsing.
"""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from time import struct_time
from typing import Any
from urllib.parse import urljoin
from xml.sax import SAXException

import feedparser

from bot.articles.attributes import without_floods
from bot.articles.decode import xml_in_utf8
from bot.articles.entries import Entry, FeedDocument
from bot.articles.fragment import fragment_text, plain
from bot.articles.normal import normal_moment, one_line
from bot.articles.weburl import web_url
from bot.models import Language

MOST = 2000  # entries of one document
_TITLE = 500  # characters
_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_NUMBER = re.compile(r"\d{1,6}")
# what feedparser lets through from its parsers on markup made to break them
_BROKEN = (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, AssertionError)


def read_xml_feed(data: bytes, url: str) -> FeedDocument:
    """The entries of a feed found at `url`; ValueError when the bytes are no feed."""
    try:
        found = feedparser.parse(
            io.BytesIO(_spared(xml_in_utf8(data))),
            response_headers={"content-location": url},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
        if not found.get("version") and not found.entries:
            raise ValueError("no feed: neither RSS, Atom, RDF, JSON Feed nor a sitemap")
        return _document(found, url)
    except (*_BROKEN, SAXException) as error:
        if type(error) is ValueError:
            raise
        raise ValueError("the markup of this feed cannot be read") from error


def _spared(data: bytes) -> bytes:
    """Without floods of attributes, whatever the encoding: Latin-1 gives every byte back."""
    return without_floods(data.decode("latin-1")).encode("latin-1")


def _document(found: Any, url: str) -> FeedDocument:
    feed = found.feed
    language = _language(feed.get("language"))
    return FeedDocument(
        title=_title(feed),
        site=web_url(urljoin(url, feed.get("link") or "")) if feed.get("link") else "",
        entries=tuple(_entry(item, url, language) for item in found.entries[:MOST]),
        every=_every(feed),
    )


def _entry(item: Any, url: str, language: Language | None) -> Entry:
    return Entry(
        url=_link(item, url),
        guid=plain(str(item.get("id") or ""))[:2000].strip(),
        title=_title(item),
        published=_moment(item, "published") or _moment(item, "created") or _moment(item, "updated"),
        updated=_moment(item, "updated"),
        summary=fragment_text(item.get("summary") or ""),
        content=max((fragment_text(text) for text in _contents(item)), key=len, default=""),
        authors=_authors(item),
        language=_language((item.get("title_detail") or {}).get("language")) or language,
    )


def _link(item: Any, url: str) -> str:
    link = item.get("link") or item.get("feedburner_origlink") or ""
    return web_url(urljoin(url, link)) if link else web_url(str(item.get("id") or ""))


def _title(item: Any) -> str:
    return one_line(fragment_text(item.get("title") or ""))[:_TITLE]


def _contents(item: Any) -> Iterator[str]:
    for content in item.get("content") or ():
        if content.get("type", "text/html") in ("text/html", "application/xhtml+xml", "text/plain"):
            yield content.get("value") or ""


def _authors(item: Any) -> tuple[str, ...]:
    named = [author.get("name") or "" for author in item.get("authors") or ()] or [item.get("author") or ""]
    return tuple(dict.fromkeys(name for each in named if (name := one_line(plain(each))[:200])))


def _moment(item: Any, key: str) -> str | None:
    """A moment as the feed words it, with its zone; else as feedparser understands it."""
    if key not in item:
        return None  # feedparser would give another moment in its place
    try:
        return normal_moment(str(item.get(key) or ""))
    except ValueError:
        return _parsed_moment(item.get(f"{key}_parsed"))


def _parsed_moment(parsed: struct_time | None) -> str | None:
    try:
        return normal_moment(datetime(*parsed[:6], tzinfo=UTC).isoformat()) if parsed else None
    except ValueError:
        return None


def _language(code: object) -> Language | None:
    short = str(code or "").lower()[:2]
    return "en" if short == "en" else "ru" if short == "ru" else None


def _every(feed: Any) -> int | None:
    minutes = _NUMBER.fullmatch(str(feed.get("ttl") or "").strip())
    if minutes:
        return int(minutes.group()) * 60 or None
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    often = _NUMBER.fullmatch(str(feed.get("sy_updatefrequency") or "1").strip())
    return period // max(1, int(often.group())) if period and often else None
