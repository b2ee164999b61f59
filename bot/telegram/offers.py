"""The offer of a subscription as a message, and the subscription that such a message offers. Pure.

Nothing is kept between the offer and the pressed button: the first two lines of the message say what is
offered, in words that can be read back, so the button works after restarts and months later.
"""

from dataclasses import dataclass, replace

from bot.answers.compose import MARKS
from bot.digests.text import Digest, blocks
from bot.errors import UsageError
from bot.models import Language
from bot.subscriptions.grammar import parse_timing, parse_wish, whole_schedule
from bot.subscriptions.phrases import EVENING, Timing
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner
from bot.subscriptions.values import Scope
from bot.subscriptions.wording import schedule_words, scope_words
from bot.telegram.split import shorten
from bot.telegram.texts import TEXTS, counted

EXAMPLES = 3
LONGEST_TITLE = 120

SCHEDULES = (  # by the number that their buttons carry
    Schedule("daily"),
    Schedule("daily", EVENING),
    Schedule("weekdays"),
    Schedule("weekly"),
    Schedule("hourly", 0),
    Schedule("at_once", 0),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered, and in which zone its times are."""

    scope: Scope
    schedule: Schedule
    zone: str


def offer_text(offer: Offer, week: Digest, language: Language) -> str:
    """The message: what and when, and what the last week would have brought."""
    texts = TEXTS[language].subscriptions
    lines = [_scope_line(offer.scope, language), schedule_words(offer.schedule, offer.zone, language), ""]
    count = len(week.items) + week.more
    if not count:
        return "\n".join([*lines, texts.found_nothing])
    titles = [shorten(item.title, LONGEST_TITLE) for item, _ in blocks(week.items)[:EXAMPLES]]
    found = texts.found.format(items=counted(count, "items", language))
    return "\n".join([*lines, found, *(f"• {title}" for title in titles)])


def _scope_line(scope: Scope, language: Language) -> str:
    """The scope in words; in quotation marks where its end would be read as a time."""
    words = scope_words(scope, language)
    if parse_wish(words, language).scope == scope:
        return words
    opening, closing = MARKS[language]
    return scope_words(replace(scope, value=f"{opening}{scope.value}{closing}"), language)


def read_offer(text: str, usual: Manner, language: Language) -> Offer | None:
    """What a message of ours offers; None when it is no such message."""
    lines = text.splitlines()
    if len(lines) < 2:
        return None
    try:
        wish, timing = parse_wish(lines[0], language), parse_timing(lines[1], language)
    except UsageError:
        return None
    return Offer(wish.scope, whole_schedule(timing, usual.schedule), timing.zone or usual.zone)


def offered(scope: Scope, timing: Timing, usual: Manner) -> Offer:
    """An offer of what somebody wished; what they did not say is daily, at the usual time and zone."""
    is_timed = usual.schedule.recurrence not in {"hourly", "at_once"}
    daily = Schedule("daily", usual.schedule.minute) if is_timed else Schedule()
    return Offer(scope, whole_schedule(timing, daily), timing.zone or usual.zone)
