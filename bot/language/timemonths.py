"""Months, seasons and years in a question: "in July", "прошлым летом", "в 2020-2022 годах"."""

import re
from datetime import date

from bot.language.dates import AMBIGUOUS_MONTHS, MONTHS, YEAR
from bot.language.tables import any_of, number_of
from bot.language.timerules import EARLIEST, Now, Rule, grammar
from bot.models import Period

_WHICH = r"(?:(?P<which>this|last|past|эт\w{2}|прошл\w{2,3}|минувш\w{2,3})\s)?"
_YEAR = rf"(?P<year>{YEAR})(?:-(?:го|м|й)\b)?(?:\s?(?:год[ауо]?м?\b|г\.?\b))?"
_MONTH = grammar(rf"\b{_WHICH}(?P<month>{any_of(MONTHS)})\b\.?(?:,?\s(?:of\s)?{_YEAR})?")
_SEASONS = {
    "spring": 3, "весной": 3, "весны": 3, "весну": 3, "summer": 6, "летом": 6, "лета": 6, "лето": 6,
    "autumn": 9, "fall": 9, "осенью": 9, "осени": 9, "осень": 9, "winter": 12,
    "зимой": 12, "зимы": 12, "зиму": 12,
}  # fmt: skip
_SEASON = grammar(rf"\b{_WHICH}(?P<season>{'|'.join(_SEASONS)})\b(?:,?\s(?:of\s)?{_YEAR})?")
_QUARTERS = {
    "first": 1, "1st": 1, "перв": 1, "1": 1, "i": 1, "second": 2, "2nd": 2, "втор": 2, "2": 2, "ii": 2,
    "third": 3, "3rd": 3, "трет": 3, "3": 3, "iii": 3,
    "fourth": 4, "4th": 4, "четверт": 4, "четвёрт": 4, "4": 4, "iv": 4,
}  # fmt: skip
_QUARTER = grammar(rf"""\b(?:q(?P<number>[1-4])
    | (?P<word>first|second|third|fourth|1st|2nd|3rd|4th|(?:перв|втор|трет|четв[её]рт)\w{{1,3}}
      |[1-4](?:-?(?:й|м|го|ом|ем))?|iv|i{{1,3}})\s(?:quarter|квартал[аеу]?)
    )\b(?!-|\sof\sthe\s(?:game|match)\b)(?:,?\s(?:of\s)?{_YEAR})?""")
_BARE_YEAR = grammar(rf"(?<![\w.,:/$€£-])(?P<from>{YEAR})(?:(?P<to_mark>[-–—])(?P<to>{YEAR}))?"
                   r"(?:-(?:го|му?|й))?(?:\s?(?:годы|год[ауо]?[мхв]?\b|гг\.?|г\.))?(?![\w-])")  # fmt: skip


def months_named(text: str) -> frozenset[int]:
    """The months that a text names, 1 to 12; "may" and "march" written small are other words of English."""
    named = (match["month"] for match in _MONTH.finditer(text))
    told = (word for word in named if word[:1].isupper() or word not in AMBIGUOUS_MONTHS)
    return frozenset(number for word in told if (number := number_of(MONTHS, word)) is not None)


def _month(match: re.Match[str], now: Now) -> Period | None:
    return _past_months(number_of(MONTHS, match["month"]) or 1, 1, match, now)


def _season(match: re.Match[str], now: Now) -> Period | None:
    return _past_months(_SEASONS[match["season"].lower()], 3, match, now)


def _quarter(match: re.Match[str], now: Now) -> Period | None:
    """Three months of the year written, else of the latest such quarter that has begun."""
    words = (match["number"] or match["word"]).lower()
    known = sorted(_QUARTERS, key=len, reverse=True)
    number = _QUARTERS[next(start for start in known if words.startswith(start))]
    first = 3 * number - 2
    year = int(match["year"]) if match["year"] else now.day.year - (first > now.day.month)
    return now.days(date(year, first, 1), _month_after(year, first + 3)) if year >= EARLIEST else None


def _past_months(first: int, length: int, match: re.Match[str], now: Now) -> Period | None:
    """So many months from `first` on: of the year written, else the latest that has begun."""
    year = int(match["year"]) if match["year"] else now.day.year - (first > now.day.month)
    past = (match["which"] or "").lower().startswith(("last", "past", "прош", "мину"))
    if past and not match["year"] and date(year, first, 1) <= now.day < _month_after(year, first + length):
        year -= 1
    if year < EARLIEST:
        return None
    return now.days(date(year, first, 1), _month_after(year, first + length))


def _month_after(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _month_is_bare(match: re.Match[str]) -> bool:
    return not match["year"] and not match["which"]


def _season_is_bare(match: re.Match[str]) -> bool:
    return _month_is_bare(match) and not match["season"].lower().endswith(("ой", "ом", "ью"))


def _year(match: re.Match[str], now: Now) -> Period | None:
    first, last = int(match["from"]), int(match["to"] or match["from"])
    return now.days(date(first, 1, 1), date(last + 1, 1, 1)) if EARLIEST <= first <= last else None


def _year_is_bare(match: re.Match[str]) -> bool:
    """ "События 2014 года" tells what is talked about, "в 2014 году" when."""
    return not match["to"]


RULES = (
    Rule(_MONTH, _month, _month_is_bare, "month"),
    Rule(_QUARTER, _quarter, kind="month"),
    Rule(_SEASON, _season, _season_is_bare, "month"),
    Rule(_BARE_YEAR, _year, _year_is_bare, "year"),
)
