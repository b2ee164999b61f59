"""Numbers in a text as comparable values, English and Russian; it knows nothing of units.

"1,000,000", "1 000 000" and "1 million" are one value, so are "83.7" and "83,7" and "16.4 thousand"
and "16,400". Percent signs and currencies are left out of the value.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.language.tables import number_of

_WORDS = "number_words.tsv"
_GAP = "[\\ \u00a0\u202f\u2009]"
_TOKEN = re.compile(
    rf"""(?P<digits>(?<!\d)\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:[.,]\d+)? | \d+(?:[.,]\d+)*)
       | (?P<word>[^\W\d_]+)""",
    re.VERBOSE,
)
_THOUSANDS = re.compile(
    r"[1-9]\d{0,2}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3}){2,}(?:,\d+)?)"
)  # 1,000 but 1.234 is a fraction
_JOINED = re.compile(r"[\s-]{0,2}|\.\s?|\sand\s", re.IGNORECASE)  # what may stand inside one number
_ONE = frozenset({"one", "один", "одна", "одно", "одного", "одной", "одному", "одним", "одну", "одном"})
_WITHOUT_COUNT = frozenset(
    {"thousand", "million", "billion", "trillion", "тысяча", "тысячу", "миллион", "миллиард", "триллион"}
)
_LONGEST = 25  # digits; longer runs are identifiers, compared as they stand


def numbers(text: str) -> frozenset[str]:
    """Every number value in `text` in plain decimal notation; "one" by itself is a pronoun and left out."""
    found: set[str] = set()
    run: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        if match["word"] and not _word(match):
            continue
        if run and not _continues(text, run[-1], match):
            found.update(_values(run))
            run = []
        run.append(match)
    return frozenset(found.union(_values(run)))


def _continues(text: str, last: re.Match[str], match: re.Match[str]) -> bool:
    """Words go on with a number, digits begin one."""
    if match["digits"] or match.start() - last.end() > 5:
        return False
    return _JOINED.fullmatch(text, last.end(), match.start()) is not None


def _values(run: list[re.Match[str]]) -> Iterator[str]:
    """The values of adjacent tokens, of which only the first may be digits."""
    if not run or (len(run) == 1 and _is_no_number(run[0])):
        return
    words = [Decimal(_word(match)) for match in run if match["word"]]
    *others, first = _digits(run[0]["digits"]) if run[0]["digits"] else ["0"]
    yield from others
    if len(first) > _LONGEST:
        yield first
    else:
        yield from map(_plain, _sums(Decimal(first), words))


def _sums(part: Decimal, words: list[Decimal]) -> Iterator[Decimal]:
    """What number words make of a first number, and of one another; those that do not go together apart."""
    total = Decimal(0)
    for value in words:
        if value >= 1000:
            total, part = total + (part or 1) * value, Decimal(0)
        elif value == 100 and 0 < part < 10:
            part *= value
        elif _adds(part, value):
            part += value
        else:
            yield total + part
            total, part = Decimal(0), value
    yield total + part


def _is_no_number(match: re.Match[str]) -> bool:
    """The pronoun "one", and "thousands" that nothing counts."""
    word = (match["word"] or "").lower()
    return word in _ONE or (bool(word) and _word(match) >= 1000 and word not in _WITHOUT_COUNT)


def _word(match: re.Match[str]) -> int:
    return number_of(_WORDS, match["word"]) or 0


def _adds(part: Decimal, value: Decimal) -> bool:
    """Twenty-five and five hundred twenty are one number; five six are two."""
    return (
        part == 0
        or (value < 10 <= part and part % 10 == 0 and part != 10)
        or (value < 100 and part % 100 == 0)
    )


def _digits(written: str) -> list[str]:
    """One value, or several where the separators are those of a date, a time or a list."""
    written = re.sub(_GAP, "", written)
    if _THOUSANDS.fullmatch(written):
        mark = next(char for char in written if char in ".,")
        return [_plain(Decimal(written.replace(mark, "").replace(",", ".")))]
    parts = re.split("[.,]", written)
    if len(parts) == 2 and len(written) <= _LONGEST:
        return [_plain(Decimal(".".join(parts)))]
    return [part.lstrip("0") or "0" for part in parts]


def _plain(value: Decimal) -> str:
    """Without exponent and without zeros that carry nothing: "83.70" and "83.7" are one."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
