"""What a page says about itself: title, moment of publication with its zone, address, site, authors.

Reads JSON-LD, then meta tags, then `<time>`; dates are never guessed from the running text. Knows nothing of
the main text. (trafilatura and htmldate give a date without its time and zone, hence this module.)
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Protocol

from bot.articles.normal import host, normal_moment, normal_url, one_line
from bot.models import Language

_MOMENTS = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "mediator_published_time",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_ARTICLE_TYPES = ("Article", "Posting", "Report")
_JSON_LD = 1_000_000  # characters of one block that are read
_TITLE = 500  # characters
_SUMMARY = 2000  # characters
_NODES = 5_000  # objects that are looked at in all blocks


class Element(Protocol):
    """What we use of an element of lxml, which has no types of its own."""

    text: str | None
    attrib: Mapping[str, str]

    def get(self, key: str) -> str | None:
        """The value of an attribute."""

    def iter(self, tag: str) -> Iterator["Element"]:
        """The elements of a tag below, in the order of the page."""

    def itertext(self) -> Iterator[str]:
        """All text below."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of a page, each None or empty when it does not tell."""

    title: str
    url: str | None
    published: str | None
    site: str | None
    authors: tuple[str, ...]
    language: Language | None
    summary: str  # what the page says of the article in a sentence or two
    is_free: bool  # False when the page says that one must pay to read on


def page_facts(tree: Element) -> PageFacts:
    """Everything that the page tells of itself, the best source of each first."""
    meta = _meta(tree)
    articles = _articles(tree)
    return PageFacts(
        title=_title(tree, meta, articles),
        url=_url(tree, meta),
        published=_first_moment(_moments(tree, meta, articles)),
        site=_site(meta.get("og:site_name", "") or _name(articles, "publisher")),
        authors=tuple(filter(None, (one_line(unescape(name)) for name in _authors(articles)))),
        language=_language(tree),
        summary=_summary(meta, articles),
        is_free=not any(_says_no(node.get("isAccessibleForFree")) for node in articles)
        and meta.get("article:content_tier", "").lower() != "locked",
    )


def _meta(tree: Element) -> dict[str, str]:
    """The first content of every meta property, name or itemprop, by its lower-case key."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            for key in (element.get(attribute) or "").lower().split():
                if content:
                    found.setdefault(key, content)
    return found


def _articles(tree: Element) -> list[dict[str, Any]]:
    """JSON-LD objects whose type is some kind of article, in the order of the page."""
    blocks = (_json_block(element) for element in tree.iter("script"))
    return [node for node in _nodes(blocks) if _is_article(node)]


def _json_block(element: Element) -> Any:
    if "ld+json" not in (element.get("type") or "").lower():
        return None
    try:
        return json.loads((element.text or "")[:_JSON_LD], strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(blocks: Iterable[Any]) -> Iterator[dict[str, Any]]:
    waiting = list(blocks)
    for _ in range(_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, dict):
            yield value
            waiting[:0] = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in names)


def _texts(nodes: list[dict[str, Any]], key: str) -> Iterator[str]:
    return (value for node in nodes if isinstance(value := node.get(key), str))


def _name(nodes: list[dict[str, Any]], key: str) -> str:
    return next((name for node in nodes if (name := _own_name(node.get(key)))), "")


def _own_name(value: object) -> str:
    name = value.get("name") if isinstance(value, dict) else None
    return name if isinstance(name, str) else ""


def _authors(nodes: list[dict[str, Any]]) -> list[str]:
    for node in nodes:
        value = node.get("author")
        people = value if isinstance(value, list) else [value]
        if names := [name for person in people if (name := _own_name(person))]:
            return names
    return []


def _title(tree: Element, meta: dict[str, str], articles: list[dict[str, Any]]) -> str:
    """The headline; an `h1` counts when the window title repeats it, for it may be the name of the site."""
    window = next(map(_text, tree.iter("title")), "")
    headings = [
        heading for heading in map(_text, tree.iter("h1")) if heading and (not window or heading in window)
    ]
    candidates = [*_texts(articles, "headline"), meta.get("og:title", ""), *headings, window]
    return next((title for text in candidates if (title := one_line(unescape(text))[:_TITLE])), "")


def _summary(meta: dict[str, str], articles: list[dict[str, Any]]) -> str:
    told = (meta.get("og:description", ""), meta.get("description", ""))
    candidates = (*told, *_texts(articles, "description"))
    return next((found for text in candidates if (found := one_line(unescape(text))[:_SUMMARY])), "")


def _says_no(value: object) -> bool:
    return str(value).lower() == "false"


def _text(element: Element) -> str:
    return one_line("".join(element.itertext()))


def _url(tree: Element, meta: dict[str, str]) -> str | None:
    links = (element.get("href") for element in tree.iter("link") if _is_canonical(element))
    for candidate in (*links, meta.get("og:url")):
        if candidate and candidate.strip().lower().startswith(("http://", "https://")):
            try:
                return normal_url(candidate)
            except ValueError:
                continue
    return None


def _is_canonical(element: Element) -> bool:
    return "canonical" in (element.get("rel") or "").lower().split()


def _site(name: str) -> str | None:
    known = one_line(unescape(name))[:_TITLE]
    return host(known) or known or None


def _moments(tree: Element, meta: dict[str, str], articles: list[dict[str, Any]]) -> Iterator[str]:
    yield from _texts(articles, "datePublished")
    yield from (meta[key] for key in _MOMENTS if key in meta)
    times = list(tree.iter("time"))
    marked = [
        element
        for element in times
        if element.get("itemprop") == "datePublished" or "pubdate" in element.attrib
    ]
    yield from (element.get("datetime") or "" for element in (*marked, *times[:1]))


def _first_moment(candidates: Iterable[str]) -> str | None:
    """The first candidate that is a date; a page's bad date is passed over, for nobody here can mend it."""
    for candidate in candidates:
        try:
            return normal_moment(candidate)
        except ValueError:
            continue
    return None


def _language(tree: Element) -> Language | None:
    code = (tree.get("lang") or "").lower()[:2]
    return "en" if code == "en" else "ru" if code == "ru" else None
