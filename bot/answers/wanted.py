"""Whether a sentence holds the kind of thing that a question wants: a date, a number, a place, a name.

Pure; it judges the kind only, never whether the thing is the right one.
"""

import re
from collections.abc import Callable, Sequence

from bot.answers.amounts import MONTH, countable, holds_amount
from bot.language.morphology import morph
from bot.language.names import find_names
from bot.language.script import fold
from bot.language.tokens import words as words_of
from bot.models import Question, Wanted
from bot.search.coverage import Word, bag, match

DAYS = (
    r"понедельник|вторник|сред[ау]|четверг|пятниц|суббот|воскресен|monday|tuesday|wednesday|thursday|friday"
)
WHEN = re.compile(
    rf"\b\d{{1,2}}\s+(?:{MONTH})|\b(?:{MONTH})[a-z]*\.?\s+\d{{1,2}}\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}:\d\d\b"
    rf"|\b(?:{DAYS}|saturday|sunday|yesterday|today|tomorrow|вчера|сегодня|завтра)",
    re.IGNORECASE,
)
# alone: "in May", not "in may", "by May Smith"
IN_MONTH = re.compile(
    r"\b(?i:in|by|since|until|early|late|mid|next|last|of)[ -]"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s[A-Z])"
    r"|\b(?:[Вв]|[Кк]|[Дд]о|[Сс])\s(?:(?:начале|конце|середине)\s)?(?:март[аеу]?|августа?[еу]?|ма[еяюй]"
    r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яюеь])\b"
)
WHERE = re.compile(
    r"\b(?:in|at|near|from|outside|to|on|в|во|на|у|под|из|около)\s+(?:the\s+)?([A-ZА-ЯЁ][\w-]+)"
)
WHY = re.compile(
    r"\b(?:because|due to|owing to|thanks to|in order|so that|aimed?|(?<!any )reasons?|explain\w*"
    r"|citing(?!\s(?:\w+\s){0,2}(?:sources?|people|reports?|officials?)\b)"
    r"|in response to|as a result of|(?:caused|prompted|triggered|sparked) by|led to|blam(?:ed|es|ing)"
    r"|так как|потому|поскольку|из-за|в связи|чтобы|ввиду|вследствие|объясн\w+|причин\w*|для того|благодаря"
    r"|в ответ на|в результате|ссылаясь на|повли\w+|привел[аио]? к|вызван\w*|спровоцир\w+|поводом)\b",
    re.IGNORECASE,
)
# reasons for what is done to the accused only
CHARGES = re.compile(
    r"\b(?:on (?:[\w-]+ ){0,3}charges?|on suspicion of|for allegedly|(?:convicted|guilty) of"
    r"|по (?:подозрению|обвинению|делу о|статье)|осу(?:дил|жд[её]н)\w* (?:по|за)"
    r"|обвин\w+ в|виновн\w+ в|за то,? что)\b",
    re.IGNORECASE,
)
PUNISHED = re.compile(
    r"\b(?:arrest|detain|charg|jail|imprison|sentenc|convict|fined|sued|banned|suspend|held|prison|for what\b"
    r"|за что|арест|задерж|осуд|осужд|приговор|посади|оштраф|дело|дела|срок)",
    re.IGNORECASE,
)
REASON_REACH = 80  # characters between a reason and what it is the reason of
# no "in the days following", "over a four-day period"
WHY_PERHAPS = re.compile(
    r"\b(?:since|after|amid|pending|(?<!days )(?<!weeks )(?<!months )(?<!years )(?<!hours )following"
    r"|over(?!\s(?:[\w-]+\s){0,3}(?:hours?|days?|weeks?|months?|years?|decades?|period|weekend)\b)"
    r"|после|вслед за|на фоне)\b|:\s?[«“\"]",
    re.IGNORECASE,
)
ALSO: dict[Wanted, re.Pattern[str]] = {
    "when": re.compile(r"\b(?:when|когда)\b", re.IGNORECASE),
    "where": re.compile(r"\b(?:where|где)\b", re.IGNORECASE),
}
UNSETTLED = re.compile(
    r"\b(?:may|might|could|would|up to|if|should|может|могут|мог(?:ла|ло|ли)?|бы|если|возможно|вероятно)\b",
    re.IGNORECASE,
)
RECALLED = re.compile(
    r"\b(?:recall(?:s|ed|ing)|remind(?:s|ed|ing)|remember(?:s|ed|ing)|вспомни\w+|напомни\w+|напомина\w+)\b",
    re.IGNORECASE,
)


OF_AGE = re.compile(r"\b(?:how old|what age|какого возраста)\b", re.IGNORECASE)
YEARS = re.compile(r"\bсколько(?:\s(?:ему|ей|им|было|исполнилось)){0,2}\sлет\b", re.IGNORECASE)
DEEDS = frozenset({"VERB", "INFN", "PRTS"})
BEING = frozenset({"быть", "исполниться"})
NO_AGE = frozenset({"назад", "тому", "у", "в", "на", "тюрьмы", "лишения", "колонии"})
AGED = re.compile(r",? \(?\d{1,3}(?:[,).]|$)")  # "Vera Orlova, 39, opened", "Вера Орлова (39)"
AT_AGE = re.compile(
    r"\b(?:(?:at (?:the )?)?age(?: of)?|aged|died at|в возрасте)\s+\d{1,3}\b"
    r"|\b(?:is|was|turn(?:s|ed)|исполни(?:лось|тся))\s+\d{1,3}(?=[.,;]|$)",
    re.IGNORECASE,
)  # "Orlova died at the age of 67", "Orlova was 67."
YEARS_OLD = re.compile(
    r"\b\d{1,3}(?:[- ]year[- ]old|-летн\w+)(?P<who>(?:\s[\w’'-]+){1,5})", re.IGNORECASE
)  # "the 39-year-old Vera Orlova"
ASKING_LINE = re.compile(
    r"(?:(?:who|whom|whose|кто)(?![\w-])[^.!…:]*"
    r"|(?:what|why|where|when|how|что|почему|зачем|где|когда|как|сколько)(?![\w-])[^.!…:,]*)[^.!…:”»\"]",
    re.IGNORECASE,
)
ASKS_ITSELF = re.compile(
    r"\b(?:asks?|(?<!^)asked|asking|knows?|wonders?|unclear|unknown|спрашив\w+|спрос\w+"
    r"|зна(?:ю|ешь|ет|ем|ете|ют|ть|л[аи]?)|неизвестно|непонятно)"
    r"\W+(?:\w+\W+){0,3}(?:when|where|why|how|когда|где|почему|сколько)\b",
    re.IGNORECASE,
)


def wanted_kinds(question: Question) -> tuple[Wanted, ...]:
    """The kinds of things asked for: "when and where" wants two."""
    if question.intent == "timeline":
        return ("when",)
    further = (kind for kind, words in ALSO.items() if words.search(question.text))
    return tuple(dict.fromkeys((question.wanted, *further)))


def answers_wanted(wanted: Wanted, sentence: str, words: Sequence[Word]) -> bool:
    """Whether the sentence holds what is wanted; what the question itself names does not count."""
    judge = JUDGES.get(wanted)
    return judge is not None and judge(sentence, words)


def tells_an_age(sentence: str, words: Sequence[Word]) -> bool:
    """Whether the age of somebody stands behind a name of which some word is asked for."""
    counted, names = countable(sentence), find_names(sentence)
    aged = [name.text for name in find_names(counted) if AGED.match(counted, name.end)]
    aged += [found["who"] for found in YEARS_OLD.finditer(sentence)]
    # "Orlova, the first mayor, died at the age of 67"
    last = max((found.start() for found in AT_AGE.finditer(sentence)), default=0)
    aged += [name.text for name in names[:1] if name.end <= last]
    return any(match(word, bag(one)) > 0 for one in aged for word in words)


def asks_age(question: str) -> bool:
    """Whether the age of somebody is asked for; «сколько лет ему дали» asks for a term."""
    if OF_AGE.search(question):
        return True
    asked = YEARS.search(question)
    rest = words_of(question[asked.end() :]) if asked else []
    deeds = (parse for word in rest for parse in morph(fold(word))[:1] if parse.pos in DEEDS)
    free = all(parse.normal in BEING for parse in deeds)
    return asked is not None and free and NO_AGE.isdisjoint(map(fold, rest))


def asks_itself(sentence: str) -> bool:
    """Whether a sentence merely asks: "people ask me when the bridge opens"."""
    return ASKS_ITSELF.search(sentence) is not None


def around_reasons(sentence: str, question: str) -> list[str]:
    """The parts of a sentence that say themselves that they tell a reason: "because", not merely "after".

    A charge is one where the question is of what befell the accused.
    """
    found = [*WHY.finditer(sentence), *(CHARGES.finditer(sentence) if PUNISHED.search(question) else ())]
    return [sentence[max(0, one.start() - REASON_REACH) : one.end() + REASON_REACH] for one in found]


def is_asking_line(sentence: str) -> bool:
    """Whether it is a line that only asks, as a heading does: "Who owns the bridge, and what comes next"."""
    return ASKING_LINE.fullmatch(sentence.strip()) is not None


def is_unsettled(sentence: str) -> bool:
    """Whether a sentence tells what may be, not what is."""
    return UNSETTLED.search(sentence) is not None


def is_recalled(sentence: str) -> bool:
    """Whether a sentence looks back at something older than the news of its article."""
    return RECALLED.search(sentence) is not None


def _when(sentence: str, _: Sequence[Word]) -> bool:
    return WHEN.search(sentence) is not None or IN_MONTH.search(sentence) is not None


def _where(sentence: str, words: Sequence[Word]) -> bool:
    """A place that the question does not name itself."""
    known = frozenset[str]().union(*(word.forms for word in words))
    return any(bag(place[1]).forms.isdisjoint(known) for place in WHERE.finditer(sentence))


def _why(sentence: str, words: Sequence[Word]) -> bool:
    """A reason; what only came before is one where all that is asked stands beside it."""
    if around_reasons(sentence, " ".join(word.text for word in words)):
        return True
    return any(_tells_all(sentence, found, words) for found in WHY_PERHAPS.finditer(sentence))


def _tells_all(sentence: str, reason: re.Match[str], words: Sequence[Word]) -> bool:
    """Whether all words stand before what may be a reason, or behind the comma after it.

    "Flights resumed after they were cancelled" gives no reason for that.
    """
    before = sentence[: reason.start()].strip()
    told = bag(before or sentence[reason.end() :].partition(",")[2])
    return all(match(word, told) for word in words)


def _how_much(sentence: str, words: Sequence[Word]) -> bool:
    return holds_amount(sentence, frozenset[str]().union(*(word.forms for word in words)))


def _who(sentence: str, words: Sequence[Word]) -> bool:
    """A name that the question does not hold."""
    known = frozenset[str]().union(*(word.forms for word in words))
    return any(bag(name.text).forms.isdisjoint(known) for name in find_names(sentence))


JUDGES: dict[str, Callable[[str, Sequence[Word]], bool]] = {
    "when": _when,
    "where": _where,
    "why": _why,
    "how_much": _how_much,
    "who": _who,
}
