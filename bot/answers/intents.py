"""What kind of question a text is, and what it wants: by cue phrases first, by who speaks in it second."""

import re
from functools import lru_cache

from bot.answers.lexicon import cues, wanted_phrases, word_list
from bot.answers.reading import Reading, Unit
from bot.answers.roles import Roles
from bot.models import Intent, Wanted

POLITE = (
    "please",
    "can you",
    "could you",
    "would you",
    "will you",
    "пожалуйста",
    "можешь",
    "можете",
    "hey",
    "bot",
    "бот",
    "ну",
)
LONGEST_WHEN_SAID = 7  # words: a longer question says itself what it is about
TO_THE_BOT: tuple[Intent, ...] = ("greeting", "thanks", "about_bot", "help", "more", "shorter", "source")
WHETHER = frozenset({"did", "does", "do", "is", "are", "was", "were", "has", "have", "had", "правда"})
# "what was the inflation rate", "what did gas cost": a figure is asked for
FIGURE = re.compile(
    r" what(?:'s|’s| is| was| are| were) (?:the )?(?:\S+ ){0,3}?"
    r"(?:rates?|percentage|toll|turnout|population|salary|prices?|costs?|magnitude|speed|height|length|weight"
    r"|(?:number|share|size|amount|budget) of) "
    r"| what (?:did|does|do|will) (?:(?!do |at )\S+ ){1,4}cost "
    r"| как(?:ой|ая|ое|ов|ова|ово|овы) (?:был[аио]? )?(?:\S+ ){0,2}?"
    r"(?:уровень|инфляция|цена|стоимость|ставка|численность|доля|сумма|явка|население|бюджет) "
)
ASKS_A_FACT = frozenset({"when", "where", "who", "how_much", "why"})


def decide(reading: Reading, roles: Roles) -> tuple[Intent, Wanted]:
    """The intent of a question and what it wants to know."""
    padded = _without_courtesy(reading.padded)
    found = found_cues(padded)
    wanted = wanted_in(reading)
    return _of_message(padded, found, roles) or _of_news(reading, found, roles, wanted), wanted


@lru_cache(maxsize=256)
def found_cues(padded: str) -> frozenset[str]:
    """The sections of cue phrases that occur in some words; kept, since one question asks several times."""
    return frozenset(cue.intent for cue in cues() if cue.fits(padded))


def _of_message(padded: str, found: frozenset[str], roles: Roles) -> Intent | None:
    """Messages to the bot itself: small talk, commands, follow-ups without content."""
    if not padded.strip():
        return "help"
    simple = next((intent for intent in TO_THE_BOT if intent in found), None)
    if simple:
        return simple
    if "when_said" in found and len(padded.split()) <= LONGEST_WHEN_SAID:
        return "when_said"
    if _is_off_news(padded, found, roles.framed):
        return "not_news"
    return "opinion" if _asks_an_opinion(found, roles.framed) else None


def _is_off_news(padded: str, found: frozenset[str], framed: bool) -> bool:
    return "injection" in found or _is_arithmetic(padded) or ("not_news" in found and not framed)


def _asks_an_opinion(found: frozenset[str], framed: bool) -> bool:
    """The bot's own, or a forecast of its own; somebody's forecast is news."""
    return "opinion" in found or ("prediction" in found and not framed)


def _of_news(reading: Reading, found: frozenset[str], roles: Roles, wanted: Wanted) -> Intent:
    if "disagreement" in found:
        return "disagreement"
    if "timeline" in found:
        return "timeline"
    return _of_words(found, roles, wanted) or _of_events(reading, found)


def _asks_for_changes(reading: Reading, found: frozenset[str]) -> bool:
    """ "What changed this week?", "what's new since Monday?"."""
    period = reading.period
    if period is None or period.start is None:
        return False
    return "changes" in found or ("latest" in found and period.end is None)


def _of_words(found: frozenset[str], roles: Roles, wanted: Wanted) -> Intent | None:
    """Questions for what somebody said."""
    if roles.who:
        return "commented" if "commented" in found else "who_said"
    if (roles.speakers or roles.pronoun) and not found.isdisjoint({"position", "first_said"}):
        return "position"
    if roles.speakers or roles.pronoun:
        return "fact" if roles.telling and wanted in ASKS_A_FACT else "said"
    return "said_about" if roles.anyone or "said_about" in found else None


def _of_events(reading: Reading, found: frozenset[str]) -> Intent:
    """Questions for what happened."""
    if _asks_for_changes(reading, found):
        return "changes"
    if "latest" in found:
        return "latest"
    if "event" in found:
        return "event"
    asks = _has_wanted(reading.padded) or "?" in reading.text or _asks_whether(reading)
    return "fact" if asks else "event"


def _asks_whether(reading: Reading) -> bool:
    """ "Did Dolsk win", «победил ли Дольск», without a question mark."""
    words = [unit.low for unit in reading.units if unit.kind != "mark"]
    return words[:1] != [] and (words[0] in WHETHER or "ли" in words[:4])


def _has_wanted(padded: str) -> bool:
    return any(phrase in padded for phrase, _ in wanted_phrases())


def wanted_in(reading: Reading) -> Wanted:
    """What the first question word of the last question in a text asks for."""
    padded = _last_question(reading)
    places = [
        (padded.find(phrase), -len(phrase), kind) for phrase, kind in wanted_phrases() if phrase in padded
    ]
    found = min(places)[2] if places else "what"
    return "how_much" if found in {"what", "which"} and FIGURE.search(padded) else found


def _last_question(reading: Reading) -> str:
    """The words of the last sentence, when it is a sentence of its own after another one."""
    words = [unit for unit in reading.units if unit.kind != "mark" or unit.text in ".!?"]
    while words and words[-1].kind == "mark":
        words.pop()
    padded = f" {' '.join(unit.low for unit in _after_last_mark(words) if unit.kind != 'mark')} "
    return padded if _has_wanted(padded) else reading.padded


def _after_last_mark(words: list[Unit]) -> list[Unit]:
    """The units after the last mark, all of them when that leaves but one."""
    borders = [place for place, unit in enumerate(words) if unit.kind == "mark"]
    if borders and len(words) - borders[-1] > 2:
        return words[borders[-1] + 1 :]
    return words


def _without_courtesy(padded: str) -> str:
    for phrase in POLITE:
        if padded.startswith(f" {phrase} ") and len(padded.split()) > len(phrase.split()):
            padded = padded[len(phrase) + 1 :]
    return padded


def _is_arithmetic(padded: str) -> bool:
    """Numbers and words of calculation, nothing else, at least two numbers."""
    words = padded.split()
    numbers = [word for word in words if word[0].isdigit()]
    rest = [word for word in words if not word[0].isdigit()]
    known = word_list("arithmetic")
    return (len(numbers) >= 2 or _is_formula(words)) and all(word in known for word in rest)


def _is_formula(words: list[str]) -> bool:
    return len(words) == 1 and words[0][0].isdigit() and "x" in words[0]
