"""Schedules, times of day, zones and quiet hours at the end of what a person writes, in English and Russian.

It reads from the end, so that the words of a topic stay a topic: "topic: daily bread on weekdays at 9".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from bot.language.names import nominative
from bot.language.tables import any_of, number_of
from bot.language.timerules import grammar
from bot.subscriptions.schedule import QuietHours, Recurrence
from bot.subscriptions.zones import find_zone

MORNING, EVENING = 9 * 60, 19 * 60
PLURALS = ("понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям")

Value = TypeVar("Value")

_WEEKDAYS = "weekdays.tsv"
_NAMED = {"noon": 720, "полдень": 720, "полудню": 720, "midnight": 0, "полночь": 0, "полуночи": 0}
_NUMBER = rf"""(?P<named>{"|".join(_NAMED)}) | (?P<hour>\d{{1,2}})(?:(?P<mark>[:.])(?P<minute>\d{{2}}))?
    (?:\s?(?:час(?:ов|а)?\b\s?)?(?P<half>[ap]\.?m\b\.?|утра|дня|вечера|ночи|час(?:ов|а)?))?"""
_CLOCK = grammar(_NUMBER)
_TIME = grammar(rf"(?:^|[\s,])(?P<led>(?:at|в|к|@)\s?)?(?:{_NUMBER})$")
_QUIET = grammar(
    r"(?:from\s|с\s)?(?P<start>[^–—-]+?)\s?(?:[–—-]|\sto\s|\still\s|\suntil\s|\sдо\s)\s?(?P<end>.+)"
)
_ZONE_LEAD = r"(?:^|[\s,])"
_ZONES = tuple(
    grammar(rf"{_ZONE_LEAD}(?:{words})$")
    for words in (
        r"""\((?P<zone>[^()]+)\) | (?P<slash>[a-z]+(?:/[\w+-]+)+) | (?P<short>msk|мск|utc|gmt)
        | (?P<offset>(?:(?:utc|gmt)\s?)?[+−–-]\d{1,2}(?::\d\d)?)""",
        r"(?P<city>[a-z-]+)\stime",
        r"(?P<city>[a-z]+[ -][a-z]+)\stime",
        r"по\s(?:времени\s)?(?P<russian>\w[\w-]+)",
        r"по\s(?P<moscow>московскому)\sвремени",
    )
)
_BARE_DAY = grammar(rf"(?:^|[\s,])(?:(?:on|во?)\s)?(?P<day>{any_of(_WEEKDAYS)})$")
_COUNT = r"\d+|two|three|four|five|six|several|два|две|три|четыре|пять|шесть|несколько"
_OTHER = grammar(  # schedules that there are none of
    rf"""(?:^|[\s,])(?: every\s(?:(?:{_COUNT}|other|second)\s)?(?:hours|minutes|days?|weeks?|months?|years?)
    | monthly | (?:twice|(?:{_COUNT})\stimes)\sa\s\w+ | ежемесячно
    | (?:дважды|(?:(?:{_COUNT})\s)?раза?)\sв\s\w+(?:\s\w+)?
    | кажды[ей]\s(?:(?:{_COUNT})\s)?(?:час(?:а|ов)|минут\w?|д(?:ня|ней)|недел[ию]|месяц(?:а|ев)?))$"""
)
_AND = grammar(r"\s(?:and|и)$")


def _recurrences() -> Iterator[tuple[re.Pattern[str], Recurrence]]:
    day = any_of(_WEEKDAYS)
    ru = "|".join((*PLURALS, day))
    worded: tuple[tuple[Recurrence, str], ...] = (
        ("at_once", r"at\sonce|immediately|instantly|right\saway|as\sit\shappens"),
        ("at_once", r"сразу(?:\sже)?|немедленно|мгновенно"),
        ("hourly", r"hourly|(?:every|each|once\san)\shour|ежечасно|каждый\sчас|раз\sв\sчас"),
        ("weekdays", r"(?:(?:on|every|each)\s)?(?:weekday|workday|working\sday)s?"),
        ("weekdays", r"(?:по|в)\s(?:будн(?:ям|и|ие\sдни)|рабочи[ме]\sдн(?:ям|и))"),
        ("weekdays", r"каждый\s(?:будний|рабочий)\sдень"),
        ("weekends", r"(?:(?:on|at|every|each)\s)?(?:the\s)?weekends?"),
        ("weekends", r"(?:по|в)\sвыходны(?:м|е)(?:\sдн(?:ям|и))?|кажды[ей]\sвыходные"),
        ("weekly", rf"(?:weekly|every\sweek|once\sa\sweek)(?:,?\s(?:on\s)?(?P<day>{day})s?)?"),
        ("weekly", rf"(?:every|each)\s(?P<day>{day})s?|(?:on\s)?(?P<days>{day})s"),
        ("weekly", rf"(?:еженедельно|(?:раз\sв|каждую)\sнеделю)(?:,?\s(?:во?|по)\s(?P<day>{ru}))?"),
        ("weekly", rf"(?:по|кажд(?:ый|ую|ое))\s(?P<day>{ru})"),
        ("daily", r"daily|(?:every|each)\s(?:day|(?P<morning>morning)|(?P<evening>evening))|once\sa\sday"),
        ("daily", r"ежедневно|раз\sв\sдень|каждый\s(?:день|(?P<evening>вечер))|каждое\s(?P<morning>утро)"),
        ("daily", r"по\s(?:(?P<morning>утрам)|(?P<evening>вечерам))"),
        ("daily", r"(?P<morning>утром)|(?P<evening>вечером)"),
        ("daily", r"in\sthe\s(?:(?P<morning>mornings?)|(?P<evening>evenings?))"),
    )  # fmt: skip
    return ((grammar(rf"(?:^|[\s,])(?:{words})$"), recurrence) for recurrence, words in worded)


_RECURRENCES = tuple(_recurrences())


class TimingError(ValueError):
    """Two schedules, a time that no clock shows, or a schedule that there is not; `words` tell which."""

    def __init__(self, sort: Literal["two", "no_time", "other"], words: str) -> None:
        super().__init__(words)
        self.sort = sort
        self.words = words


@dataclass(frozen=True, slots=True)
class Timing:
    """What was said of the time; None where nothing was."""

    recurrence: Recurrence | None = None
    weekday: int | None = None
    minute: int | None = None
    zone: str | None = None
    usual: int | None = None  # the minute that "every evening" means when no time stands there


Taken = tuple[str, Timing]  # what stands before, and what the end says


def take_timing(text: str) -> Taken:
    """Part what a person wrote into the words before and what its end says of the time.

    Raises TimingError when it says two different things, or a time that does not exist.
    """
    rest, timing = text.strip(" ,.;"), Timing()
    while True:
        found = next(filter(None, (take(rest, timing) for take in _TAKERS)), None)
        if found is None:
            return rest, timing
        rest, timing = _AND.sub("", found[0].rstrip(" ,;")), found[1]


def parse_quiet(text: str) -> QuietHours:
    """Read "22-8", "22:00–07:30", "с 23 до 8", "from 10 pm to 7 am"; raises ValueError for anything else."""
    match = _QUIET.fullmatch(text.strip())
    sides = [_CLOCK.fullmatch(match[side].strip()) for side in ("start", "end")] if match else []
    minutes = [_minute_of(side) for side in sides if side]
    if len(minutes) != 2 or minutes[0] == minutes[1]:
        raise ValueError(text)
    return QuietHours(*minutes)


def _take_zone(text: str, timing: Timing) -> Taken | None:
    for match in filter(None, (pattern.search(text) for pattern in _ZONES)):
        words = next(filter(None, match.groups()))
        zone = find_zone(_zone_name(match.lastgroup, words))
        if zone and _ends_timed(text[: match.start()]):
            return text[: match.start()], replace(timing, zone=_only(timing.zone, zone, words))
    return None


def _zone_name(sort: str | None, words: str) -> str:
    if sort == "moscow":
        return "мск"
    return nominative(words) if sort == "russian" else words


def _take_time(text: str, timing: Timing) -> Taken | None:
    match = _TIME.search(text)
    if match is None:
        return None
    before = text[: match.start()]
    is_plain = match["mark"] == ":" or match["led"] or match["half"]
    if not is_plain and _recurrence(before) is None:
        return None  # "article 9" is a topic, "daily 9" is a time
    return before, replace(timing, minute=_only(timing.minute, _minute_of(match), match[0]))


def _take_recurrence(text: str, timing: Timing) -> Taken | None:
    found = _recurrence(text)
    if found is None:
        if other := _OTHER.search(text):
            raise TimingError("other", other[0].strip(" ,"))
        return None
    match, recurrence = found
    named = match.groupdict()
    weekday = _weekday(named.get("day") or named.get("days"))
    usual = MORNING if named.get("morning") else EVENING if named.get("evening") else timing.usual
    recurrence = _only(timing.recurrence, recurrence, match[0])
    weekday = _only(timing.weekday, weekday, match[0]) if weekday else timing.weekday
    return text[: match.start()], replace(timing, recurrence=recurrence, weekday=weekday, usual=usual)


def _take_bare_day(text: str, timing: Timing) -> Taken | None:
    """A weekday counts before a time: "monday 8:30", but "black monday" and "выборы в среду" are topics."""
    match = _BARE_DAY.search(text)
    if match is None or timing.minute is None or timing.recurrence is not None:
        return None
    return text[: match.start()], replace(timing, recurrence="weekly", weekday=_weekday(match["day"]))


_TAKERS: tuple[Callable[[str, Timing], Taken | None], ...] = (
    _take_zone,
    _take_time,
    _take_recurrence,
    _take_bare_day,
)


def _recurrence(text: str) -> tuple[re.Match[str], Recurrence] | None:
    found = ((pattern.search(text.rstrip(" ,")), recurrence) for pattern, recurrence in _RECURRENCES)
    return next(((match, recurrence) for match, recurrence in found if match), None)


def _ends_timed(text: str) -> bool:
    bare = text.rstrip(" ,")
    match = _TIME.search(bare)
    is_time = match is not None and bool(match["mark"] or match["led"] or match["half"] or match["named"])
    return is_time or _recurrence(bare) is not None or bool(match and _recurrence(bare[: match.start()]))


def _weekday(word: str | None) -> int | None:
    if not word:
        return None
    low = word.lower()
    return PLURALS.index(low) + 1 if low in PLURALS else number_of(_WEEKDAYS, word)


def _minute_of(match: re.Match[str]) -> int:
    """Minutes since midnight of a time of day."""
    if match["named"]:
        return _NAMED[match["named"].lower()]
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if half in {"am", "pm", "утра", "дня", "вечера", "ночи"}:
        is_late = half in {"pm", "дня", "вечера"}
        if not 1 <= hour <= 12:
            raise TimingError("no_time", match[0].strip(" ,"))
        hour = hour % 12 + 12 * is_late
    if hour > 23 or minute > 59:
        raise TimingError("no_time", match[0].strip(" ,"))
    return hour * 60 + minute


def _only(known: Value | None, found: Value, words: str) -> Value:
    if known is not None and known != found:
        raise TimingError("two", words.strip(" ,"))
    return found
