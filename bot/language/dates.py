"""Days in texts and in ISO stamps, English and Russian; it knows nothing of articles or questions.

A day written without a year gets one only from the day of publication; nothing here reads the clock.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from bot.language.tables import any_of, number_of
from bot.models import Language

MONTHS = "months.tsv"
WEEKDAYS = "weekdays.tsv"
YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_RU_YEAR = r"(?:\s(?:года|году|год\b|г\.))?"

# One day of the calendar: 2025-07-09, 09.07.2025, 9 July 2025, 9 июля 2025 года, July 9, 2025.
DAY_PATTERN = rf"""\b(?=[\djfmasondянфмаиюсо])(?<![\w$€£№#])(?<!\d[.,:/-])(?:
    (?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)
  | (?P<first>\d{{1,2}})(?P<mark>[./])(?P<second>\d{{1,2}})(?P=mark)(?P<full>\d{{4}})(?![\da-z_])
  | (?P<day>\d{{1,2}})(?:st|nd|rd|th|-?го|-?е)?\s(?:of\s)?(?P<month>{any_of(MONTHS)})\b
    (?:\.?,?\s(?P<year>{YEAR}){_RU_YEAR})?
  | (?P<month_>{any_of(MONTHS)})\.?\s(?P<day_>\d{{1,2}})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)
    (?:,?\s(?P<year_>{YEAR}))?
)"""

_DAY = re.compile(DAY_PATTERN, re.IGNORECASE | re.VERBOSE)
_RELATIVE = {
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "позавчера": -2,
    "yesterday": -1,
    "вчера": -1,
    "today": 0,
    "сегодня": 0,
    "tomorrow": 1,
    "завтра": 1,
}
_RELATIVE_DAY = re.compile(rf"\b(?:{'|'.join(_RELATIVE)})\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?=[OoLlNnTtPpMTWFSВвСсДд])(?<!Black )(?<!Good )(?<!Bloody )(?<!Super )(?<!Cyber )(?<!Palm )"
    rf"(?:(?:[Oo]n\s)?(?P<when>last\s|next\s|this\s|past\s)?(?=[A-Z])|"
    rf"[ВвСсДд](?:о|о\sс)?\s(?P<when_>прошл\w{{2,3}}\s|минувш\w{{2,3}}\s|следующ\w{{2,3}}\s|эт\w{{1,2}}\s)?(?=[а-я]))"
    rf"(?P<name>(?i:{any_of(WEEKDAYS)}))\b"
)
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})  # in lower case these are other English words


class DateMention(NamedTuple):
    """A day named in a text; `date` is None when neither the text nor the publication tells the year."""

    start: int
    end: int
    date: date | None


class Day(NamedTuple):
    """A day of the calendar as written, perhaps without its year."""

    month: int
    day: int
    year: int | None

    def on(self, year: int) -> date | None:
        """The day in `year`, None for 30 February and the like."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def timestamp(published: str | None) -> int:
    """Seconds since the epoch in UTC; a bare date counts from its start in UTC; 0 when there is none."""
    try:
        read = datetime.fromisoformat((published or "").strip())
    except ValueError:
        return 0
    return int((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp())


def moment(text: str, zone: tzinfo) -> datetime:
    """An ISO 8601 moment, in `zone` unless it names its own; a bare date means the last second of that day.

    Raises ValueError for anything else.
    """
    text = text.strip()
    try:
        return datetime.combine(date.fromisoformat(text), time(23, 59, 59), zone)
    except ValueError:
        read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=zone)


def published_day(published: str | None) -> date | None:
    """The calendar day of a publication stamp, as its own zone counts it."""
    try:
        return datetime.fromisoformat((published or "").strip()).date()
    except ValueError:
        return None


_MONTH_NAMES: dict[Language, str] = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}


def readable_date(published: str | None, language: Language) -> str:
    """The day of a publication stamp for a reader: "9 July 2025", "9 июля 2025"; "" when there is none."""
    day = published_day(published)
    return f"{day.day} {_MONTH_NAMES[language].split()[day.month - 1]} {day.year}" if day else ""


def day_of(match: re.Match[str], language: Language | None = None) -> Day | None:
    """The day that a match of DAY_PATTERN names; None when no calendar holds it."""
    if match["iso"]:
        year, month, number = map(int, match["iso"].split("-"))
        day = Day(month, number, year)
    else:
        day = _numeric_day(match, language) if match["full"] else _named_day(match)
    return day if day.on(2024) else None  # a leap year, so that 29 February passes


def _named_day(match: re.Match[str]) -> Day:
    year = match["year"] or match["year_"]
    month = number_of(MONTHS, match["month"] or match["month_"]) or 0
    return Day(month, int(match["day"] or match["day_"]), int(year) if year else None)


def _numeric_day(match: re.Match[str], language: Language | None) -> Day:
    """09.07.2025 is July everywhere; 9/7/2025 is September in an English question."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["full"])
    month_first = match["mark"] == "/" and language == "en" and first <= 12
    return Day(first, second, year) if month_first or second > 12 else Day(second, first, year)


def find_dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    """Every day that `text` names, in order; relative words count from the day of publication."""
    anchor = published_day(published)
    days = [*_calendar_days(text, anchor)]
    starts = {one.start for one in days}
    days += _relative_days(text, anchor)
    # "On Monday, 14 July" is one mention, and the day of the month tells more.
    days += (one for one in _weekdays(text, anchor) if starts.isdisjoint((one.end + 1, one.end + 2)))
    return tuple(sorted(days, key=lambda one: one.start))


def calendar_days(text: str) -> Iterator[Day]:
    """Every day of the calendar that `text` writes out, in order, with its year or without."""
    return (day for _, day in _written_days(text))


def _calendar_days(text: str, anchor: date | None) -> Iterator[DateMention]:
    for match, day in _written_days(text):
        yield DateMention(match.start(), match.end(), _nearest(day, anchor))


def _written_days(text: str) -> Iterator[tuple[re.Match[str], Day]]:
    for match in _DAY.finditer(text):
        if (match["month"] or match["month_"]) in AMBIGUOUS_MONTHS:
            continue
        if day := day_of(match):
            yield match, day


def _nearest(day: Day, anchor: date | None) -> date | None:
    """The occurrence of a day that lies nearest to the publication."""
    if day.year:
        return day.on(day.year)
    if anchor is None:
        return None
    near = (day.on(year) for year in (anchor.year, anchor.year - 1, anchor.year + 1) if 0 < year < 10000)
    return min((one for one in near if one), key=lambda one: abs(one - anchor), default=None)


def _relative_days(text: str, anchor: date | None) -> Iterator[DateMention]:
    for match in _RELATIVE_DAY.finditer(text):
        if (
            match[0] in {"Today", "TODAY"}
            and text[max(0, match.start() - 2) : match.start()].strip().isalpha()
        ):
            continue  # "USA Today"
        shift = _RELATIVE[match[0].lower()]
        yield DateMention(*match.span(), anchor and anchor + timedelta(days=shift))


def _weekdays(text: str, anchor: date | None) -> Iterator[DateMention]:
    for match in _WEEKDAY.finditer(text):
        number = number_of(WEEKDAYS, match["name"]) or 1
        when = (match["when"] or match["when_"] or "").strip().lower()
        yield DateMention(*match.span(), anchor and _weekday(number, anchor, when))


def _weekday(number: int, anchor: date, when: str) -> date:
    """The latest such day up to the publication, its own day included unless `when` says otherwise."""
    back = (anchor.isoweekday() - number) % 7
    if when.startswith(("next", "следующ")):
        return anchor + timedelta(days=7 - back)
    if when.startswith(("last", "past", "прошл", "минувш")) and back == 0:
        back = 7
    return anchor - timedelta(days=back)
