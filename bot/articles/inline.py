"""Furniture that fell inside a paragraph: datelines, credits, bare domains, section headlines, "See also".

Pages flattened to one line, as many Russian ones are, have all of them between sentences. It knows nothing of
`bot.language.sentences`, which would join them to their neighbours, and looks for ends itself.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from bot.articles.boilerplate import reports_words
from bot.articles.glue import find_domains, find_labels, find_tickers
from bot.articles.lexicon import any_of, word_set
from bot.models import Span

_END = re.compile(r"[.!?…][\"”»)\]]*(?=\s|$)")
_SENTENCE = re.compile(rf"{_END.pattern}|[;:,]\Z")
_CAPITAL = r"[A-ZА-ЯЁ0-9«“\"„]"
_WIRES = r"(?:CNN(?: Business)?|AP|Reuters|REUTERS|AFP|UPI|Bloomberg|BBC)"
_PLACE = r"(?:(?:[A-Z][\w.'’/-]{0,30},?|and|\d{1,2},?)\s+){0,8}"
_DATELINE = re.compile(
    rf"{_PLACE}(?:\({_WIRES}\)|{_WIRES})\s*(?:[—–]|--?(?=\s))\s*|\({_WIRES}\)\s*"
    r"|(?:[А-ЯЁ][\w-]{1,30}[.,]?\s+){1,4}\d{1,2}\s+[а-я]{3,8}\s*[.,]?\s*[—–-]?\s*/?"
    r"(?:РИА Новости|ТАСС|INTERFAX(?:\.RU)?|Интерфакс)(?:/?\s*[—–-]\s|/?\.)\s*"
)
_NAME_WORD = re.compile(r"[A-ZА-ЯЁ][\w'’.-]*|[A-ZА-ЯЁ]?\d[\w-]*")
_AFTER_CREDIT = re.compile(rf"\s*(?:{_CAPITAL}|\(|\Z|[a-z0-9-]+\.[a-z]{{2,6}}\s|—)")
_HEADLINE_WORDS = 22
_LINK_LENGTH = 300  # characters that a headline may be long
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)\s*\Z")  # "Ann Reed (left)"
_CAPTION_WORDS = 5
_CREDIT_LENGTH = 160  # characters


def inline_furniture(text: str, paragraph: Span, limit: int) -> tuple[Span, ...]:
    """Spans of furniture inside a paragraph, in order, apart; `limit` is where its signature begins."""
    words = text[paragraph.start : paragraph.end]
    domains = find_domains(words)
    found = [*_dateline(words), *_credits(words), *find_labels(words), *find_tickers(words)]
    found += [*_sections(words, domains), *_between(words, domains)]
    found += [*domains, *_see_also_links(words, limit - paragraph.start)]
    shifted = (Span(start + paragraph.start, end + paragraph.start) for start, end in found)
    return joined(shifted, text)


def joined(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those that overlap or have only white space between made one, trimmed."""
    merged: list[Span] = []
    for span in sorted(spans):
        start, end = trimmed(span, text)
        if start >= end:
            continue
        if merged and (start <= merged[-1].end or not text[merged[-1].end : start].strip()):
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)


def trimmed(span: Span, text: str) -> Span:
    """The span without white space at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline alone: "Washington CNN —"."""
    return len(line) < 120 and bool(_DATELINE.fullmatch(line))


def _dateline(words: str) -> Iterator[Span]:
    if match := _DATELINE.match(words):
        yield Span(*match.span())


# --- credits of pictures


@cache
def _bracketed() -> re.Pattern[str]:
    openers = rf"(?:{any_of('credits')})|AP Photo|Photo by|Photograph by|Image by|File photo|Фото\b"
    return re.compile(rf"\((?:{openers})[^()\n]{{0,200}}(?:\([^()\n]{{0,200}}\)[^()\n]{{0,100}})?\)")


@cache
def _bare() -> re.Pattern[str]:
    """A credit without brackets, to the last of the owners named with strokes between them."""
    owner = rf"(?:{any_of('agencies')})(?!\w)"
    return re.compile(
        rf"(?:(?<![\w(])|(?<=\w)(?=Фото:))(?:{any_of('credits')})\s*(?:[^.!?\n:]{{0,70}}?(?<!\w){owner}(?:\s?/\s?{owner})*)?"
    )


def _credits(words: str) -> Iterator[Span]:
    floor = 0
    for match in _bracketed().finditer(words):
        yield Span(_caption_start(words, Span(*match.span()), floor), match.end())
        floor = match.end()
    for match in _bare().finditer(words):
        if not match.group().rstrip().endswith(":"):
            yield Span(*match.span())
        elif match.group().startswith("Фото"):
            yield Span(match.start(), _credit_end(words, match.end()))


def _caption_start(words: str, credit: Span, floor: int) -> int:
    """Where the caption before a bracketed credit begins: its whole sentence when short, else the name."""
    start = credit.start
    if not _AFTER_CREDIT.match(words[credit.end : credit.end + 60]):
        return start
    window = max(floor, start - 400)
    ends = [match.end() for match in _END.finditer(words, window, start)]
    sentence = words[ends[-1] if ends else window : start]
    begins = bool(ends) or window == floor
    if begins and 0 < len(sentence.split()) <= _CAPTION_WORDS and "»" not in sentence:
        return start - len(sentence.lstrip())
    return start - len(_name_before(sentence))


def _name_before(sentence: str) -> str:
    """The one or two names at the end of a caption that follows a sentence without a full stop."""
    tail = _ASIDE.sub("", sentence[-120:])
    words = list(re.finditer(r"\S+", tail))
    first = _name_words(words, len(words))
    if first > 0 and words[first - 1].group() in ("и", "and"):
        first = _name_words(words, first - 1)
    if first == len(words) or (
        first == len(words) - 1 and first and words[first - 1].group() in word_set("unfinished")
    ):
        return ""
    return sentence[-120:][words[first].start() :]


def _name_words(words: list[re.Match[str]], end: int) -> int:
    """Where up to two words of a name that end at `end` begin."""
    start = end
    while start > 0 and end - start < 2 and _NAME_WORD.fullmatch(words[start - 1].group()):
        start -= 1
    return start


def _credit_end(words: str, start: int) -> int:
    """The end of a credit of unknown owner: the words of an owner, without the next sentence's first word."""
    ends = [start]
    lower_allowed = True
    for match in re.finditer(r"\S+", _window(words, start)):
        word = match.group()
        if word[0].islower():
            if len(ends) == 1:
                lower_allowed = word in word_set("owners")
            if not lower_allowed:
                return _end_before_lower(words, ends)
        elif word in word_set("openers"):
            break
        else:
            lower_allowed = word == "/"
        ends.append(start + match.end())
    return ends[-1]


def _window(words: str, start: int) -> str:
    """So much of the words as a credit may be long, without the half of a word at its end."""
    reach = words.find(" ", start + _CREDIT_LENGTH)
    return words[start : reach if reach > 0 else len(words)]


def _end_before_lower(words: str, ends: list[int]) -> int:
    """Without the last capitalised word, for what goes on in small letters began with it."""
    return ends[-1] if len(ends) == 1 or words[: ends[-1]].endswith("»") else ends[-2]


# --- headlines of other articles


@cache
def _section() -> re.Pattern[str]:
    after = rf"\s+{_CAPITAL}|\s*\Z|\s+[a-z0-9-]{{1,30}}\.[a-z]{{2,6}}\s"
    return re.compile(rf"(?<=[\w»”\")?!] )(?:{any_of('sections')})(?={after})")


def _sections(words: str, domains: list[Span]) -> Iterator[Span]:
    """Headlines closed by the name of a section, back to a domain or the end of the sentence before."""
    floor = 0
    for match in _section().finditer(words):
        start = _headline_start(words, match.start(), floor, domains)
        if start is not None and _is_headline(words[start : match.start()]):
            yield Span(start, match.end())
            floor = match.end()


def _headline_start(words: str, end: int, floor: int, domains: list[Span]) -> int | None:
    """Where a headline that ends at `end` begins: None when nothing near ends a sentence before it."""
    window = max(floor, end - _LINK_LENGTH)
    border = max((found.end() for found in _END.finditer(words, window, end - 1)), default=window)
    before = bisect_left(domains, (end,)) - 1
    if before >= 0 and domains[before].start >= window:
        stub = len(words[border:end].split()) <= 2  # the tail of a headline of two sentences
        if stub or domains[before].end >= border:
            return domains[before].start
    return border if border > window or window == floor else None


def _between(words: str, domains: list[Span]) -> Iterator[Span]:
    """A headline between two tokens of the same domain, without any end of a sentence in it."""
    for first, second in pairwise(domains):
        inside = words[first.end : second.start]
        same = words[first.start : first.end] == words[second.start : second.end]
        if same and _is_headline(inside) and not _SENTENCE.search(inside.rstrip()):
            yield Span(first.start, second.end)


def _is_headline(words: str) -> bool:
    return 2 < len(words.split()) <= _HEADLINE_WORDS and not reports_words(words)


# --- "See also" inside a paragraph


@cache
def _see_also() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w«“\"-])(?:{any_of('see_also')})(?=[\s:]+[\"“«‘']?[A-ZА-ЯЁ\d])")


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-zа-яё\d»”\"]\s)(?:{any_of('openers')})(?=\s)")


def _see_also_links(words: str, limit: int) -> Iterator[Span]:
    position = 0
    while match := _see_also().search(words, position, limit):
        marker = match.end() + (words[match.end() : match.end() + 1] == ":")
        end = _link_end(words, marker, limit)
        yield Span(match.start(), end)
        position = end


def _link_end(words: str, start: int, limit: int) -> int:
    """The end of the headline behind "See also": the signature, the paragraph's end, or the next sentence.

    A headline has no full stop. When one follows, the words up to it may hold the next sentence too: the cut
    is made before its first word if it is recognised; words that may be a statement are never cut away.
    """
    reach = min(limit, start + _LINK_LENGTH)
    full_stop = _END.search(words, start, reach)
    if full_stop is None and reach < limit:
        return start
    stop = full_stop.end() if full_stop else limit
    if full_stop and (opener := _opener().search(words, start + 12, stop)):
        stop = opener.start()
    inside = words[start:stop]
    return stop if len(inside.split()) <= _HEADLINE_WORDS and not reports_words(inside) else start
