"""Lists of feeds as other readers exchange them (OPML): read and written; knows nothing of files."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from bot.articles.fragment import plain
from bot.articles.normal import one_line
from bot.articles.weburl import web_url
from bot.articles.xmltree import local_name, read_xml


class Outline(NamedTuple):
    """One feed of a list."""

    url: str
    title: str = ""
    site: str = ""


def looks_like_opml(data: bytes) -> bool:
    """Whether the bytes begin as such a list does."""
    return b"<opml" in data[:4096].lower()


def read_opml(data: bytes) -> list[Outline]:
    """The feeds of a list, each once, whatever folders they lie in; ValueError when there are none."""
    found: dict[str, Outline] = {}
    for element in read_xml(data).iter():
        if local_name(element) == "outline":
            fields = {name.lower(): value for name, value in element.attrib.items()}
            if url := web_url(fields.get("xmlurl", "")):
                title = one_line(plain(fields.get("title") or fields.get("text") or ""))
                found.setdefault(url, Outline(url, title[:500], web_url(fields.get("htmlurl", ""))))
    if not found:
        raise ValueError("no feed in this list: an outline of OPML names one as xmlUrl")
    return list(found.values())


def write_opml(outlines: Iterable[Outline]) -> str:
    """A list that other readers can import."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Whosaid"
    body = etree.SubElement(root, "body")
    for outline in outlines:
        title = outline.title or outline.url
        fields = {"type": "rss", "text": title, "title": title, "xmlUrl": outline.url}
        etree.SubElement(body, "outline", fields | ({"htmlUrl": outline.site} if outline.site else {}))
    text: str = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'
