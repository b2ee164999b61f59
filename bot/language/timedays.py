"""Days in a question: "yesterday evening", "9 июля", "в прошлую среду", "over the weekend"."""

import re
from datetime import date, datetime, time, timedelta

from bot.language.dates import DAY_PATTERN, WEEKDAYS, Day, day_of
from bot.language.tables import any_of, number_of
from bot.language.timerules import EARLIEST, Now, Rule, grammar
from bot.models import Period

_PARTS = {  # hours of a day; a bare date counts as its first moment, hence the early morning
    "morning": (0, 12), "утром": (0, 12), "afternoon": (12, 18), "днем": (12, 18), "днём": (12, 18),
    "evening": (17, 24), "вечером": (17, 24), "night": (18, 30), "ночью": (0, 8),
}  # fmt: skip
_PART = "|".join(_PARTS)
_DAY_WORDS = grammar(rf"""\b(?:(?P<before>утром|дн[её]м|вечером|ночью)\s)?
    (?:(?P<two>(?:the\s)?day\sbefore\syesterday|позавчера(?:шн\w{{1,3}})?)
     | (?P<one>yesterday|вчера(?:шн\w{{1,3}})?)
     | (?P<zero>(?-i:(?<!\w\s)Today|today)|сегодня(?:шн\w{{1,3}})?))
    (?:['’]s|\s(?:день|дня|дню|дн[её]м\b(?!\s)))?
    (?:\s(?P<after>{_PART}))?\b""")
_THIS_PART = grammar(
    r"\b(?:this\s(?P<part>morning|afternoon|evening)|(?P<tonight>tonight)|(?P<last>last\snight|прошлой\sночью))\b"
)


def _day_word(match: re.Match[str], now: Now) -> Period:
    back = 2 if match["two"] else 1 if match["one"] else 0
    day = now.day - timedelta(days=back)
    part = match["before"] or match["after"]
    return _part(day, part.lower(), now) if part else now.days(day, day + timedelta(days=1))


def _this_part(match: re.Match[str], now: Now) -> Period:
    if match["last"]:
        return _part(now.day - timedelta(days=1), "night", now)
    return _part(now.day, (match["part"] or "evening").lower(), now)


def _part(day: date, part: str, now: Now) -> Period:
    first, last = _PARTS[part]
    midnight = datetime.combine(day, time.min, now.moment.tzinfo)
    return Period(midnight + timedelta(hours=first), midnight + timedelta(hours=last))


def _calendar_day(match: re.Match[str], now: Now) -> Period | None:
    day = day_of(match, now.language)
    if day is None or (day.year or EARLIEST) < EARLIEST:
        return None
    first = day.on(day.year) if day.year else _latest(day, now.day)
    return now.days(first, first + timedelta(days=1)) if first else None


def _latest(day: Day, today: date) -> date | None:
    """The latest such day that has begun; 29 February may be eight years back."""
    past = (day.on(year) for year in range(today.year, today.year - 9, -1))
    return next((one for one in past if one and one <= today), None)


_WEEKDAY = grammar(rf"""\b(?<!black\s)(?<!good\s)(?<!bloody\s)(?<!super\s)(?<!cyber\s)
    (?:(?P<which>last|past|this|прошл\w{{2,3}}|минувш\w{{2,3}}|эт[уоа]т?)\s)?(?P<name>{any_of(WEEKDAYS)})\b(?:['’]s)?(?:\s(?P<part>{_PART})\b)?""")
_WEEKEND = grammar(
    r"""\b(?:(?P<which>last|past|this|the|прошл\w{2}|минувши\w|эти|этих)\s)?(?:weekend|выходны[ех])\b"""
)


def _weekday(match: re.Match[str], now: Now) -> Period:
    back = (now.day.isoweekday() - (number_of(WEEKDAYS, match["name"]) or 1)) % 7 or 7
    day = now.day - timedelta(days=back)
    return _part(day, match["part"].lower(), now) if match["part"] else now.days(day, day + timedelta(days=1))


def _weekday_is_bare(match: re.Match[str]) -> bool:
    """Monday and Tuesday stand alone, not so "среда" and the Sunday Times."""
    alone = match["name"].istitle() and not match.string[match.end() + 1 : match.end() + 2].isupper()
    return not match["which"] and not alone


def _weekend(match: re.Match[str], now: Now) -> Period:
    """The latest one that has begun; in the week "last" is the same, on a Sunday it is the one before."""
    back = (now.day.isoweekday() - 6) % 7
    if back < 2 and (match["which"] or "").lower().startswith(("last", "past", "прош", "мину")):
        back += 7
    saturday = now.day - timedelta(days=back)
    return now.days(saturday, saturday + timedelta(days=2))


_NUMBERED = grammar(r"""\b(?:on\sthe\s(?P<number>\d{1,2})(?:st|nd|rd|th)\b(?!\s\w)
    | (?P<number_>\d{1,2})(?:-?го)?\sчисла\b)""")


def _numbered_day(match: re.Match[str], now: Now) -> Period | None:
    """The latest day of that number: "on the 9th", "9 числа"."""
    number = int(match["number"] or match["number_"])
    past = (now.day - timedelta(days=back) for back in range(62))
    day = next((one for one in past if one.day == number), None)
    return now.days(day, day + timedelta(days=1)) if day else None


RULES = (
    Rule(grammar(DAY_PATTERN), _calendar_day, kind="day"),
    Rule(_NUMBERED, _numbered_day),
    Rule(_DAY_WORDS, _day_word),
    Rule(_THIS_PART, _this_part),
    Rule(_WEEKDAY, _weekday, _weekday_is_bare, "weekday"),
    Rule(_WEEKEND, _weekend, lambda match: not match["which"]),
)
