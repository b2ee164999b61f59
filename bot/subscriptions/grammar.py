"""What a person writes to subscribe, in English and Russian, as a scope and a schedule; it knows no library.

"peskov", "peskov about grain at once", "topic: central bank daily 09:00", "источник: ТАСС по будням в 9".
"""

from dataclasses import dataclass

from bot.errors import UsageError
from bot.language.script import fold
from bot.language.timerules import grammar
from bot.models import Language
from bot.subscriptions.phrases import Timing, TimingError, take_timing
from bot.subscriptions.refusals import refusal
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.values import Scope, ScopeKind

LONGEST = 100  # characters of a topic or name
_LEAD = grammar(
    r"""^(?:/\w+|please|subscribe(?:\sme)?(?:\sto)?|follow|send\sme|(?P<alert>alert(?:\sme)?(?:\swhen)?)
    |(?P<alert_>(?:оповещай|оповести|сообщай|сообщи)(?:\sменя)?,?(?:\sкогда)?)
    |(?:подпиши(?:\sменя)?|подписаться|подписка)(?:\sна)?|следи(?:ть)?\sза)(?:\s|$)"""
)
_PREFIX = grammar(
    r"""^(?: (?P<speaker>speaker|person|спикер|персона) | (?P<topic>topic|theme|тем[аеу]|по\sтеме)
    | (?P<source>source|outlet|источник|издание) )(?:\s?[:=]\s*|\s+|$)"""
)
_EVERYTHING = frozenset(
    {"everything", "all", "all news", "news", "the news", "any", "*"}
    | {"все", "все новости", "новости", "все подряд", "любые новости"}
)
_ANYBODY = frozenset(
    {"anyone", "anybody", "everyone", "everybody", "someone", "somebody", "news", "the news", "everything"}
    | {"кто-то", "кто-нибудь", "кто угодно", "любой", "все", "новости", "все новости"}
)
_ABOUT = grammar(
    r"(?P<who>.*?)(?:^|\s)(?:says\s|said\s|speaks?\s|говорит\s)?(?:about|об?|про|обо)\s(?P<about>.+)"
)
_ON = grammar(r"(?P<who>.+?)\son\s(?P<about>.+)")
_TOPIC_TOO = grammar(r"(?P<who>.*?)[,;]\s?(?:topic|тема)\s?:\s?(?P<about>.+)")
_VERBS = grammar(r"\s(?:says|said|speaks?|говорит|сказал[аио]?)$")
_QUOTES = "\"'«»“”„‘’ "


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants: the scope, and of the schedule only what they said."""

    scope: Scope
    timing: Timing
    guessed: bool = False  # bare words: taken for a speaker, they may be a topic


def parse_wish(text: str, language: Language) -> Wish:
    """Read a wish; raises UsageError with a sentence in the reader's language that says what to write."""
    bare, is_alert = _without_leads(" ".join(text.split()))
    words, timing = _timed(bare, language)
    if is_alert and timing == Timing():
        timing = Timing("at_once")
    scope, guessed = _scope(words, language)
    if max(map(len, (scope.value, scope.about))) > LONGEST:
        raise UsageError(refusal("long", language, longest=str(LONGEST)))
    return Wish(scope, timing, guessed)


def parse_timing(text: str, language: Language) -> Timing:
    """Read a schedule alone, as "weekly on monday 8:30"; raises UsageError when there is anything else."""
    words, timing = _timed(" ".join(text.split()), language)
    if words or timing == Timing():
        raise UsageError(refusal("schedule", language, words=words or text))
    return timing


def whole_schedule(said: Timing, usual: Schedule) -> Schedule:
    """What was said of a schedule, and the usual where nothing was."""
    recurrence = said.recurrence or ("daily" if said.minute is not None else usual.recurrence)
    if recurrence in {"hourly", "at_once"}:
        return Schedule(recurrence, 0)
    minute = next(one for one in (said.minute, said.usual, usual.minute) if one is not None)
    return Schedule(recurrence, minute, said.weekday or usual.weekday)


def _timed(text: str, language: Language) -> tuple[str, Timing]:
    try:
        words, timing = take_timing(text)
    except TimingError as error:
        raise UsageError(refusal(error.sort, language, words=error.words)) from error
    if timing.recurrence in {"hourly", "at_once"} and timing.minute is not None:
        raise UsageError(refusal("timeless", language))
    return words, timing


def _scope(words: str, language: Language) -> tuple[Scope, bool]:
    if not words:
        raise UsageError(refusal("empty", language))
    if fold(words) in _EVERYTHING:
        return Scope(), False
    prefix = _PREFIX.match(words)
    rest = words[prefix.end() :] if prefix else words
    if prefix and not rest.strip(_QUOTES):
        raise UsageError(refusal("empty", language))
    if prefix and prefix["topic"]:
        return _named("topic", rest, language), False
    if prefix and prefix["source"]:
        return _named("source", rest, language), False
    spoken = _spoken(rest, language)
    return spoken, prefix is None and spoken.kind == "speaker" and not spoken.about


def _spoken(words: str, language: Language) -> Scope:
    """A speaker, perhaps with what they speak about; about something by anybody is a topic."""
    match = _TOPIC_TOO.fullmatch(words) or _ABOUT.fullmatch(words) or _ON.fullmatch(words)
    if match is None:
        return _named("speaker", _VERBS.sub("", words), language)
    about = match["about"].strip(_QUOTES)
    who = _VERBS.sub("", match["who"].strip(_QUOTES))
    return Scope("speaker", who, about) if who and fold(who) not in _ANYBODY else Scope("topic", about)


def _named(kind: ScopeKind, words: str, language: Language) -> Scope:
    value = words.strip(_QUOTES)
    if not any(map(str.isalnum, value)):
        raise UsageError(refusal("empty", language))
    return Scope(kind, value)


def _without_leads(text: str) -> tuple[str, bool]:
    """The words after "subscribe me to" and the like, and whether they ask for an alert."""
    is_alert = False
    while match := _LEAD.match(text):
        text = text[match.end() :]
        is_alert = is_alert or bool(match["alert"] or match["alert_"])
    return text, is_alert
