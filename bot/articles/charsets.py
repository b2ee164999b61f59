"""Which encoding the bytes of a page are in; it knows nothing of markup.

Declarations are often wrong on Russian pages, and every single-byte encoding reads any byte. So the bytes
decide: Russian stands in runs of letters, most of them a few common ones, and only in the right encoding.
"""

import re
from collections.abc import Iterable

from trafilatura.utils import detect_encoding

_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")  # not mac-cyrillic, which nobody serves
_COMMON = frozenset("оеаинтсрвлкмдпу")  # four of five letters of running Russian
_RUSSIAN = 0.6  # share of common letters from which bytes are Russian; in a wrong encoding it is under .5
_RUN = 2.5  # bytes beyond ASCII in a row, on average: accented letters and curly quotes stand alone
_LOOKED_AT = 200_000  # bytes that tell
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_DAMAGED = 20  # to each bad byte, UTF-8 has at least so many characters beyond ASCII that can be read


def decoded(data: bytes, declared: Iterable[str] = ()) -> str | None:
    """The characters: UTF-8, else what the bytes show, else as `declared`, else the likeliest; None if none.

    UTF-8 with a few damaged characters, as in a page that was cut, is read with U+FFFD in their place.
    """
    if (text := _read_as(data, "utf-8")) is not None or (text := _damaged_utf8(data)) is not None:
        return text
    russian = _russian(data[:_LOOKED_AT])
    guessed = [] if russian else detect_encoding(data[:_LOOKED_AT])
    readings = (_read_as(data, encoding) for encoding in (*russian, *declared, *guessed))
    return next((text for text in readings if text is not None), None)


def certain(data: bytes) -> str | None:
    """The characters where the bytes themselves show their encoding, UTF-8 or a Russian one; else None."""
    if data.isascii():
        return None
    if (text := _read_as(data, "utf-8")) is not None:
        return text
    return next((text for found in _russian(data[:_LOOKED_AT]) if (text := _read_as(data, found))), None)


def _read_as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(letter > "\x7f" for letter in text) - bad
    return text if good >= _DAMAGED * bad else None


def _russian(data: bytes) -> list[str]:
    """The encoding in which the bytes are Russian, if they are in any."""
    runs = _BEYOND_ASCII.findall(data)
    letters = b"".join(runs)
    if len(letters) < _RUN * len(runs) or not runs:
        return []
    share, best = max((_common_share(letters, encoding), encoding) for encoding in _CYRILLIC)
    return [best] if share >= _RUSSIAN else []


def _common_share(letters: bytes, encoding: str) -> float:
    text = letters.decode(encoding, "replace")
    return sum(letter in _COMMON for letter in text) / len(text)
