"""Whole lines and sentences that belong to the page, not to the article; knows nothing of what is around.

The lists are in `data/`. Precision comes first: what may be a sentence of the article is none of the page's,
and words of saying beside quotation marks always stay.
"""

import re
from functools import cache

from bot.articles.lexicon import any_of, entries, phrase_pattern, word_set
from bot.articles.servicelines import serves_page

_LONGEST = 900  # characters; a longer unit is never furniture
_LINK_WORDS = 26  # a "See also" line with more words is none
_CAPTION_WORDS = 70  # a caption with a credit at its end may be as long as this
_TEASER_WORDS = 16  # with its stamp
_CREDIT_WORDS = 15  # a line that begins with a credit and is longer goes on with the article
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_QUOTES = re.compile(r"[\"“”«»„]")
_SAYING = re.compile(
    r"\b(?:said|says|saying|told|tells|added|noted|wrote|asked|stated"
    r"|(?:сказал|заявил|сообщил|отметил|рассказал|подчеркнул|добавил|ответил|написал|пояснил|говорит|пишет)[а-я]*)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?<!\S)@\w|\w@\w+\.\w|https?://\S")
_CLOCK_OR_YEAR = re.compile(r"\d:\d\d|\b(?:19|20)\d\d\b|\d\s?[ap]\.?m\b", re.IGNORECASE)
_STAMP_FIRST = re.compile(
    r"(?:\d{1,2}\s[^\W\d]{3,10}(?:\s\d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}),?\s\d{1,2}:\d\d(?!\d)"
)
_TEASER_STAMP = re.compile(
    r"(?<!\d)(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{1,2}\s[^\W\d]{3,9}(?:\s\d{4})?),?\s+(?:(?:в|at)\s)?\d{1,2}:\d\d(?!\d)"
)
_FIGURES = re.compile(r"\d[.:]\d")  # what every stamp has; hardly any sentence does
_TEASER_DAY = re.compile(r"(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\s+[«\"“]?[A-ZА-ЯЁ]")
_GAP = re.compile(r"\S[ \xa0]{4,}\S")
_STAMP_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_NAMES = r"[A-ZА-ЯЁ][\w'’.-]*(?:(?:,|\s+and|\s+и|\s*&|\s*[|/])?\s+[A-ZА-ЯЁ][\w'’.-]*){0,9}"
_NAME_OF_FOUR = r"[A-ZА-ЯЁ][\w'’.-]*(?:\s[A-ZА-ЯЁ][\w'’.-]*){0,3}"
_BYLINE = re.compile(rf"(?:By|BY|Текст:|Автор:|Корреспондент:)\s+{_NAMES},?")
_SIGNED = re.compile(rf"(?:-{{1,2}}|[–—−])\s?{_NAMES}")
_OWNED = re.compile(
    r"[A-ZА-ЯЁ][\w'’.-]*(?:\s[A-ZА-ЯЁ][\w'’.-]*){1,3}\s?/\s?[A-ZА-ЯЁ][\w.]*(?:[\s/][A-ZА-ЯЁ][\w.]*){0,5}"
)
_LABELLED = re.compile(
    r"[►•]?\s*(?=[^a-zа-яё:]{8,60}:)[A-ZА-ЯЁ][^a-zа-яё:\s]*(?:\s[^a-zа-яё:\s]+)+:\s[^\n]*[^.!?…\n]"
)
_GLUED_LINK = re.compile(r"[A-Z►'‘\"“\d$][\w'’‘\"“” ,?!&►$%#()/-]{2,70}:(?=[A-Z'‘\"“]\S*\s)[^\n]*[^.\n]")


def is_furniture(unit: str, is_line: bool) -> bool:
    """Whether a sentence, or a whole line (`is_line`), is furniture of the page."""
    if _teasers(unit, fewest=2 if is_line else 3) or _glued(unit):
        return True
    if is_line and (_marked(unit) or (serves_page(unit) and not reports_words(unit))):
        return True
    if not _LETTER_OR_DIGIT.search(unit):
        return is_line or not unit.strip("_*-—♦•=~ ")
    return len(unit) <= _LONGEST and any(test(unit) for test in (_LINE_TESTS if is_line else _TESTS))


def _teasers(unit: str, fewest: int) -> bool:
    """Titles of other articles in a row, each with the day and time of its own, however many.

    A text that tells of several appointments has more words. Days alone count from three on.
    """
    if not _FIGURES.search(unit):
        return False
    stamps = len(_TEASER_STAMP.findall(unit))
    if stamps < fewest:
        stamps, fewest = len(_TEASER_DAY.findall(unit)), 3
    return stamps >= fewest and len(unit.split()) <= _TEASER_WORDS * stamps and not reports_words(unit)


def _glued(unit: str) -> bool:
    """What stood apart on the page: pieces with wide gaps between them, and no end of a sentence."""
    return _GAP.search(unit) is not None and unit[-1] not in '.!?…"”»)'


def _marked(unit: str) -> bool:
    return any(mark in unit for mark in entries("marks"))


def is_signed_off(line: str) -> bool:
    """Whether a line is only a dash and names: "– Ann Reed". (Under a quotation it signs the quotation.)"""
    return len(line) < 120 and bool(_SIGNED.fullmatch(line))


def reports_words(unit: str) -> bool:
    """Whether words of saying stand beside quotation marks: then it may be a statement and must stay."""
    return bool(_QUOTES.search(unit) and _SAYING.search(unit))


@cache
def _furniture() -> dict[str, re.Pattern[str]]:
    """All listed phrases as one pattern for each first word, lower case."""
    phrases: dict[str, list[str]] = {}
    for entry in entries("furniture"):
        phrase, dots, _ = entry.partition("...")
        border = r"(?!\w)" if phrase[-1].isalnum() else ""
        tail = border + ".*" if dots else r"\s*[.!:>]*"
        phrases.setdefault(_first_word(phrase), []).append(phrase_pattern(phrase) + tail)
    return {word: re.compile("|".join(found), re.IGNORECASE | re.DOTALL) for word, found in phrases.items()}


def _first_word(unit: str) -> str:
    return unit.split(maxsplit=1)[0].lower().replace("’", "'").rstrip(".:>!,")


def _listed(unit: str) -> bool:
    pattern = _furniture().get(_first_word(unit))
    return bool(pattern and pattern.fullmatch(unit)) and not reports_words(unit) and not _is_told(unit)


def _is_told(unit: str) -> bool:
    """Whether a clause of saying closes a sentence: "Support our work, the mayor told the council."."""
    _, comma, last = unit.rpartition(",")
    ends = bool(comma) and unit.endswith(".") and ":" not in unit  # what a label names is no speech
    return ends and _SAYING.search(last) is not None


def _contact(unit: str) -> bool:
    return (
        _first_word(unit) in word_set("contact") and bool(_ADDRESS.search(unit)) and not reports_words(unit)
    )


def _leads_away(unit: str) -> bool:
    """A line or sentence that is a link to another article."""
    if len(unit.split()) > _LINK_WORDS or reports_words(unit):
        return False
    return bool(_see_also().match(unit) or _GLUED_LINK.fullmatch(unit) or _LABELLED.fullmatch(unit))


@cache
def _see_also() -> re.Pattern[str]:
    return re.compile(rf"[\[(►•>-]?\s*(?:{any_of('see_also')})(?!\w)")


def _credited(line: str) -> bool:
    """A caption: a credit at its start, or the owner of the picture at its end."""
    words = len(line.split())
    if words > _CAPTION_WORDS or reports_words(line):
        return False
    if words <= _CREDIT_WORDS and _credit_first().match(line):
        return True
    return bool(_credit_last().search(line[-80:]) or (len(line) < 120 and _OWNED.fullmatch(line)))


@cache
def _credit_first() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?\s*(?:{any_of('credits')})\s", re.IGNORECASE)


@cache
def _credit_last() -> re.Pattern[str]:
    owner = rf"[\w.'’]\s?/\s?(?:{any_of('agencies')})"
    return re.compile(rf"(?:{owner}|\((?:AP Photo|Photo by|Фото)[^()]*\)|(?:via|by) Getty Images)[.)]*$")


def _stamp(line: str) -> bool:
    """A line of nothing but dates, times and words such as "Updated"; "1. January 6" may be a heading."""
    if len(line) > 120 or not _CLOCK_OR_YEAR.search(line):
        return False
    if _STAMP_FIRST.match(line) and line[-1] not in ".!?…":
        return True  # "28 November 2031, 10:13 | Ann Reed", "28.11.2031 10:13 The ferry is back"
    tokens = _STAMP_TOKEN.findall(line.lower())
    return len(tokens) > 1 and all(token.isdigit() or token in word_set("times") for token in tokens)


def _made_by(line: str) -> bool:
    return len(line) < 160 and bool(_BYLINE.fullmatch(line))


def _captioned(unit: str) -> bool:
    """A caption behind the credit of the picture before it: "Ann Reed/AP Fans wait"."""
    return bool(_credit_between().match(unit)) and not reports_words(unit)


@cache
def _credit_between() -> re.Pattern[str]:
    owner = rf"(?:{any_of('agencies')})"
    return re.compile(rf"{_NAME_OF_FOUR}(?:\s?/\s?{owner})+\s+(?=[A-ZА-ЯЁ\"“])")


_TESTS = (_listed, _contact, _leads_away, _captioned)
_LINE_TESTS = (*_TESTS, _credited, _stamp, _made_by)
