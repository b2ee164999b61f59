"""Paragraphs and sentences as spans of a text, English and Russian; it knows nothing of what they say.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number; closing marks stay
with the sentence that they close. One pass, whatever the length.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bot.language.lemmas import is_stop
from bot.language.openers import is_common
from bot.language.tables import rows
from bot.models import Language, Span

_PARAGRAPH = re.compile(r"[^\n]+")
# Where a sentence may end: final marks with what closes after them, then space, then what may open the next.
_END = re.compile(r"(?<![.!?…])([.!?…]++)([\"”»’')\]]*+)(\s++)(?=[\"“«„'‘(\[—–-]*\s?[^\W_])")
_CAPTION_END = re.compile(r"\((?:Фото|фото|Photo|Иллюстрация)[^()\n]{0,200}\)(\s+)")
# In Russian only a sentence begins with a large preposition or pronoun: what stands before it without a mark
# is a heading, a link or a caption. "Вы" is large among other words, too, and "Ли" is a name.
_UNMARKED_END = re.compile(r"(?<=[а-яё»)])(\s+)(?=([А-ЯЁ][а-яё]*)\s[«\w])")
_OPENS_NONE = re.compile(r"В(?:ы|а[смш])|(?:Ли|Же|Бы)\b")
_LAST_WORD = re.compile(r"[^\s\"“«„(\[]*$")
_NEXT_WORD = re.compile(r"[\"“«„'‘(\[\s—–-]*([^\W_][\w'’-]{0,40}\.?)")
_LETTERS = re.compile(r"(?:[A-Z](?:\.[A-Z])*|[А-ЯЁ](?:\.[А-ЯЁ])*)")
_DASH_AFTER = re.compile(r"[—–-]\s")
_SIGNED_ASIDE = re.compile(r"[—–-]\s[A-ZА-ЯЁ][^().!?\n]{0,40}\.?\)")  # "(the bridge. — Ed.)"
_SAID = (
    "said|says|asked|asks|added|wrote|told|replied|answered|shouted|warned|insisted|argued|explained|tweeted"
)
_SAID_AFTER = re.compile(rf"(?:[A-ZÀ-Þ][\w.'’-]*\s){{1,4}}(?:{_SAID})\b")
_COUNTED = re.compile(r"(?:[\dIVX]|\bт\.)\s?$")  # "2020 г." may end a sentence, "г. Тарн" may not
_NAME_BEFORE = re.compile(r"(?:\A|\s)[А-ЯЁ][а-яё]+\s\Z")
_NEAR = 80  # characters looked at beside a full stop


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviation without its last full stop, lower case -> its kind or "", as the list explains."""
    return {row[0].strip().rstrip(".").lower(): "".join(row[1:]) for row in rows("abbreviations.txt")}


def paragraphs(text: str) -> tuple[Span, ...]:
    """Every line that is not blank, trimmed."""
    found = (trimmed(text, Span(*match.span())) for match in _PARAGRAPH.finditer(text))
    return tuple(span for span in found if span.start < span.end)


def sentences(text: str, span: Span, language: Language) -> tuple[Span, ...]:  # noqa: ARG001 - one rule serves both
    """The sentences of one paragraph, trimmed, in order; together they hold all its letters."""
    borders = [match.end() for match in _END.finditer(text, span.start, span.end) if _ends(text, span, match)]
    borders += [match.end() for match in _CAPTION_END.finditer(text, span.start, span.end)]
    borders += _unmarked(text, span)
    edges = [span.start, *sorted(set(borders)), span.end]
    found = (trimmed(text, Span(start, end)) for start, end in pairwise(edges))
    return tuple(sentence for sentence in found if sentence.start < sentence.end)


def _unmarked(text: str, span: Span) -> Iterator[int]:
    """Where a Russian sentence begins behind words that no mark ends; not inside a quotation."""
    depth, looked_at = 0, span.start
    for match in _UNMARKED_END.finditer(text, span.start, span.end):
        between = (looked_at, match.start())
        depth, looked_at = depth + text.count("«", *between) - text.count("»", *between), match.start()
        if depth <= 0 and is_stop(match[2]) and not _OPENS_NONE.match(match[2]):
            yield match.end()


def _ends(text: str, span: Span, match: re.Match[str]) -> bool:
    marks, closing, after = match.group(1), match.group(2), text[match.end() : match.end() + _NEAR]
    following = _NEXT_WORD.match(after)
    opens = following.group(1) if following else ""
    if opens[:1].islower() or (closing and _is_tail(marks, after, opens)) or _SIGNED_ASIDE.match(after):
        return False
    if marks == "." and not closing:
        return _stops(text[max(span.start, match.start() - _NEAR) : match.start()], opens)
    return True


def _is_tail(marks: str, after: str, opens: str) -> bool:
    """Whether what follows a closed quotation says whose it is: — сказал он; “Why?” Ada Holm asked."""
    if _DASH_AFTER.match(after):
        return True
    return marks != "." and _SAID_AFTER.match(after) is not None and not is_common(opens)


def _stops(before: str, opens: str) -> bool:
    """Whether the full stop between these ends the sentence, or belongs to an abbreviation or a number."""
    word = _LAST_WORD.findall(before)[0]
    counts = opens[:1].isdigit()
    if word.isdigit():
        return not counts and not _numbers_item(word, before[: -len(word)].rstrip())
    kind = _kind(word)
    if kind in ("end", "counted"):
        return _may_be_last(word, before, kind) and is_common(opens)
    if kind == "number":
        return not counts
    return kind is None or _closes_name(word, before, opens)


def _closes_name(word: str, before: str, opens: str) -> bool:
    """Whether an initial is the end of a name: "Ван И. Он ...", not "Иван И. Орлов"."""
    return len(word) == 1 and is_stop(opens) and _NAME_BEFORE.search(before[:-1]) is not None


def _numbers_item(word: str, before: str) -> bool:
    """Whether "2." stands where a sentence begins: "... was open. 2. The bridge ...", not "on Feb. 2. He"."""
    if len(word) > 2 or not before:
        return len(word) < 3
    is_abbreviated = before[-1] == "." and _kind(_LAST_WORD.findall(before[:-1])[0]) is not None
    return before[-1] in ".!?…»”" and not is_abbreviated


def _may_be_last(word: str, before: str, kind: str) -> bool:
    """A unit and a single Cyrillic letter only where they are counted."""
    is_free = kind == "end" and (len(word) > 1 or word.isascii())
    return is_free or _COUNTED.search(before[: -len(word)]) is not None


def _kind(word: str) -> str | None:
    """How a full stop after a word reads, as the list explains; None for an ordinary word."""
    if word == "v":  # "Orr v. Wade"
        return ""
    if _LETTERS.fullmatch(word):
        return "end" if word.isascii() else ""
    return _abbreviations().get(word.lower())


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    part = text[span.start : span.end]
    return Span(span.start + len(part) - len(part.lstrip()), span.end - len(part) + len(part.rstrip()))
