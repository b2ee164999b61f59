"""A subscription in words, in English and Russian; what it says can be typed to subscribe again."""

from bot.language.script import fold
from bot.models import Language
from bot.subscriptions.phrases import PLURALS
from bot.subscriptions.schedule import QuietHours, Schedule
from bot.subscriptions.values import Scope

_KINDS: dict[Language, dict[str, str]] = {
    "en": {"everything": "everything", "speaker": "speaker", "topic": "topic", "source": "source"},
    "ru": {"everything": "все новости", "speaker": "спикер", "topic": "тема", "source": "источник"},
}
_RECURRENCES: dict[Language, dict[str, str]] = {
    "en": {
        "daily": "daily at {time}",
        "weekdays": "on weekdays at {time}",
        "weekends": "on weekends at {time}",
        "weekly": "on {day} at {time}",
        "hourly": "every hour",
        "at_once": "at once",
    },
    "ru": {
        "daily": "каждый день в {time}",
        "weekdays": "по будням в {time}",
        "weekends": "по выходным в {time}",
        "weekly": "по {day} в {time}",
        "hourly": "каждый час",
        "at_once": "сразу",
    },
}
_DAYS: dict[Language, tuple[str, ...]] = {
    "en": ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"),
    "ru": PLURALS,
}
_QUIET: dict[Language, str] = {"en": "quiet from {start} to {end}", "ru": "тихие часы с {start} до {end}"}


def scope_words(scope: Scope, language: Language) -> str:
    """What is followed: "speaker: Orlov, topic: water"."""
    kinds = _KINDS[language]
    if scope.kind == "everything":
        return kinds["everything"]
    about = f", {kinds['topic']}: {scope.about}" if scope.about else ""
    return f"{kinds[scope.kind]}: {scope.value}{about}"


def schedule_words(schedule: Schedule, zone: str, language: Language) -> str:
    """When it comes: "daily at 09:00 (Europe/Berlin)"; a zone only where there is a time of day."""
    pattern = _RECURRENCES[language][schedule.recurrence]
    words = pattern.format(time=clock(schedule.minute), day=_DAYS[language][schedule.weekday - 1])
    return f"{words} ({zone})" if "{time}" in pattern else words


def quiet_words(quiet: QuietHours, language: Language) -> str:
    """When nothing comes: "quiet from 22:00 to 08:00"."""
    return _QUIET[language].format(start=clock(quiet.start), end=clock(quiet.end))


def clock(minute: int) -> str:
    """A minute of the day as a clock shows it: "09:05"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def scope_key(scope: Scope) -> str:
    """Equal for scopes that differ only in case, ё and white space."""
    return "\n".join((scope.kind, *(" ".join(fold(part).split()) for part in (scope.value, scope.about))))
