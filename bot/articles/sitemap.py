"""Sitemaps to entries: news sitemaps, plain ones with dates, and indexes of sitemaps; knows no network.

A plain sitemap names every page of a site, old and new. So only pages with a date are taken, and only the
newest of them.
"""

from itertools import islice

from bot.articles.entries import Entry, FeedDocument
from bot.articles.feedxml import MOST
from bot.articles.fragment import plain
from bot.articles.normal import normal_moment, one_line
from bot.articles.weburl import web_url
from bot.articles.xmltree import Element, children, local_name, read_xml, text_of
from bot.models import Language

_PAGES = 50_000  # that a sitemap may name
_NEWEST = 200  # pages of a sitemap without news
_PARTS = 3  # sitemaps of an index that are worth reading


def read_sitemap(data: bytes) -> FeedDocument:
    """The entries of a sitemap, or the newest parts of an index; ValueError when the bytes are neither."""
    root = read_xml(data)
    if local_name(root) == "sitemapindex":
        return FeedDocument(parts=_parts(root))
    if local_name(root) != "urlset":
        raise ValueError("no sitemap: its root is neither urlset nor sitemapindex")
    pages = list(islice(children(root, "url"), _PAGES))
    news = [entry for page in pages if (entry := _news(page)).title]
    if news:
        return FeedDocument(_publication(pages), entries=tuple(entry for entry in news[:MOST] if entry.url))
    return FeedDocument(entries=tuple(_newest(pages)))


def _news(page: Element) -> Entry:
    return Entry(
        url=web_url(text_of(page, "loc")),
        title=one_line(plain(text_of(page, "news", "title")))[:500],
        published=_moment(text_of(page, "news", "publication_date")),
        updated=_moment(text_of(page, "lastmod")),
        language=_language(text_of(page, "news", "publication", "language")),
    )


def _publication(pages: list[Element]) -> str:
    names = (one_line(text_of(page, "news", "publication", "name")) for page in pages)
    return next(filter(None, names), "")


def _newest(pages: list[Element]) -> list[Entry]:
    dated = [
        Entry(url=url, updated=moment)
        for page in pages
        if (moment := _moment(text_of(page, "lastmod"))) and (url := web_url(text_of(page, "loc")))
    ]
    # as text: moments of one sitemap are worded alike
    return sorted(dated, key=lambda entry: entry.updated or "", reverse=True)[:_NEWEST]


def _parts(root: Element) -> tuple[str, ...]:
    """Addresses of sitemaps: those of news first, then the newest."""
    found = [(web_url(text_of(part, "loc")), text_of(part, "lastmod")) for part in children(root, "sitemap")]
    newest = sorted(found, key=lambda part: ("news" in part[0].lower(), part[1]), reverse=True)
    return tuple(dict.fromkeys(url for url, _ in newest if url))[:_PARTS]


def _moment(text: str) -> str | None:
    try:
        return normal_moment(text)
    except ValueError:
        return None


def _language(code: str) -> Language | None:
    return "en" if code[:2] == "en" else "ru" if code[:2] == "ru" else None
