"""Bytes to a feed document, by what they hold: RSS, Atom, RDF, JSON Feed or sitemap; knows no network.

    bytes -> (gzip) -> JSON Feed | sitemap | feedparser -> FeedDocument

Whatever the bytes are, the result is a document or a ValueError that says what is wrong.
"""

import re

from bot.articles.decode import is_gzip, unpacked
from bot.articles.entries import FeedDocument
from bot.articles.feedjson import read_json_feed
from bot.articles.feedxml import read_xml_feed
from bot.articles.limits import FEED_TAGS, too_much_markup
from bot.articles.sitemap import read_sitemap

LARGEST = 10 * 1024 * 1024  # bytes of a feed, unpacked
_SNIFFED = 4096
_SPACE = b"\xef\xbb\xbf \t\r\n"
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)


def looks_like_feed(data: bytes) -> bool:
    """Whether the bytes begin as a feed or sitemap does, before anything is parsed."""
    start = data.lstrip(_SPACE)[:_SNIFFED].replace(b"\0", b"")  # UTF-16 counts as well
    if start.startswith(b"{"):
        return b"jsonfeed.org" in start
    return bool(_SITEMAP.search(start) or _FEED.search(start)) and b"<html" not in start.lower()


def read_feed(data: bytes, url: str) -> FeedDocument:
    """The document found at `url`, against which links are resolved; ValueError says why there is none."""
    content = unpacked(data, LARGEST) if is_gzip(data) else data
    start = content.lstrip(_SPACE)[:_SNIFFED]
    if not start:
        raise ValueError("empty")
    if len(content) > LARGEST:
        raise ValueError(f"too big: more than {LARGEST / 1e6:.0f} MB")
    if start.startswith(b"{"):
        return read_json_feed(content, url)
    if _SITEMAP.search(start):
        return read_sitemap(content)
    if refused := too_much_markup(content, FEED_TAGS):
        raise ValueError(refused)
    return read_xml_feed(content, url)
