"""Bytes to drafts, by what they hold and never by their name; it knows nothing of files and stores.

    bytes -> (gzip) -> JSON Lines | feed | HTML | PDF | DOCX | Markdown | plain text -> Draft | Failure

Whatever the bytes are, the result is drafts and failures, never an exception.
"""

import io
import re
from collections.abc import Iterator
from itertools import islice

from bot.articles.attributes import without_floods
from bot.articles.decode import html_text, is_gzip, refuse_binary, text_of, unpacked
from bot.articles.documents import PDF, docx_draft, is_docx, pdf_draft
from bot.articles.entrydraft import entry_draft
from bot.articles.feeds import looks_like_feed, read_feed
from bot.articles.html import html_draft
from bot.articles.jsonl import looks_like_article, parse_lines
from bot.articles.limits import Limits, too_long, too_much_markup
from bot.articles.normal import file_url
from bot.articles.opml import looks_like_opml
from bot.articles.text import looks_like_markdown, markdown_draft, plain_draft
from bot.models import Draft, Failure

_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title|script)\b", re.IGNORECASE
)
_SNIFFED = 4096  # bytes that tell a page from a text
_MARKUP = 4  # a page may be this many times larger than the text in it
_FIRST_LINES = 5  # lines that may hold the first readable object of JSON Lines


def parse(data: bytes, name: str, limits: Limits = Limits()) -> Iterator[Draft | Failure]:  # noqa: B008  (frozen)
    """The articles of one input, in its order; `name` is its path or "stdin", used for places and urls."""
    try:
        content = unpacked(data, limits.file) if is_gzip(data) else data
        if len(content) > limits.file:
            raise ValueError(f"too big: more than {limits.file / 1e6:.0f} MB")
        if looks_like_json_lines(content):
            yield from parse_lines(io.BytesIO(content), name, limits)
        elif looks_like_feed(content):
            yield from _entries(content, name, limits)
        else:
            yield _document(content, name, limits)
    except ValueError as error:
        yield Failure(name, str(error))


def looks_like_json_lines(data: bytes) -> bool:
    """Whether one of the first lines is an article object, or the data begins as an object would.

    A JSON Feed, which begins so as well, is none.
    """
    if looks_like_feed(data):
        return False
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
    if re.match(rb"\{\s*(?:\"|\})", start):
        return True
    lines = (line for line in io.BytesIO(data) if line.strip())
    return any(looks_like_article(line) for line in islice(lines, _FIRST_LINES))


def _document(data: bytes, name: str, limits: Limits) -> Draft:
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise ValueError("empty")
    draft = _draft(data, name, limits)
    if not draft.text.strip():
        raise ValueError("no text in it")
    if refused := too_long(draft.text, limits):
        raise ValueError(refused)
    return draft


def _draft(data: bytes, name: str, limits: Limits) -> Draft:
    if data.startswith(PDF):
        return pdf_draft(data, name, limits)
    if is_docx(data):
        return docx_draft(data, name, limits)
    refuse_binary(data)
    return _page_draft(data, name, limits) if _is_page(data) else _text_draft(text_of(data), name)


def _entries(data: bytes, name: str, limits: Limits) -> Iterator[Draft | Failure]:
    """The articles of a feed, as far as it gives them itself: no page is asked for."""
    entries = read_feed(data, file_url(name)).entries
    if not entries:
        yield Failure(name, "a feed without a single entry")
    for entry in entries:
        try:
            draft = entry_draft(entry, file_url(name), None)
        except ValueError as error:
            yield Failure(entry.url or name, str(error))
            continue
        refused = too_long(draft.text, limits)
        yield Failure(draft.url, refused) if refused else draft


def _is_page(data: bytes) -> bool:
    """Whether the data begins as HTML does; ValueError for a list of feeds, which begins much the same."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:_SNIFFED]
    if not start.startswith(b"<"):
        return False
    if looks_like_opml(start):
        raise ValueError("a list of feeds; follow them with: whosaid feeds add FILE")
    return _PAGE.search(start) is not None


def _page_draft(data: bytes, name: str, limits: Limits) -> Draft:
    if len(data) > _MARKUP * limits.text:
        raise ValueError(f"the page is too big: {len(data) / 1e6:.0f} MB")
    if refused := too_much_markup(data):
        raise ValueError(refused)
    return html_draft(without_floods(html_text(data)), name)


def _text_draft(text: str, name: str) -> Draft:
    if text.count("\ufffd") > len(text) // 10:
        raise ValueError("mostly replacement characters: the text was damaged before it was saved")
    return markdown_draft(text, name) if looks_like_markdown(text) else plain_draft(text, name)
