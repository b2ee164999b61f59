"""Makes contents out of pieces of a line: trimmed spans and how much of them is quoted."""

from bot.models import Span
from bot.statements.found import Found
from bot.statements.lines import QUOTE, Line

TRIM_RIGHT = " \t\n\u00a0,;:.—–-…"
TRIM_LEFT = " \t\n\u00a0,;:.—–-…"


def span_of(line: Line, first: int, last: int) -> Span | None:
    """The text of pieces [first, last) without outer space and punctuation; None when nothing is left."""
    while first < last and _is_mark(line, first, TRIM_LEFT):
        first += 1
    while last > first and _is_mark(line, last - 1, TRIM_RIGHT):
        last -= 1
    last = _without_brackets(line, first, last)
    return Span(line.starts[first], line.ends[last - 1]) if first < last else None


def _is_mark(line: Line, i: int, marks: str) -> bool:
    return line.words[i] != QUOTE and not line.raw[i].strip(marks)


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
    counted = [letters_in(line, span) for span in spans]
    letters = sum(n for _, n in counted)
    if letters < 2:
        return None
    return Found(
        spans=spans,
        cue=_hull(line, cue),
        mention=_hull(line, mention),
        line=number,
        last_line=number,
        quoted=sum(q for q, _ in counted),
        letters=letters,
    )


def _hull(line: Line, pieces: tuple[int, int] | None) -> Span | None:
    return Span(line.starts[pieces[0]], line.ends[pieces[1] - 1]) if pieces else None
