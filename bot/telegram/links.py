"""Web addresses that open a page at a quoted sentence; it knows nothing of Telegram.

Text fragments: https://wicg.github.io/scroll-to-text-fragment/ `#:~:text=start,end`, where a comma, a
hyphen and an ampersand of the text itself must be percent-encoded.
"""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from bot.telegram.richtext import clean

_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f\"<>\\^`{|}]")
_LONGEST = 2000  # characters; browsers and Telegram take no more for sure
_DIRECTIVE = ":~:"
_WHOLE_WORDS = 8  # a quotation of up to so many words is written out
_EDGE_WORDS = 4  # of a longer one the first and the last so many
_REMEMBERED = 2000  # links
_EDGE_CHARACTERS = 60  # Cyrillic takes six characters of an address each


def web_address(url: str) -> str:
    """The address when it can be opened on the web, else "" (as for `file:` addresses)."""
    url = clean(url).strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc or len(url) > _LONGEST:
        return ""
    return _UNSAFE.sub(lambda match: quote(match[0]), url)


@lru_cache(_REMEMBERED)  # what is asked often is cited often
def sentence_link(url: str, words: str) -> str:
    """The address of a page with a fragment that scrolls to `words`; "" when it is not a web address."""
    address = web_address(url)
    directive = _text_directive(words)
    if not address or not directive:
        return address
    page, _, anchor = address.partition("#")
    return f"{page}#{anchor.split(_DIRECTIVE)[0]}{_DIRECTIVE}text={directive}"


def _text_directive(words: str) -> str:
    """`start` or `start,end`; each lies in one line, because a match cannot cross a border of paragraphs."""
    lines = [line.split() for line in clean(words).splitlines() if line.strip()]
    if not lines:
        return ""
    if len(lines) == 1 and len(lines[0]) <= _WHOLE_WORDS and len(" ".join(lines[0])) <= 2 * _EDGE_CHARACTERS:
        return _encode(" ".join(lines[0]))
    start = _edge(lines[0], 1)
    end = _edge(lines[-1], -1)
    return f"{_encode(start)},{_encode(end)}" if start and end else ""


def _edge(line: list[str], side: int) -> str:
    """The first (side 1) or last words (side -1) of a line, as many as are short enough; at times none."""
    for count in range(min(_EDGE_WORDS, len(line)), 0, -1):
        edge = " ".join(line[:count] if side > 0 else line[-count:])
        if len(edge) <= _EDGE_CHARACTERS:
            return edge
    return ""


def _encode(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
