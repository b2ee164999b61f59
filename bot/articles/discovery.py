"""Where the feeds of a site are: what its page declares, and where they usually lie; knows no network."""

from urllib.parse import urljoin, urlsplit

from lxml import html as lxml_html
from lxml.etree import LxmlError

from bot.articles.attributes import without_floods
from bot.articles.decode import html_text
from bot.articles.limits import too_much_markup
from bot.articles.normal import one_line
from bot.articles.opml import Outline
from bot.articles.weburl import web_url

_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/xml",
        "text/xml",
    }
)
_USUAL = (
    "/feed/",
    "/rss",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/index.xml",
    "/feed.json",
    "/news-sitemap.xml",
    "/sitemap-news.xml",
    "/sitemap.xml",
)
_COMMENTS = ("comment", "kommentar", "комментар")
_HEAD = 500_000  # characters of a page in which feeds are declared
_MOST = 20


def declared_feeds(data: bytes, url: str) -> list[Outline]:
    """The feeds that a page declares, in its order, those of comments last."""
    found: dict[str, Outline] = {}
    if too_much_markup(data):
        return []
    try:
        head = without_floods(html_text(data)[:_HEAD])
        root = lxml_html.document_fromstring(head.encode("utf-8", "replace"))
    except (LxmlError, ValueError, AssertionError):
        return []
    for link in root.iter("link"):
        kinds = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").lower().partition(";")[0].strip()
        if "alternate" in kinds and kind in _TYPES and (feed := _absolute(url, link.get("href"))):
            found.setdefault(feed, Outline(feed, one_line(link.get("title") or "")[:500]))
    return sorted(found.values(), key=_is_of_comments)[:_MOST]


def usual_feeds(url: str) -> list[str]:
    """Addresses at which sites often have a feed, likeliest first."""
    parts = urlsplit(url)
    return [f"{parts.scheme}://{parts.netloc}{path}" for path in _USUAL]


def _absolute(url: str, link: str | None) -> str:
    try:
        return web_url(urljoin(url, link.strip())) if link and link.strip() else ""
    except ValueError:
        return ""


def _is_of_comments(feed: Outline) -> bool:
    return any(word in f"{feed.url} {feed.title}".lower() for word in _COMMENTS)
