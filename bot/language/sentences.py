"""Paragraphs and sentences as spans of a text, English and Russian; it knows nothing of what they say.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number; closing marks stay
with the sentence that they close. One pass, whatever the length.
"""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from bot.models import Language, Span

_PARAGRAPH = re.compile(r"[^\n]+")
# Where a sentence may end: final marks with what closes after them, then space, then what may open the next.
_END = re.compile(r"(?<![.!?…])([.!?…]++)([\"”»’')\]]*+)(\s++)(?=[\"“«„'‘(\[—–-]*\s?[^\W_])")
_CAPTION_END = re.compile(r"\((?:Фото|фото|Photo|Иллюстрация)[^()\n]{0,200}\)(\s+)")
_LAST_WORD = re.compile(r"[^\s\"“«„(\[]*$")
_INITIAL = re.compile(r"^(?:[A-ZА-ЯЁ]|[A-Z](?:\.[A-Z])+|[А-ЯЁ]\.[А-ЯЁ])$")
_SAID_AFTER = re.compile(r"[—–-]\s")


@cache
def _abbreviations() -> frozenset[str]:
    path = Path(__file__).parent / "data" / "abbreviations.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().rstrip(".").lower() for line in lines if line and not line.startswith("#"))


def paragraphs(text: str) -> tuple[Span, ...]:
    """Every line that is not blank, trimmed."""
    found = (trimmed(text, Span(*match.span())) for match in _PARAGRAPH.finditer(text))
    return tuple(span for span in found if span.start < span.end)


def sentences(text: str, span: Span, language: Language) -> tuple[Span, ...]:  # noqa: ARG001 - one rule serves both
    """The sentences of one paragraph, trimmed, in order; together they hold all its letters."""
    borders = [match.end() for match in _END.finditer(text, span.start, span.end) if _ends(text, span, match)]
    borders += [match.end() for match in _CAPTION_END.finditer(text, span.start, span.end)]
    edges = [span.start, *sorted(set(borders)), span.end]
    found = (trimmed(text, Span(start, end)) for start, end in pairwise(edges))
    return tuple(sentence for sentence in found if sentence.start < sentence.end)


def _ends(text: str, span: Span, match: re.Match[str]) -> bool:
    marks, closing, after = match.group(1), match.group(2), text[match.end() : match.end() + 40]
    opens = re.sub(r"^[\"“«„'‘(\[\s—–-]+", "", after)[:1]
    if opens.islower():
        return False
    if _SAID_AFTER.match(after) and closing:
        return False
    if marks == "." and not closing:
        word = _LAST_WORD.search(text, max(span.start, match.start() - 30), match.start())
        return not _is_abbreviation(word.group() if word else "", opens)
    return True


def _is_abbreviation(word: str, opens: str) -> bool:
    """Whether a full stop after this word belongs to it rather than to the sentence."""
    if _INITIAL.match(word):
        return True
    return word.lower() in _abbreviations() or (word.isdigit() and opens.isdigit())


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    part = text[span.start : span.end]
    return Span(span.start + len(part) - len(part.lstrip()), span.end - len(part) + len(part.rstrip()))
