"""Tells walls of consent, sign-in and payment from articles, by their words; it knows nothing of markup.

The lists are in `data/`. An article about cookies or subscriptions is none: a wall is short and speaks to the
reader in most of its lines, or stands behind the last words that are free.
"""

import re
from functools import cache

from bot.articles.lexicon import any_of

_WALL = 2500  # characters; a longer text holds an article, whatever banner is in it
_SHARE = 0.5  # of the lines that speak of the wall
_LAST = 6  # lines of a text in which the wall behind its free beginning is named
_LINE = 300  # characters; a longer line is prose


def is_wall(text: str) -> bool:
    """Whether a page's text is a wall and no article."""
    lines = [line for line in text.splitlines() if line.strip()]
    speaking = sum(len(line) for line in lines if _pattern("wall_pages").search(line))
    return len(text) <= _WALL and speaking >= _SHARE * sum(map(len, lines)) > 0


def ends_at_wall(text: str) -> bool:
    """Whether a text breaks off where a reader is asked to pay or to sign in."""
    last = [line for line in text.splitlines() if line.strip()][-_LAST:]
    return any(len(line) <= _LINE and _pattern("paywalls").search(line) for line in last)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(name)})(?!\w)", re.IGNORECASE)
