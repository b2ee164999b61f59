"""What response headers say: validators, how long a copy is good, when to come again. Pure."""

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime

from bot.sources.values import Validators

_MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_LONGEST = 500  # characters of a validator that is kept
WEEK = 7 * 86_400

Headers = dict[str, str]


def read_headers(pairs: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Headers by lower-case name; of several with one name the first counts."""
    found: Headers = {}
    for name, value in pairs:
        found.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip())
    return found


def validators(headers: Headers) -> Validators:
    """ETag and Last-Modified, left out when they are absurdly long or could not be sent back as they are."""
    return Validators(_fit(headers.get("etag")), _fit(headers.get("last-modified")))


def _fit(value: str | None) -> str | None:
    sendable = value and value.isascii() and value.isprintable() and len(value) <= _LONGEST
    return value if sendable else None


def fresh_for(headers: Headers) -> int | None:
    """Seconds that the copy is good for, a week at most; None when the server does not say.

    Cache-Control, else Expires as the server's own clock has it.
    """
    control = headers.get("cache-control", "")
    if "no-cache" in control.lower() or "no-store" in control.lower():
        return None
    if found := _MAX_AGE.search(control):
        return min(int(found.group(1)), WEEK)
    return _between(headers.get("date", ""), headers.get("expires", ""))


def retry_after(headers: Headers, now: datetime) -> int | None:
    """Seconds to wait, from a number or from a date of the server's clock, a week at most."""
    value = headers.get("retry-after", "")
    if value.isdecimal() and len(value) < 10:
        return min(int(value), WEEK)
    # by the server's own clock when it tells it, for ours may go wrong, or its
    return _between(headers.get("date", "") or format_datetime(now), value)


def _between(start: str, end: str) -> int | None:
    """Seconds from one date to another, a week at most and never below 0; None when one is no date."""
    try:
        seconds = (parsedate_to_datetime(end) - parsedate_to_datetime(start)).total_seconds()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return max(0, min(int(seconds), WEEK))
