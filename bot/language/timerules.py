"""What a rule of the time grammar is: a pattern, and a function from its match to a period.

It knows nothing of any one expression.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Literal, NamedTuple

from bot.models import Language, Period

EARLIEST = 1990  # a question about an older year asks for history, not for when something was published


class Now(NamedTuple):
    """What relative words count from."""

    moment: datetime
    language: Language

    @property
    def day(self) -> date:
        return self.moment.date()

    def days(self, start: date, end: date) -> Period:
        """From the start of one day to the start of another, in the zone of now."""
        zone = self.moment.tzinfo
        return Period(datetime.combine(start, time.min, zone), datetime.combine(end, time.min, zone))


class Rule(NamedTuple):
    """`bare` tells of a match that it names a time only after a preposition: "July", "2022", "среду"."""

    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Now], Period | None]
    bare: Callable[[re.Match[str]], bool] = lambda _: False
    kind: Literal["day", "weekday", "units", "month", "year", ""] = ""

    @property
    def is_coarse(self) -> bool:
        """A month or longer: "the budget for 2025" was not made then."""
        return self.kind in {"month", "year"}


def grammar(pattern: str) -> re.Pattern[str]:
    """A verbose, case-insensitive pattern."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)
