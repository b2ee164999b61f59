"""Expressions of a question that name one stretch of time by themselves: "last week", "три дня назад".

What stands around them ("since", "с ... по ...", "в начале") is left to `periods`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.language import timedays, timemonths, timeunits
from bot.language.timerules import Now, Rule
from bot.models import Period

_RULES = (*timedays.RULES, *timeunits.RULES, *timemonths.RULES)


class Point(NamedTuple):
    """An expression found in a question; `period` needs a now, which a range may set for its first half."""

    start: int
    end: int
    bare: bool
    rule: Rule
    match: re.Match[str]

    def period(self, now: Now) -> Period | None:
        """The time it names, as counted from `now`."""
        return self.rule.resolve(self.match, now)


@lru_cache(1000)  # a question is read once more when the next one goes on from it
def points(question: str) -> tuple[Point, ...]:
    """Every time expression in order of appearance; where two overlap, the rule listed first wins."""
    taken: list[Point] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(question):
            if all(match.end() <= one.start or one.end <= match.start() for one in taken):
                taken.append(Point(match.start(), match.end(), rule.bare(match), rule, match))
    return tuple(sorted(taken, key=lambda point: point.start))
