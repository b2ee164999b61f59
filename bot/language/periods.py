"""The period of time that a question names: points of time with the words around them, English and Russian.

A small grammar by hand, because a period, not a moment, is asked for, and because "may I" is no date.
It knows nothing of what else the question asks.
"""

import math
import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from bot.language.timepoints import Point, points
from bot.language.timerules import Now
from bot.models import Language, Period

LONGEST = 2000  # characters of a question that are looked at
_REACH = 48  # characters before a point that may hold its preposition

Relation = Literal["within", "since", "from", "after", "before", "until", "topic", "meant", ""]
_WORDS: dict[Relation, str] = {
    "since": r"ever\ssince|since|starting(?:\sfrom)?|начиная\sсо?|со?",
    "from": r"from|between|between\sthe|от|между",
    "after": r"after|later\sthan|после|позже|позднее",
    "before": r"before|prior\sto|earlier\sthan|раньше|ранее|до",
    "until": r"until|till|up\sto|through|by|по|ко?",
    "topic": r"about|regarding|concerning|об?|обо|про|насчет|насчёт",
    "meant": r"for|of|на",  # "the budget for 2025", but "на прошлой неделе"
    "within": r"in|on|at|during|over|throughout|within|as\sof|во?|за|в\sтечение|на\sпротяжении",
}
_PORTIONS = {
    "early": (0.0, 0.5), "the beginning of": (0.0, 0.5), "the start of": (0.0, 0.5), "начале": (0.0, 0.5),
    "начала": (0.0, 0.5), "mid": (0.25, 0.75), "the middle of": (0.25, 0.75), "середине": (0.25, 0.75),
    "середины": (0.25, 0.75), "late": (0.5, 1.0), "the end of": (0.5, 1.0), "конце": (0.5, 1.0),
    "конца": (0.5, 1.0), "the first half of": (0.0, 0.5), "the second half of": (0.5, 1.0),
    "первой половине": (0.0, 0.5), "второй половине": (0.5, 1.0), "the first week of": (0.0, 0.25),
}  # fmt: skip
_PORTION = rf"(?:(?P<portion>{'|'.join(_PORTIONS)})[\s-])?"
_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _WORDS.items())})"
    rf"\s(?:the\s)?{_PORTION}(?:the\s)?(?:year\s)?$",
    re.IGNORECASE,
)
_BARE_PORTION = re.compile(rf"(?<!\w){_PORTION}$", re.IGNORECASE)
_FIRST_DAY = re.compile(
    r"(?<!\w)(?:(?:from|between|on|со?|от|между)\s)?(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th|-?го)?"
    r"(?:\s?[-–—]\s?|\s(?:to|and|through|till|until|по|до|и)\s)(?:the\s)?$",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(
    r"(?:\s?[-–—]\s?|\s(?:to|through|till|until|(?P<and>and))\s)(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?![\w%]|[.,:-]\d)(?(and)(?!\s\w))",  # not "July 1 and 5 people"
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s?(?:[-–—]|to|and|till|until|through|up\sto|по|до|и)?\s?(?:the\s)?(?:on|in|in\s|в|во)?\s?",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"\s(?:on|onwards?)\b", re.IGNORECASE)


class _Found(NamedTuple):
    """A stretch of the question with the time it names and how that time bounds the period."""

    start: int
    end: int
    relation: Relation
    period: Period


def period(question: str, now: datetime, language: Language) -> Period | None:
    """The first period that `question` names, in the zone of `now`; None when it names none.

    A day, month or season without a year is the latest that has begun. Periods wholly after `now` and
    times that are themselves the topic ("about 9 May") are none: nothing was published in them.
    """
    question = question[:LONGEST]
    anchor = Now(now, language)
    named = points(question)
    for position, point in enumerate(named):
        following = named[position + 1] if position + 1 < len(named) else None
        found = (
            _range(question, point, following, anchor)
            or _double(question, point, following, anchor)
            or _single(question, point, anchor)
        )
        if found and _has_begun(found.period, now):
            return replace(_bounded(found), words=question[found.start : found.end].strip())
    return None


def _has_begun(found: Period, now: datetime) -> bool:
    return found.start is None or found.start <= now


def _single(question: str, point: Point, now: Now) -> _Found | None:
    """A point with its preposition, or two days of which one is a bare number: "1-5 July", "July 1 to 5"."""
    period_ = point.period(now)
    if period_ is None:
        return None
    before = question[max(0, point.start - _REACH) : point.start]
    first = _FIRST_DAY.search(before)
    if first and (widened := _with_day(period_, first, point)):
        return _Found(point.start - len(before) + first.start(), point.end, "within", widened)
    start, relation, portion = _preposition(question, point)
    if not _tells_when(relation, point):
        return None
    last = _LAST_DAY.match(question, point.end)
    if last and (widened := _with_day(period_, last, point)):
        return _Found(start, last.end(), "within", widened)
    return _Found(start, *_end(question, point, relation), _part_of(period_, portion))


def _end(question: str, point: Point, relation: Relation) -> tuple[int, Relation]:
    """English "from 9 July" bounds nothing ("the statement from 9 July") unless "on" follows."""
    if relation == "from":
        onwards = _ONWARDS.match(question, point.end)
        return (onwards.end(), "since") if onwards else (point.end, "within")
    return point.end, relation


def _tells_when(relation: Relation, point: Point) -> bool:
    """Whether a point is when something was said; lower-case "may" is a month only after "in" and "since"."""
    if relation == "topic" or (relation == "meant" and point.rule.is_coarse):
        return False
    if point.match[0] in {"may", "march"}:
        return relation in {"within", "since"}
    return not point.bare or relation != ""


def _preposition(question: str, point: Point) -> tuple[int, Relation, str]:
    """Where the point begins with its preposition and portion, what the preposition means, the portion."""
    offset = max(0, point.start - _REACH)
    before = question[offset : point.start]
    match = _BEFORE.search(before)
    if match is None:
        match = _BARE_PORTION.search(before)
        portion = (match["portion"] or "") if match else ""
        return (offset + match.start(), "within", portion) if match and portion else (point.start, "", "")
    relation = next(name for name in _WORDS if match[name])
    return offset + match.start(), relation, match["portion"] or ""


def _part_of(whole: Period, portion: str) -> Period:
    """The portion in whole days: "early", "the second half of"."""
    if not portion or whole.start is None or whole.end is None:
        return whole
    first, last = _PORTIONS[portion.lower()]
    days = (whole.end - whole.start).days
    return Period(
        whole.start + timedelta(days=math.floor(days * first)),
        whole.start + timedelta(days=math.ceil(days * last)),
    )


def _with_day(whole: Period, number: re.Match[str], point: Point) -> Period | None:
    """A one-day period widened to another day of the same month."""
    if whole.start is None or whole.end is None or point.rule.kind != "day":
        return None
    try:
        other = whole.start.replace(day=int(number["day"]))
    except ValueError:
        return None
    if other < whole.start:
        return Period(other, whole.end)
    return Period(whole.start, other + (whole.end - whole.start))


def _range(question: str, first: Point, second: Point | None, now: Now) -> _Found | None:
    """From one point to the next."""
    if second is None or not _is_between(question[first.end : second.start]):
        return None
    ends = _ends(first, second, now)
    start, relation, portion = _preposition(question, first)
    if ends is None or not _tells_when(relation, first):
        return None
    begin, end = ends
    return _Found(start, second.end, "within", Period(_part_of(begin, portion).start, end))


def _is_between(words: str) -> bool:
    return not words.isspace() and _BETWEEN.fullmatch(words.lower()) is not None


def _ends(first: Point, second: Point, now: Now) -> tuple[Period, datetime] | None:
    """The first half of a range and its end; a first half without its year counts back from the second."""
    last = second.period(now)
    if last is None or last.end is None:
        return None
    begin = first.period(Now(min(last.end, now.moment), now.language))
    if begin is None or begin.start is None or begin.start >= last.end:
        return None
    return begin, last.end


def _double(question: str, first: Point, second: Point | None, now: Now) -> _Found | None:
    """Two points that name one time: "Monday, 14 July", "9 июля прошлого года"."""
    if second is None or question[first.end : second.start] not in {" ", ", ", " of "}:
        return None
    start, relation, portion = _preposition(question, first)
    both = _both(first, second, now) if _tells_when(relation, first) else None
    return _Found(start, second.end, relation, _part_of(both, portion)) if both else None


def _both(first: Point, second: Point, now: Now) -> Period | None:
    if (first.rule.kind, second.rule.kind) == ("weekday", "day"):
        return second.period(now)
    if first.rule.kind not in {"day", "month"} or second.rule.kind != "units":
        return None
    year = second.period(now)
    return first.period(Now(min(year.end, now.moment), now.language)) if year and year.end else None


def _bounded(found: _Found) -> Period:
    start, end = found.period.start, found.period.end
    if found.relation == "since":
        return Period(start, None)
    if found.relation == "after":
        return Period(end, None)
    if found.relation == "before":
        return Period(None, start)
    return Period(None, end) if found.relation == "until" else Period(start, end)
