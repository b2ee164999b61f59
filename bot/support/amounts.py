"""Numbers, what they count, and days: every one of a claim needs its counterpart in the sources.

"About 20" may stand for 19.6 and "more than half" for 52 percent; a number that counts something else, or
the same value with another unit, is no counterpart. It knows no names and no opposites.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.language.dates import find_dates, published_day
from bot.language.numbers import numbers
from bot.language.script import fold
from bot.language.tables import number_of
from bot.language.tokens import Token, tokens
from bot.support.case import Case, Reason
from bot.support.lexicon import keys, sections, small_words

ROUNDED = 0.05  # how far "about 20" may be from the value
BOUND = 0.15  # how far "more than 20" may be below it
QUALIFIERS = 3  # words before a number that may say how it is rounded
_YEAR = re.compile("[12][0-9]{3}")
_TORN = re.compile(r"(?<=\d)([.,]) (?=\d)")  # "102. 5 kg", as tokenizers leave it
_PERCENT = "%"
_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound", "₽": "рубль", "¥": "yen"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its unit ("" when nothing known stands beside it) and how it is qualified."""

    value: str
    unit: str
    qualifiers: frozenset[str]
    shown: str


@lru_cache(maxsize=512)
def amounts(text: str) -> tuple[Amount, ...]:
    """The numbers of a text in order, each with what it counts."""
    held = tokens(text)
    found: list[Amount] = []
    at = 0
    while at < len(held):
        end = _run_end(text, held, at)
        if end == at:
            at += 1
            continue
        shown = text[held[at].start : held[end - 1].end]
        qualifiers = frozenset(fold(token.text) for token in held[max(0, at - QUALIFIERS) : at])
        unit = _unit(held, at, end)
        found += [Amount(value, unit, qualifiers, shown) for value in sorted(numbers(shown))]
        at = end
    return tuple(found)


def _run_end(text: str, held: Sequence[Token], at: int) -> int:
    """Behind the last word of the number that begins at a token."""
    end = at
    while end < len(held) and _is_numeric(held[end].text):
        if end > at and text[held[end - 1].end : held[end].start].strip(" -\u00a0\u202f"):
            break
        end += 1
    return end


def _is_numeric(word: str) -> bool:
    return (
        word[0].isdigit()
        or bool(number_of("number_words.tsv", word))
        or any(part[:1].isdigit() for part in word.split("-"))
    )


def _unit(held: Sequence[Token], start: int, end: int) -> str:
    if start and held[start - 1].text in _CURRENCY:
        return _CURRENCY[held[start - 1].text]
    for token in held[end : end + 2]:
        if token.text in _CURRENCY:
            return _CURRENCY[token.text]
        if unit := unit_of(token.text):
            return unit
    tail = held[end - 1].text.partition("-")[2]  # 14-day
    return unit_of(tail) if tail else ""


def unit_of(word: str) -> str:
    """The unit that a word names, the same for all its forms; "" for any other word."""
    if word == _PERCENT:
        return "percent"
    return next((units()[key] for key in keys(word) if key in units()), "")


@lru_cache(maxsize=1)
def units() -> dict[str, str]:
    """Key of a unit word -> the unit."""
    return {
        key: title for title, words in sections("units.txt").items() for word in words for key in keys(word)
    }


def wrong_numbers(case: Case) -> list[Reason]:
    """Numbers without a counterpart, and numbers that count something else there."""
    text = "\n".join(reading.text for reading in case.sources.readings)
    held = (*amounts(text), *amounts(_TORN.sub(r"\1", text)))
    days = _days_without_fault(case, text)
    found: list[Reason] = []
    for amount in amounts(case.claim.text):
        if amount.value in days or amount.value in _ratios(amount, text):
            continue
        same = [other for other in held if _agrees(amount, other)]
        if not same:
            found.append(Reason("number", amount.shown))
        elif amount.unit and not _counts_alike(amount.unit, same, held) and not _is_year(amount):
            found.append(Reason("unit", f"{amount.shown} {amount.unit}"))
    return found


def _counts_alike(unit: str, same: Sequence[Amount], held: Sequence[Amount]) -> bool:
    """Whether the value has the unit in the source, or none there while no other value has it."""
    if any(other.unit == unit for other in same):
        return True
    return any(not other.unit for other in same) and not any(other.unit == unit for other in held)


def _is_year(amount: Amount) -> bool:
    """«В 2027 году» is the same as «в 2027-м»."""
    return amount.unit == "year" and _YEAR.fullmatch(amount.value) is not None


def _agrees(amount: Amount, other: Amount) -> bool:
    if amount.value == other.value:
        return True
    try:
        value, held = float(amount.value), float(other.value)
    except ValueError:
        return False
    if not held:
        return False
    if amount.qualifiers & small_words("approximate") and abs(value - held) <= ROUNDED * held:
        return True
    if amount.qualifiers & small_words("over") and held * (1 - BOUND) <= value <= held:
        return True
    return bool(amount.qualifiers & small_words("under")) and held <= value <= held * (1 + BOUND)


def _ratios(amount: Amount, text: str) -> frozenset[str]:
    """Values that a text tells by a word: "doubled", "half"."""
    folded = fold(text)
    told = sections("ratios.txt")
    return frozenset(
        title for title, words in told.items() if amount.value == title and _any_word(words, folded)
    )


def _any_word(words: Iterable[str], text: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words)


def _days_without_fault(case: Case, text: str) -> frozenset[str]:
    """The numbers of the days of a claim that the sources name, in whatever words."""
    held = _days(text, case.published)
    named = [mention for mention in find_dates(case.claim.text, case.published) if mention.date in held]
    return frozenset(
        number
        for mention in named
        if mention.date is not None
        for number in (str(mention.date.day), str(mention.date.month), str(mention.date.year))
    )


@lru_cache(maxsize=256)
def _days(text: str, published: str | None) -> frozenset[date]:
    named = {mention.date for mention in find_dates(text, published)} | {published_day(published)}
    return frozenset(day for day in named if day is not None)


def wrong_bounds(case: Case) -> list[Reason]:
    """ "At least 40" where every source has "up to 40", and the other way round."""
    held = [amount for reading in case.sources.readings for amount in amounts(reading.text)]
    found: list[Reason] = []
    for amount in amounts(case.claim.text):
        here = _bound(amount)
        there = {_bound(other) for other in held if other.value == amount.value}
        if here and there == {-here}:
            found.append(Reason("opposite", f"{'at least' if here > 0 else 'at most'} {amount.shown}"))
    return found


def _bound(amount: Amount) -> int:
    """1 for a lower bound, -1 for an upper one, 0 for none."""
    words = amount.qualifiers
    above, below = bool(words & small_words("over")), bool(words & small_words("upper bound"))
    denied = bool(words & small_words("negators"))
    return 0 if above == below else (1 if above else -1) * (-1 if denied else 1)


def wrong_dates(case: Case) -> list[Reason]:
    """Days of the claim that the sources do not name, although they name days."""
    text = "\n".join(reading.text for reading in case.sources.readings)
    held = _days(text, case.published)
    if not held:
        return []
    return [
        Reason("date", case.claim.text[mention.start : mention.end])
        for mention in find_dates(case.claim.text, case.published)
        if mention.date is not None and mention.date not in held
    ]
