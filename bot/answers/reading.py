"""A question cut into units: words, names that the library knows, periods, quotations.

The other modules of the question side work on these units; nothing here decides what is asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from bot.answers.capitals import with_capitals
from bot.answers.spelling import with_question_words, without_false_pronouns, without_titles
from bot.language.periods import period as find_period
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import tokens
from bot.models import Language, Period
from bot.statements.directory import Directory, DirectoryMatch
from bot.statements.speaker_keys import without_dots

UnitKind = Literal["word", "name", "period", "quote", "mark"]
Piece = tuple[int, int, UnitKind, DirectoryMatch | None]  # start, end
MARKS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}
COUNTING = frozenset({"сколько", "много", "мало", "несколько"})
LONGEST_QUESTION = 1000  # characters that are looked at; nobody asks longer, pasted articles are


class Unit(NamedTuple):
    """A piece of the question; `low` is its folded text, for names without a possessive ending."""

    start: int
    end: int
    text: str
    low: str
    kind: UnitKind
    match: DirectoryMatch | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with everything in it that can be told without grammar."""

    text: str
    language: Language
    units: tuple[Unit, ...]
    period: Period | None
    quotation: str

    @property
    def padded(self) -> str:
        """All words, folded, joined and padded by single spaces: what cue phrases are looked for in."""
        return f" {' '.join(fold(unit.text) for unit in self.units if unit.kind != 'mark')} "

    def between(self, first: int, last: int) -> str:
        """The text from unit `first` up to and without unit `last`, as it stands."""
        return self.text[self.units[first].start : self.units[last - 1].end] if first < last else ""


def language_of(text: str) -> Language:
    """By the script of the first word that is no name: a Russian question may name Donald Trump."""
    words = [token.text for token in tokens(text) if token.text[0].isalpha()]
    plain = [word for word in words if word.islower()] or words
    russian = sum(1 for word in plain if is_cyrillic(word))
    return "ru" if russian * 2 >= len(plain) and russian else "en"


def read(text: str, directory: Directory, now: datetime) -> Reading:
    """Cut a question into units; the names in it get their capitals."""
    text = with_question_words(without_titles(without_false_pronouns(without_dots(text[:LONGEST_QUESTION]))))
    language = language_of(text)
    period = find_period(text, now, language)
    quote = _quotation_span(text)
    mentions = [one for one in directory.mentions(text, language) if not _is_counted(one, text)]
    text = with_capitals(text, mentions, directory)
    units = tuple(_units(text, mentions, _period_span(text, period), quote))
    quotation = text[quote[0] + 1 : quote[1] - 1].strip() if quote else ""
    return Reading(text, language, units, period, quotation)


def _is_counted(match: DirectoryMatch, text: str) -> bool:
    """A thing that is spelt as somebody's name is: «сколько машин»."""
    before = tokens(text, 0, match.start)
    return text[match.start : match.end].islower() and bool(before) and fold(before[-1].text) in COUNTING


def _quotation_span(text: str) -> tuple[int, int] | None:
    """The longest stretch in quotation marks with three words or more; a title is no quotation."""
    best: tuple[int, int] | None = None
    for mark, closing in MARKS.items():
        start = text.find(mark)
        end = text.rfind(closing)
        if (
            0 <= start < end
            and len(text[start + 1 : end].split()) >= 3
            and (not best or end - start > best[1] - best[0])
        ):
            best = (start, end + 1)
    return best


def _period_span(text: str, period: Period | None) -> tuple[int, int] | None:
    # not by lower(), which makes some texts longer
    found = re.search(re.escape(period.words), text, re.IGNORECASE) if period and period.words else None
    return found.span() if found else None


def _units(
    text: str,
    mentions: Sequence[DirectoryMatch],
    period: tuple[int, int] | None,
    quote: tuple[int, int] | None,
) -> Iterator[Unit]:
    position = 0
    for start, end, kind, match in _pieces(mentions, period, quote):
        yield from _words(text, position, start)
        yield Unit(start, end, text[start:end], _low(text[start:end]), kind, match)
        position = end
    yield from _words(text, position, len(text))


def _pieces(
    mentions: Sequence[DirectoryMatch],
    period: tuple[int, int] | None,
    quote: tuple[int, int] | None,
) -> list[Piece]:
    """What is more than a word, in order; nothing overlaps the quotation or the period."""
    spans: list[Piece] = []
    if quote:
        spans.append((*quote, "quote", None))
    if period and not _inside(period, quote):
        spans.append((*period, "period", None))
    taken = [span[:2] for span in spans]
    spans += [
        (match.start, match.end, "name", match)
        for match in mentions
        if not any(start < match.end and match.start < end for start, end in taken)
    ]
    return sorted(spans, key=lambda span: span[0])


def _inside(inner: tuple[int, int], outer: tuple[int, int] | None) -> bool:
    return outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _words(text: str, start: int, end: int) -> Iterator[Unit]:
    for token in tokens(text, start, end):
        kind: UnitKind = "word" if token.text[0].isalnum() else "mark"
        yield Unit(token.start, token.end, token.text, _low(token.text), kind)


def _low(text: str) -> str:
    low = fold(text)
    return low[:-2] if low.endswith(("'s", "’s")) and len(low) > 4 else low
