"""Months, seasons and years in a question: "in July", "прошлым летом", "в 2020-2022 годах"."""

import re
from datetime import date

from bot.language.dates import MONTHS, YEAR
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
_BARE_YEAR = grammar(rf"(?<![\w.,:/$€£-])(?P<from>{YEAR})(?:(?P<to_mark>[-–—])(?P<to>{YEAR}))?"
                   r"(?:-(?:го|му?|й))?(?:\s?(?:годы|год[ауо]?[мхв]?\b|гг\.?|г\.))?(?![\w-])")  # fmt: skip


def _month(match: re.Match[str], now: Now) -> Period | None:
    return _past_months(number_of(MONTHS, match["month"]) or 1, 1, match, now)


def _season(match: re.Match[str], now: Now) -> Period | None:
    return _past_months(_SEASONS[match["season"].lower()], 3, match, now)


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
    Rule(_SEASON, _season, _season_is_bare, "month"),
    Rule(_BARE_YEAR, _year, _year_is_bare, "year"),
)
