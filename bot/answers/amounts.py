"""Amounts in a sentence: numbers that count something, not dates, times of day or numbers of houses. Pure.

It knows which units a question of quantity wants; it knows nothing of articles.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from bot.answers.lexicon import measure_entries
from bot.language.lemmas import is_stop, lemmas
from bot.language.numbers import numbers
from bot.language.script import fold
from bot.language.tokens import tokens, words
from bot.language.wordclass import word_class
from bot.search.coverage import Word, bag, match

MONTH = (
    r"янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec"
)
NO_AMOUNT = re.compile(
    rf"(?:\b\d{{1,2}}\s?[–-]\s?|\b\d{{1,2}}\s+(?:по|to)\s+)?"  # "1–2 July"
    rf"\b\d{{1,2}}(?:st|nd|rd|th|-?го)?\s+(?:{MONTH})\w*(?:\s+\d{{4}})?"
    rf"|\b(?:{MONTH})[a-zа-я]*\.?\s+\d{{1,2}}\b(?:,?\s+(?:19|20)\d\d\b)?"
    r"|\b(?:in|since|by|from|of|until|before|after|в|с|к|до|за|от)\s+(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d(?:\s*(?:год\w*|г\.)|-)"
    r"|(?:\+?\b\d[\s-]?)\(\d{3,4}\)\s?\d{2,3}-\d\d-?\d\d|\+\d[\s-]\d{3}[\s-]\d{3}-\d\d-\d\d"  # telephones
    r"|\b\d{1,2}:\d\d\b|\b\d{1,2}\s?(?:a\.m|p\.m|am|pm)\b|(?:№|#|\bno\.?)\s?\d+",
    re.IGNORECASE,
)
ARTICLE_LIKE = re.compile(r"\b(?:one|один|одна|одно|одного|одной|одну)\b", re.IGNORECASE)
SIGNS = frozenset("$€£₽¥₴")
PERCENT = "%"
MONEY_SIGNS = "*"
HOW_MANY = re.compile(r"\b(?:how many|сколько)\b", re.IGNORECASE)
PERSONS = frozenset(("people", "peopl", "person", "человек", "люди"))
NOBODY = re.compile(
    r"\b(?:nobody|no one|no injuries|никто|никого|без пострадавших|без жертв)\b", re.IGNORECASE
)
MONEY = re.compile(
    r"[$€£₽]\s?\d[\d.,]*(?:\s?(?:thousand|million|billion|trillion|[kmb]|bn)\b)?"
    r"|\d[\d.,]*\s(?:(?:тыс|млн|млрд|тысяч\w*|миллион\w*|миллиард\w*|thousand|million|billion)\.?\s)?"
    r"(?:руб\w*|доллар\w*|евро|крон\w*|тенге|гривен\w*|юан\w*"
    r"|roubles?|rubles?|dollars?|euros?|pounds?|crowns?|yen|yuan)\b",
    re.IGNORECASE,
)
NEAR = 4  # words from a number to what it is told of
REACH = 3  # words from a number to its unit: "410 million new roubles"


def countable(sentence: str) -> str:
    """The sentence without the numbers that count nothing."""
    return ARTICLE_LIKE.sub(" ", NO_AMOUNT.sub(" ", sentence))


def is_figure(word: str) -> bool:
    """Whether a word is a number or a word of size: "900", "900m", "million"."""
    return word[0].isdigit() or bool(numbers(word)) or bool(numbers(f"2 {word}") - numbers("2"))


def holds_amount(sentence: str, known: frozenset[str]) -> bool:
    """Whether a number counts something there that the question does not name itself."""
    return bool(numbers(countable(sentence)) - known)


@cache
def _measures() -> tuple[tuple[str, frozenset[str]], ...]:
    """Words of a question with the base forms of the units that they ask for, the longest first."""
    raw = dict(measure_entries())
    found = {phrase: _units(raw.get(units, units)) for phrase, units in raw.items()}
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _units(listed: str) -> frozenset[str]:
    units = listed.split()
    return frozenset(form for unit in units for form in (lemmas(unit) if unit.isalpha() else (unit,)))


def units_asked(question: str) -> frozenset[str]:
    """The units that a question of quantity is counted in; empty when any will do."""
    padded = f" {' '.join(fold(word) for word in words(question))} "
    return next((units for phrase, units in _measures() if f" {phrase} " in padded), frozenset())


def things_counted(question: str) -> frozenset[str]:
    """Base forms of what "how many" is asked of: "new jobs"; empty for people.

    These may be called otherwise: "14 children and two teachers were killed".
    """
    asked = HOW_MANY.search(question)
    behind = words(question[asked.end() :]) if asked else []
    of = next((at for at, word in enumerate(behind) if fold(word) not in {"of", "the"}), 0)
    run = takewhile(_may_be_counted, behind[of : of + REACH])
    forms = frozenset(form for word in run for form in lemmas(word))
    return forms if forms.isdisjoint(PERSONS) else frozenset()


def _may_be_counted(word: str) -> bool:
    """Not "died" in "how many children died?"."""
    return word == "US" or not (
        is_stop(word) or word.endswith("ed") or word_class(word) in {"verb", "participle"}
    )


def asks_of_people(question: str) -> bool:
    """Whether it is asked how many there were, with no unit and no thing: of people, as the verb tells."""
    free = not units_asked(question) and not things_counted(question)
    return free and HOW_MANY.search(question) is not None


def tells_of_nobody(sentence: str) -> bool:
    """ "Nobody was hurt", which only the sentence before tells when and where."""
    return NOBODY.search(sentence) is not None


def counts_people(sentence: str, known: frozenset[str]) -> bool:
    """Whether an amount that is no money stands there, or that it was nobody."""
    return tells_of_nobody(sentence) or holds_amount(MONEY.sub(" ", sentence), known)


def is_measure(word: str) -> bool:
    """Whether a word of a question only names what is counted in: "cost"."""
    return any(phrase == fold(word) for phrase, _ in _measures())


def is_counted_in(sentence: str, units: frozenset[str]) -> bool:
    """Whether an amount stands there in one of some units."""
    return bool(_amounts(_cut(sentence), units))


def is_counted_by(sentence: str, units: frozenset[str], things: Sequence[Word]) -> bool:
    """Whether such an amount stands close to one of some words."""
    found = _cut(sentence)
    places = [place for place, word in enumerate(found) if any(match(one, bag(word)) for one in things)]
    return any(abs(place - other) <= NEAR for place in _amounts(found, units) for other in places)


def _cut(sentence: str) -> list[str]:
    return [token.text for token in tokens(countable(sentence))]


def _amounts(found: list[str], units: frozenset[str]) -> list[int]:
    return [place for place, word in enumerate(found) if _is_number(word) and _has_unit(found, place, units)]


def _is_number(word: str) -> bool:
    return word[0].isdigit() or bool(numbers(word))


def _has_unit(found: list[str], place: int, units: frozenset[str]) -> bool:
    around = found[max(0, place - 1) : place] + found[place + 1 : place + 2]
    if PERCENT in units and PERCENT in around:
        return True
    if MONEY_SIGNS in units and not SIGNS.isdisjoint(around):
        return True
    following = found[place + 1 : place + 1 + REACH]
    return any(not units.isdisjoint(lemmas(word)) for word in following if word.isalpha())
