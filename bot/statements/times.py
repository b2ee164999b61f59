"""The day on which something was said, when its sentence tells: "said on Monday", «заявил 9 июля».

Only dates beside the cue count, never those inside the words said.
"""

import re
from datetime import date

from bot.language.dates import find_dates
from bot.models import Span
from bot.statements.found import Found

NEAR = 60  # characters between a cue and its date
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
    outside = [(_distance(one.cue, at), day) for at, day in dates if day and not _is_inside(one, at)]
    return min(outside)[1] if outside else None


def _distance(cue: Span, at: int) -> int:
    return min(abs(at - cue.end), abs(cue.start - at))


def _is_inside(one: Found, at: int) -> bool:
    return any(s.start <= at < s.end for s in one.spans)
