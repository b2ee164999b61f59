"""Normal forms of what inputs give: text, moments of publication, urls; it knows nothing of formats."""

import re
import unicodedata
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

_SPACE_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f]")
_DATE_ALONE = re.compile(r"\d{4}-\d\d-\d\d|\d{8}")
_FIRST_YEAR = 1600
# control characters, halves of surrogate pairs, and marks that turn the direction of the text around
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_REFUSED_SCHEMES = frozenset({"javascript", "data", "vbscript"})


def normal_text(text: str) -> str:
    """NFC with `\\n` line ends and no byte order mark; nothing else changes."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines)


def without_unseen(text: str) -> str:
    """The text without characters that nobody sees and that can turn or erase what is shown beside them."""
    return _UNSEEN.sub("", text)


def one_line(text: str) -> str:
    """The text with every run of white space as one space, and nothing unseen: for titles and names."""
    return without_unseen(" ".join(normal_text(text).split()))


def normal_moment(text: str) -> str:
    """ISO 8601 of a date or moment: a bare date stays bare, a moment without a zone stays without.

    Reads ISO 8601 ("2025-07-09", "2025-07-09T10:17:13Z", "2025-07-09 10:17") and the dates of e-mail and
    RSS ("Wed, 09 Jul 2025 10:17:13 +0300"). ValueError when it is neither.
    """
    words = text.strip()
    if _DATE_ALONE.fullmatch(words):
        return _since_print(date.fromisoformat(words)).isoformat()
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        moment = _mail_moment(words)
    _since_print(moment.date())
    return moment.isoformat(timespec="seconds")


def _since_print(day: date) -> date:
    """The day itself; systems that lost a date write the year 1 or the like, which is none."""
    if day.year < _FIRST_YEAR:
        raise ValueError(f"no date of an article: {day}")
    return day


def _mail_moment(words: str) -> datetime:
    try:
        return parsedate_to_datetime(words)
    except (TypeError, IndexError, OverflowError) as error:  # the standard library's parser leaks these
        raise ValueError(f"not a date: {words!r}") from error


def normal_url(text: str) -> str:
    """The url without surrounding white space; ValueError when it cannot be shown or followed safely."""
    url = text.strip()
    if not url or _SPACE_OR_CONTROL.search(url):
        raise ValueError("the url is empty or has spaces in it")
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError as error:
        raise ValueError("the url cannot be read") from error
    if scheme in _REFUSED_SCHEMES:
        raise ValueError("the url is a script, not an address")
    return url


def host(url: str) -> str | None:
    """The host of an http(s) url without "www.": the default source of an article."""
    try:
        parts = urlsplit(url)
        name = parts.hostname if parts.scheme.lower() in ("http", "https") else None
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def file_url(name: str) -> str:
    """The url of an input without one: "file:" and its base name."""
    return "file:" + re.split(r"[/\\]", name)[-1]
