"""Tokens of a page that stand between its sentences: bare domains, "Video", "Подписка на ...".

They mark where a widget or a link was before the page was flattened. It knows nothing of the headlines around
them. A domain that the article itself speaks of ("на сайте lumen.ru") is none.
"""

import re
from functools import cache

from bot.articles.lexicon import any_of, entries
from bot.language.lemmas import is_stop
from bot.models import Span

_OPENING = r"[A-ZА-ЯЁ0-9№«“\"—(]"
_ENDED = re.compile(r"[.!?…»”\")]\Z")
_OPENS = re.compile(rf"\s*(?:\Z|{_OPENING})|\s+[a-z0-9-]{{1,30}}\.[a-z]{{2,6}}\s")
_FIRST_WORD = re.compile(r"\s+(\w+)")
_OF_LIST = re.compile(r"(?:[^.!?;]|\.(?!\s+[A-ZА-ЯЁ])){1,400}+;")
_LATIN_NAME = re.compile(r"(?<!\w)[A-Z]\w*\s+\Z")  # "Google Video"
_LOOKED_BACK = 60  # characters
_LOOKED_AHEAD = 410


@cache
def _domain() -> re.Pattern[str]:
    name = r"[a-z0-9][a-z0-9-]{0,30}(?:\.[a-z0-9-]{2,30}){0,2}"
    return re.compile(rf"(?<!\S){name}\.(?:{any_of('top_domains')})(?!\S)")


def find_domains(words: str) -> list[Span]:
    """The domains that stand between sentences; one that does so once is a token of the page throughout."""
    matches = list(_domain().finditer(words))
    sure = {match.group() for match in matches if _stands_alone(words, match.start(), match.end())}
    return [
        Span(*match.span())
        for match in matches
        if match.group() in sure and _may_follow(words, match.start(), match.end())
    ]


def _stands_alone(words: str, start: int, end: int) -> bool:
    """Whether a sentence plainly ends before, or plainly begins behind."""
    before = words[max(0, start - _LOOKED_BACK) : start].rstrip()
    if not before or _ENDED.search(before) or before.endswith((*entries("sections"), *entries("labels"))):
        return _OPENS.match(words[end : end + _LOOKED_AHEAD]) is not None
    return _begins_plainly(words, end) or _is_of_list(before, words, end)


def _may_follow(words: str, start: int, end: int) -> bool:
    before = words[max(0, start - _LOOKED_BACK) : start].rstrip()
    opens = _OPENS.match(words[end : end + _LOOKED_AHEAD])
    return opens is not None or _is_of_list(before, words, end)


def _begins_plainly(words: str, end: int) -> bool:
    """A capitalised "В" or "The", which inside a sentence is in small letters."""
    first = _FIRST_WORD.match(words, end, end + 30)
    return first is not None and first.group(1).istitle() and is_stop(first.group(1))


def _is_of_list(before: str, words: str, end: int) -> bool:
    """Whether a list begins behind: "названы: lumen.group первое; второе"."""
    return before.endswith(":") and _OF_LIST.match(words, end, end + _LOOKED_AHEAD) is not None


@cache
def _label() -> re.Pattern[str]:
    behind = r"(?=\s+(?:[А-ЯЁ«]|\d+\s[а-яё]|[a-z0-9-]+\.[a-z]))"
    label = rf"(?<![\w«“-])(?:{any_of('labels')}){behind}"
    offer = r"(?<=[\w»”)?!]\s)Подписка\sна\s(?:«[^«»\n]{1,40}»|[A-ZА-ЯЁ]\w+)(?=\s+[А-ЯЁ«\d])"
    return re.compile(f"{label}|{offer}")


def find_labels(words: str) -> list[Span]:
    """English labels glued to Russian sentences, and offers of subscription glued to a headline."""
    found = (match.span() for match in _label().finditer(words))
    return [Span(*span) for span in found if not _LATIN_NAME.search(words[max(0, span[0] - 30) : span[0]])]


_NAME = r"(?:Индекс\s|СПБ\s)?(?:«[^«»\n]{2,30}»|[A-ZА-ЯЁ][\w.&-]*)(?:\sв\s[а-яё]+)?"
_CHART = r"(?:(?:\s\d+[днмг]){2,}\sВс[её]?(?!\w))?"  # the periods to choose from
_PRICE = r"(?:₽\s?\d[\d\s]*(?:,\d+)?\s)?(?:\(?[+−-]\d+,\d+%\)?|—)(?:\s—)?"
_QUOTED = rf"{_NAME}\s[A-Z]{{4,9}}\s{_PRICE}(?:\sКупить)?{_CHART}"
_TICKERS = re.compile(rf"(?:^|(?<=\s))(?:{_QUOTED}(?:\s+|$))+")


def find_tickers(words: str) -> list[Span]:
    """Quotations of shares put between two sentences: "«Газпром» GAZP ₽120,26 +0,49% Купить"."""
    found = (match for match in _TICKERS.finditer(words) if "%" in match.group() or "Купить" in match.group())
    return [Span(match.start(), match.start() + len(match.group().rstrip())) for match in found]
