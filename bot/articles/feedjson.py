"""JSON Feed (jsonfeed.org, 1.0 and 1.1) to entries; it knows nothing of the network."""

import json
from typing import Any
from urllib.parse import urljoin

from bot.articles.entries import Entry, FeedDocument
from bot.articles.feedxml import MOST
from bot.articles.fragment import fragment_text, plain
from bot.articles.normal import normal_moment, one_line
from bot.articles.weburl import web_url
from bot.models import Language

_TITLE = 500  # characters


def read_json_feed(data: bytes, url: str) -> FeedDocument:
    """The entries of a JSON Feed found at `url`; ValueError when the bytes are none."""
    try:
        feed = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError("the JSON of this feed cannot be read") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in _text(feed, "version"):
        raise ValueError("no feed: JSON, but not a JSON Feed")
    home = _text(feed, "home_page_url")
    language = _language(feed)
    return FeedDocument(
        title=one_line(plain(_text(feed, "title")))[:_TITLE],
        site=web_url(urljoin(url, home)) if home else "",
        entries=tuple(_entry(item, url, language) for item in items[:MOST] if isinstance(item, dict)),
    )


def _entry(item: dict[str, Any], url: str, language: Language | None) -> Entry:
    guid = str(item.get("id") or "")
    link = _text(item, "url") or _text(item, "external_url")
    content = fragment_text(_text(item, "content_html")) or fragment_text(_text(item, "content_text"))
    return Entry(
        url=web_url(urljoin(url, link)) if link else web_url(guid),
        guid=plain(guid)[:2000].strip(),
        title=one_line(plain(_text(item, "title")))[:_TITLE],
        published=_moment(item, "date_published") or _moment(item, "date_modified"),
        updated=_moment(item, "date_modified"),
        summary=fragment_text(_text(item, "summary")),
        content=content,
        authors=_authors(item),
        language=_language(item) or language,
    )


def _text(fields: dict[str, Any], key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def _moment(item: dict[str, Any], key: str) -> str | None:
    try:
        return normal_moment(_text(item, key))
    except ValueError:
        return None


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    listed = item.get("authors")
    people = listed if isinstance(listed, list) else [item.get("author")]
    names = (_text(person, "name") for person in people if isinstance(person, dict))
    return tuple(name for each in names if (name := one_line(plain(each))[:200]))


def _language(fields: dict[str, Any]) -> Language | None:
    short = _text(fields, "language").lower()[:2]
    return "en" if short == "en" else "ru" if short == "ru" else None
