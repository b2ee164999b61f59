"""Makes contents out of pieces of a line: trimmed spans and how much of them is quoted."""

from bot.models import Span
from bot.statements.found import Found, Shape
from bot.statements.lines import QUOTE, Line

TRIM_RIGHT = " \t\n\u00a0,;:.—–-…"
TRIM_LEFT = " \t\n\u00a0,;:.—–-…"


def span_of(line: Line, first: int, last: int) -> Span | None:
    """The text of pieces [first, last) without outer space and punctuation; None when nothing is left."""
    while first < last and line.words[first] != QUOTE and not line.raw[first].strip(TRIM_LEFT):
        first += 1
    while last > first and line.words[last - 1] != QUOTE and not line.raw[last - 1].strip(TRIM_RIGHT):
        last -= 1
    last = _without_brackets(line, first, last)
    return Span(line.starts[first], line.ends[last - 1]) if first < last else None


def _without_brackets(line: Line, first: int, last: int) -> int:
    """Leaves out an aside in brackets at the end of a content."""
    if last - first < 4 or line.words[last - 1] != ")":
        return last
    for i in range(last - 2, first, -1):
        if line.words[i] == "(":
            return i
    return last


def letters_in(line: Line, span: Span) -> tuple[int, int]:
    """How many characters of the span are in quotation marks, and how many it has."""
    quoted = sum(
        min(q.end, span.end) - max(q.start, span.start)
        for q in line.quotes.values()
        if q.start < span.end and q.end > span.start
    )
    return quoted, span.end - span.start


def make_found(
    line: Line,
    number: int,
    pieces: list[tuple[int, int]],
    cue: tuple[int, int] | None,
    mention: tuple[int, int] | None,
) -> Found | None:
    """A statement with the given stretches of pieces as content."""
    spans = tuple(span for first, last in pieces if (span := span_of(line, first, last)))
    if not spans or sum(s.end - s.start for s in spans) < 2:
        return None
    counted = [letters_in(line, span) for span in spans]
    return Found(
        spans=spans,
        cue=Span(line.starts[cue[0]], line.ends[cue[1] - 1]) if cue else None,
        mention=Span(line.starts[mention[0]], line.ends[mention[1] - 1]) if mention else None,
        line=number,
        last_line=number,
        quoted=sum(q for q, _ in counted),
        letters=sum(n for _, n in counted),
    )


__all__ = ["Shape", "letters_in", "make_found", "span_of"]
