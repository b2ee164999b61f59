""" "What changed since then?": the day that the answer before leaves off at, in the place of "then". Pure."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.answers.reading import language_of
from bot.language.dates import published_day, readable_date
from bot.models import Turn

THEN = re.compile(r"\b(?:since\s+then|с\s+тех\s+пор|с\s+того\s+времени)\b", re.IGNORECASE)


def dated(text: str, turns: Sequence[Turn]) -> str:
    """A question with the day after the newest article of the last answer for "then"; else as it is."""
    match = THEN.search(text)
    newest = _newest(turns) if match else None
    if match is None or newest is None:
        return text
    language = language_of(text)
    day = readable_date((newest + timedelta(days=1)).isoformat(), language)
    words = f"с {day} года" if language == "ru" else f"since {day}"
    return text[: match.start()] + words + text[match.end() :]


def _newest(turns: Sequence[Turn]) -> date | None:
    """The day of the newest article that the last answer with claims cites."""
    claims = next((turn.answer.claims for turn in reversed(turns) if turn.answer.claims), ())
    days = (published_day(cited.published) for claim in claims for cited in claim.citations)
    return max(filter(None, days), default=None)
