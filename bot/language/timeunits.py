"""Time counted in units: "over the past three days", "за неделю", "два месяца назад", "last month"."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from bot.language.tables import any_of, number_of
from bot.language.timerules import EARLIEST, Now, Rule, grammar
from bot.models import Period

Unit = Literal["hour", "day", "week", "month", "year"]

_COUNT = (
    r"(?P<count>\d{1,3}|a\sfew|several|a\scouple\sof|few|an?|несколько|пар[ауы]|"
    rf"{any_of('number_words.tsv')})"
)
_UNITS: dict[str, Unit] = {
    "hour": "hour", "час": "hour", "day": "day", "дн": "day", "ден": "day", "сут": "day", "week": "week",
    "недел": "week", "month": "month", "месяц": "month", "year": "year", "год": "year", "лет": "year",
}  # fmt: skip
_UNIT = (
    r"(?P<unit>hours?|days?|weeks?|months?|years?|час(?:а|ов|у|ы)?|день|дн(?:я|ей|и)|сут(?:ки|ок)|недел[юияь]|"
    r"месяц(?:а|ев|ы)?|год(?:а|ы|ов)?|лет)"
)


def _named_again(pattern: str, mark: str) -> str:
    """The same pattern with its groups renamed, for another branch of an alternation."""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\1{mark}>", pattern)


_ROLLING = grammar(rf"""\b(?:
    (?P<over>(?:over|in|during|within|for|from)\sthe\s)?(?P<last>last|past)\s(?:{_COUNT}\s)?{_UNIT}\b(?:['’]s)?
  | (?:(?:за|во?|в\sтечение|на\sпротяжении)\s)?
    (?:последн(?:ий|юю|(?P<several>ие|их)|его|ей|яя)|(?:прошедш|минувш)(?:ие|их))\s
    (?:{_named_again(_COUNT, "_")}\s)?{_named_again(_UNIT, "_")}\b
  | за\s(?:{_named_again(_COUNT, "__")}\s)?
    (?P<unit__>сутки|суток|недел[юиья]|дней|дня|час(?:а|ов))\b(?!\sдо\b)
)""")
_AGO = grammar(rf"""\b(?<!\d[.,\s])
    (?:{_COUNT}\s{_UNIT} | (?P<single>час|день|сутки|неделю|месяц|год))\s(?:ago|назад|тому\sназад)\b""")
_MOST = 999  # of any unit; more is geology


def _count(words: str) -> int:
    words = words.lower()
    if "couple" in words or words.startswith("пар"):
        return 2
    if words in {"few", "a few", "several", "несколько"}:
        return 5
    return int(words) if words.isdecimal() else number_of("number_words.tsv", words) or 1


def _unit(word: str) -> Unit:
    return next(unit for start, unit in _UNITS.items() if word.lower().startswith(start))


def _rolling(match: re.Match[str], now: Now) -> Period | None:
    noun = _branch(match, "unit").lower()
    unit = _unit(noun)
    if (match["last"] or "").lower() == "last" and not match["count"] and not match["over"]:
        return _calendar(unit, 1, now)  # "last month" is the one in the calendar, "the past month" is not
    count = min(_MOST, _count(_branch(match, "count") or _uncounted(noun, match["several"])))
    if unit == "hour":
        return Period(_hours_back(now, count), now.moment + timedelta(seconds=1))
    return now.days(_back(now.day, count, unit), now.day + timedelta(days=1))


def _branch(match: re.Match[str], name: str) -> str:
    """The group of that name in whichever branch of the alternation matched."""
    return match[name] or match[f"{name}_"] or match[f"{name}__"] or ""


def _uncounted(noun: str, several: str | None) -> str:
    """How many units a plural without a number means."""
    return "few" if noun.endswith("s") or (several and not noun.startswith("сут")) else "one"


def _hours_back(now: Now, hours: int) -> datetime:
    """So many elapsed hours before now, whatever the clocks did meanwhile."""
    return (now.moment.astimezone(UTC) - timedelta(hours=hours)).astimezone(now.moment.tzinfo)


def _ago(match: re.Match[str], now: Now) -> Period | None:
    """The hour or day itself; for longer units the week, month or year of the calendar in which it falls."""
    count, unit = _count(match["count"] or "one"), _unit(match["unit"] or match["single"])
    if count > _MOST:
        return None
    if unit == "hour":
        return Period(_hours_back(now, count + 1), _hours_back(now, max(0, count - 1)))
    day = _back(now.day, count, unit)
    return _around(day, unit, now) if day.year >= EARLIEST else None


_CALENDAR = grammar(r"""\b(?:на\s|в\s|за\s)?
    (?:(?P<this>this|current|the\scurrent|эт\w{1,3}|текущ\w{2,3})
     | (?P<two>позапрошл\w{2,3})
     | previous|the\sprevious|прошл\w{2,3}|прошедш\w{2,3}|минувш\w{2,3}|предыдущ\w{2,3})
    \s(?P<unit>weeks?|months?|years?|недел\w|месяц\w?|год\w?|году)(?:['’]s)?\b""")


_WHOLE = grammar(r"""
    (?:(?<=начал[ае]\s)|(?<=конц[еа]\s)|(?<=beginning\sof\sthe\s)|(?<=start\sof\sthe\s)|(?<=end\sof\sthe\s))
    (?P<unit>недели|месяца|года|week|month|year)\b""")


def _calendar_rule(match: re.Match[str], now: Now) -> Period | None:
    return _calendar(_unit(match["unit"]), 0 if match["this"] else 2 if match["two"] else 1, now)


_BEFORE_LAST = grammar(r"""\b(?:the\s)?(?P<unit>week|month|year)\sbefore\slast\b""")


def _before_last(match: re.Match[str], now: Now) -> Period | None:
    return _calendar(_unit(match["unit"]), 2, now)


_LATELY = grammar(r"""\b(?:на\sднях|(?:over\s|in\s)?the\s(?:last|past)\s(?:couple\sof|few)\sdays)\b""")


def _lately(_: re.Match[str], now: Now) -> Period:
    """As many days as "a few" are."""
    return now.days(_back(now.day, _count("few"), "day"), now.day + timedelta(days=1))


def _calendar(unit: Unit, back: int, now: Now) -> Period | None:
    return _around(_back(now.day.replace(day=1) if unit == "month" else now.day, back, unit), unit, now)


def _around(day: date, unit: Unit, now: Now) -> Period | None:
    """The whole day, week, month or year that holds `day`."""
    if unit == "day":
        return now.days(day, day + timedelta(days=1))
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return now.days(monday, monday + timedelta(days=7))
    if unit == "month":
        return now.days(day.replace(day=1), _next_month(day))
    return now.days(date(day.year, 1, 1), date(day.year + 1, 1, 1))


def _back(day: date, count: int, unit: Unit) -> date:
    if unit in {"day", "week"}:
        return day - timedelta(days=count * (7 if unit == "week" else 1))
    months = max(12, day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1))
    first = date(months // 12, months % 12 + 1, 1)
    return first + timedelta(days=min(day.day, (_next_month(first) - first).days) - 1)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _whole(match: re.Match[str], now: Now) -> Period | None:
    return _calendar(_unit(match["unit"]), 0, now)


RULES = (
    Rule(_AGO, _ago),
    Rule(_LATELY, _lately, kind="units"),
    Rule(_BEFORE_LAST, _before_last, kind="units"),
    Rule(_ROLLING, _rolling, kind="units"),
    Rule(_CALENDAR, _calendar_rule, kind="units"),
    Rule(_WHOLE, _whole, kind="units"),
)
