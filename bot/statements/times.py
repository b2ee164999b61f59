"""The day on which something was said, when its sentence tells: "said on Monday", «заявил 9 июля».

Only dates beside the cue count, never those inside the words said.
"""

import re
from datetime import date, timedelta

from bot.language.dates import find_dates, published_day
from bot.language.morphology import morph
from bot.models import Span
from bot.statements.found import Found

NEAR = 60  # characters between a cue and its date
_CLAUSE = re.compile(r",\s(?:однако|но|а|что|котор\w+|когда|где|but|which|who|when)\s")
_EVE = re.compile(r"\b[Нн]акануне\s(\w+)")
_DAY_WORD = re.compile(
    r"\d|day\b|yesterday|tonight|понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресень|вчера|сегодня|накануне|позавчера",
    re.IGNORECASE,
)


def said_on(text: str, context: Span, one: Found, published: str | None) -> date | None:
    """The date nearest to the cue, outside the content; None when there is none."""
    if one.cue is None:
        return None
    start, end = max(context.start, one.cue.start - NEAR), min(context.end, one.cue.end + NEAR)
    if not _DAY_WORD.search(text, start, end):
        return None
    dates = [(start + mention.start, mention.date) for mention in find_dates(text[start:end], published)]
    dates.extend(_eves(text, start, end, published))
    dates = [(at, day) for at, day in dates if text[max(0, at - 3) : at].lower() != "на "]  # "на среду"
    dates = [(at, day) for at, day in dates if not _CLAUSE.search(text, *sorted((at, one.cue.start)))]
    outside = [(_distance(one.cue, at), day) for at, day in dates if day and not _is_inside(one, at)]
    return min(outside)[1] if outside else None


def _eves(text: str, start: int, end: int, published: str | None) -> list[tuple[int, date]]:
    """The day before, «накануне», unless it is the eve of something («накануне выборов»)."""
    day = published_day(published)
    if day is None:
        return []
    eves = (match for match in _EVE.finditer(text, start, end) if _is_apart(match[1]))
    return [(match.start(), day - timedelta(days=1)) for match in eves]


def _is_apart(word: str) -> bool:
    """Does a verb or a subject follow «накануне», so that it is the eve of nothing?"""
    readings = morph(word.lower())
    if readings[0].pos == "VERB":
        return True
    cases = {parse.case for parse in readings}
    return "nomn" in cases and ("gent" not in cases or word[0].isupper())


def _distance(cue: Span, at: int) -> int:
    return min(abs(at - cue.end), abs(cue.start - at))


def _is_inside(one: Found, at: int) -> bool:
    return any(s.start <= at < s.end for s in one.spans)
