"""Lines: sentences as the extractor reads them, each quotation being one opaque piece.

A line is a sentence, or several that a quotation joins ("A. B," he said.). It knows nothing of cues.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.language.quotes import Quotation
from bot.language.tokens import tokens
from bot.models import Span
from bot.statements.lexicon import sections

QUOTE = "“"  # stands for a whole quotation among the folded words of a line
STRAY = '"'  # a mark that opens none
NAMES_TOO = sections("grammar_en.txt")["name_too"]
SHOUTED = frozenset({"WHO", "US", "IT"})  # pronouns when small
MAX_WORDS = 600  # longer lines are read up to here: no sentence that a person wrote is longer


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces of one line in parallel lists; `words` are lower-cased, a quotation's is `QUOTE`."""

    text: str  # of the whole article
    span: Span
    paragraph: int
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    raw: Sequence[str]
    quotes: dict[int, Quotation]

    def __len__(self) -> int:
        return len(self.words)

    def slice(self, first: int, last: int) -> str:
        """The text from piece `first` to before piece `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def outer_quotations(found: Sequence[Quotation], paragraphs: Sequence[Span]) -> list[list[Quotation]]:
    """The outermost quotations of every paragraph; one that runs over paragraphs is cut at their borders."""
    tops = [q for q in found if q.depth == 0]
    result: list[list[Quotation]] = []
    i = 0
    for span in paragraphs:
        inside: list[Quotation] = []
        while i < len(tops) and tops[i].end <= span.start:
            i += 1
        k = i
        while k < len(tops) and tops[k].start < span.end:
            inside.append(_clipped(tops[k], span))
            k += 1
        result.append(inside)
    return result


def _clipped(q: Quotation, span: Span) -> Quotation:
    start = max(q.inner.start, span.start)
    inner = Span(start, max(min(q.inner.end, span.end), start))
    return Quotation(max(q.start, span.start), min(q.end, span.end), inner, 0)


def cut_lines(
    text: str, sentences: Sequence[Span], quotations: Sequence[Quotation], paragraph: int
) -> Iterator[Line]:
    """The lines of one paragraph, given its sentences and its outermost quotations in order."""
    k = i = 0
    while i < len(sentences):
        start, end = sentences[i]
        first = k = _past(quotations, k, start)  # what stands between sentences is no part of the article
        i += 1
        k = _past(quotations, k, end)
        while i < len(sentences) and k > first and _runs_on(text, quotations[k - 1], end, sentences[i]):
            end = sentences[i].end
            i += 1
            k = _past(quotations, k, end)
        yield make_line(text, Span(start, end), quotations[first:k], paragraph)


def _past(quotations: Sequence[Quotation], k: int, end: int) -> int:
    """The first quotation from `k` on that begins at or behind `end`."""
    while k < len(quotations) and quotations[k].start < end:
        k += 1
    return k


def _runs_on(text: str, last: Quotation, end: int, following: Span) -> bool:
    """Does the line go on behind a sentence: its quotation is still open, or its cue is still to come?"""
    return last.end > end or _asks_on(text, last, end, following)


def _asks_on(text: str, last: Quotation, end: int, following: Span) -> bool:
    """ "Why?" he asked: the sentence seems to end with the quotation, but its cue is still to come."""
    if last.end < end or text[last.inner.end - 1 : last.inner.end] not in ("?", "!", "…"):
        return False
    head = text[following.start : following.start + 60]
    return head[:1] in "—–-" or _is_cue_ahead(head)


def _is_cue_ahead(head: str) -> bool:
    found = tokens(head)[:7]
    for i, token in enumerate(found):
        if token.text in (
            "said",
            "says",
            "asked",
            "asks",
            "wrote",
            "added",
            "told",
            "replied",
            "wondered",
            "tweeted",
            "continued",
            "shouted",
        ):
            return i > 0
        if not token.text[0].isalpha() and token.text != ".":
            return False
    return False


def make_line(text: str, span: Span, quotations: Sequence[Quotation], paragraph: int) -> Line:
    """Splits one stretch of text into words and quotations."""
    pieces: list[tuple[int, int, str]] = []
    quotes: dict[int, Quotation] = {}
    at = span.start
    for quotation in quotations:
        pieces.extend(_words(text, at, quotation.start, MAX_WORDS - len(pieces), span.end))
        quotes[len(pieces)] = quotation
        pieces.append((quotation.start, quotation.end, QUOTE))
        at = quotation.end
    pieces.extend(_words(text, at, span.end, MAX_WORDS - len(pieces), span.end))
    starts, ends, raw = [p[0] for p in pieces], [p[1] for p in pieces], [p[2] for p in pieces]
    return Line(text, span, paragraph, starts, ends, _folded(raw), raw, quotes)


def _folded(raw: Sequence[str]) -> list[str]:
    """The words in lower case, but for a name that is an ordinary word as well ("Will Lee", WHO, US)."""
    words = _lowered(raw)
    for i, word in enumerate(words[:-1]):
        if word in NAMES_TOO and raw[i][0].isupper() and raw[i + 1][0].isupper():
            words[i] = raw[i]
    return words


def _lowered(raw: Sequence[str]) -> list[str]:
    """The words in lower case, but for acronyms that would be pronouns, unless all is written large."""
    if SHOUTED.isdisjoint(raw) or not any(map(str.islower, raw)):
        return [word.lower() for word in raw]
    return [word if word in SHOUTED else word.lower() for word in raw]


def _words(text: str, start: int, end: int, most: int, last: int) -> Iterator[tuple[int, int, str]]:
    """The words between two offsets of a line that ends at `last`: no abbreviations' dots, no hyphens."""
    for token in islice(tokens(text, start, end), max(0, most)):
        abbreviation = token.text == "." and token.end < last
        if not abbreviation and not (token.text == "-" and _is_hyphen(text, token.start)):
            yield token.start, token.end, STRAY if token.text == QUOTE else token.text


def _is_hyphen(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def sentences_by_paragraph(sentences: Sequence[Span], paragraphs: Sequence[Span]) -> list[Sequence[Span]]:
    """Groups sentences under the paragraphs that hold them."""
    keys = [s.start for s in sentences]
    return [sentences[bisect_left(keys, p.start) : bisect_left(keys, p.end)] for p in paragraphs]
