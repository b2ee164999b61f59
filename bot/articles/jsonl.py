"""JSON Lines to drafts, one object a line; it knows nothing of files, only of an iterable of lines.

An unreadable `published` refuses its line: an article that went in undated would stay undated, for the
same text with a mended date is "unchanged" to the store. The operator mends the line and ingests again.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.articles.limits import Limits, too_long
from bot.articles.normal import file_url, host, normal_moment, normal_text, normal_url, one_line
from bot.models import Draft, Failure, Language

_ESCAPED = 6  # bytes that one byte of text may take in JSON: "\u0000"
_OTHER_FIELDS = 100_000  # bytes for title, url and the rest
_TITLE = 200
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


def parse_lines(lines: Iterable[bytes], name: str, limits: Limits) -> Iterator[Draft | Failure]:
    """Every line as a Draft or a Failure "name:LINE"; blank lines count but give nothing."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _draft(line, name, number, limits)
        except ValueError as error:
            yield Failure(f"{name}:{number}", str(error))


def longest_line(limits: Limits) -> int:
    """Bytes of the longest line that can hold a text within the limits."""
    return _ESCAPED * limits.text + _OTHER_FIELDS


def looks_like_article(line: bytes) -> bool:
    """Whether a line is a JSON object with a text beside a title or url."""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "text" in value and bool({"title", "url"} & value.keys())


def _draft(line: bytes, name: str, number: int, limits: Limits) -> Draft:
    if len(line) > longest_line(limits):
        raise ValueError(f"the line is too long: {len(line) / 1e6:.1f} MB")
    fields = _object(line)
    text = normal_text(_required(fields, "text"))
    if refused := too_long(text, limits):
        raise ValueError(refused)
    url = _optional(fields, "url")
    url = normal_url(url) if url else f"{file_url(name)}#{number}"
    return Draft(
        url=url,
        title=one_line(_optional(fields, "title") or text.strip().partition("\n")[0][:_TITLE]),
        text=text,
        published=_published(fields),
        source=one_line(_optional(fields, "source") or "") or host(url),
        authors=_authors(fields.get("authors")),
        language=_language(_optional(fields, "lang")),
    )


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte {error.start + 1} of the line cannot be read") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise ValueError("not JSON that we read: nested too deeply") from error
    if not isinstance(value, dict):
        raise ValueError("not a JSON object: an article is {...} with url, title and text")
    return value


def _optional(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"`{key}` must be text, not {type(value).__name__}")
    return _clean(key, value)


def _clean(key: str, value: str) -> str:
    if _NO_TEXT.search(value):
        raise ValueError(f"`{key}` holds characters that are no text (NUL or half of a surrogate pair)")
    return value.strip() and value


def _required(fields: dict[str, Any], key: str) -> str:
    value = _optional(fields, key)
    if not value:
        raise ValueError(f"`{key}` is missing or empty")
    return value


def _published(fields: dict[str, Any]) -> str | None:
    value = _optional(fields, "published")
    if not value:
        return None
    try:
        return normal_moment(value)
    except ValueError as error:
        raise ValueError(f"`published` is no date that we read: {value[:40]!r}; write 2025-07-09") from error


def _authors(value: object) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError("`authors` must be a list of names")
    return tuple(one_line(name) for name in names if _clean("authors", name))


def _language(value: str | None) -> Language | None:
    code = (value or "").lower()[:2]
    return "en" if code == "en" else "ru" if code == "ru" else None
