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
    best: tuple[int, date] | None = None
    for mention in find_dates(text[start:end], published):
        at = start + mention.start
        inside = any(s.start <= at < s.end for s in one.spans)
        if mention.date is None or inside:
            continue
        distance = min(abs(at - one.cue.end), abs(one.cue.start - at))
        best = min(best, (distance, mention.date)) if best else (distance, mention.date)
    return best[1] if best else None
