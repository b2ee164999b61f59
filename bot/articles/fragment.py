"""A piece of HTML, as feeds carry it, to plain text; it knows nothing of pages and of the network."""

import re
from typing import Any

from lxml import html as lxml_html
from lxml.etree import LxmlError

from bot.articles.attributes import without_floods
from bot.articles.normal import normal_text, without_unseen

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header"
        " hr li main nav ol p pre section table td th tr ul br",
    )
)
_SILENT = frozenset(
    re.findall(r"\w+", "audio button iframe noscript script select style svg template textarea video")
)
_LONGEST = 2_000_000  # characters of one piece
_DEEPEST = 200  # elements inside one another; what is deeper is left out
_END = "\0"  # of a paragraph, while texts are collected: nothing that stands in a text
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#a-zA-Z]")


def plain(text: str) -> str:
    """Text without markup as it may be stored: no control characters, NFC."""
    return without_unseen(normal_text(text))


def fragment_text(markup: str) -> str:
    """The paragraphs of a piece of HTML, separated by blank lines; plain text stays as it is."""
    markup = plain(markup[:_LONGEST])
    if not _MARKUP.search(markup):
        return _paragraphs(markup.splitlines())
    try:
        root = lxml_html.fragment_fromstring(without_floods(markup), create_parent="div")
    except (LxmlError, ValueError, AssertionError):
        return ""
    parts: list[str] = []
    _collect(root, parts, 0)
    return plain(_paragraphs("".join(parts).split(_END)))


def _collect(element: Any, parts: list[str], depth: int) -> None:
    """The texts of an element in order."""
    tag = element.tag if isinstance(element.tag, str) else ""
    block = _END if tag in _BLOCKS else ""
    parts.append(block)
    if tag and tag not in _SILENT and depth < _DEEPEST:
        parts.append(element.text or "")
        for child in element:
            _collect(child, parts, depth + 1)
            parts.append(child.tail or "")
    parts.append(block)


def _paragraphs(lines: list[str]) -> str:
    return "\n\n".join(words for line in lines if (words := " ".join(line.split())))
