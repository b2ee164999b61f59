"""What somebody asks a digest of: words with a period, as "central bank since Monday". Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.language.periods import period
from bot.models import Language
from bot.subscriptions.grammar import parse_wish
from bot.subscriptions.schedule import period as length
from bot.subscriptions.values import Scope


@dataclass(frozen=True, slots=True)
class Asked:
    """A scope and a half-open interval; `guessed` when it was bare words: a speaker, a source or a topic."""

    scope: Scope
    since: datetime
    until: datetime
    guessed: bool = False


def read_asked(text: str, now: datetime, language: Language) -> Asked:
    """Read a request; without words it is for everything, without a period for the last day.

    Raises UsageError, in the reader's language, for what says nothing.
    """
    found = period(text, now, language)
    words = " ".join(text.replace(found.words, " ", 1).split()) if found else text.strip()
    since = found.start if found and found.start else now - timedelta(seconds=length("daily"))
    until = now + timedelta(seconds=1)
    if found and found.end:
        until = min(until, found.end)
    if not words:
        return Asked(Scope(), since, until)
    wish = parse_wish(words, language)
    if found is None and wish.timing.recurrence:
        since = now - timedelta(seconds=length(wish.timing.recurrence) or length("daily"))
    return Asked(wish.scope, since, until, wish.guessed)
