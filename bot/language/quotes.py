"""Quotation marks and what stands between them; it knows nothing of who speaks.

All common marks: “” «» „“ "" ‘’ '' ``''. Straight marks open or close by what stands beside them.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from bot.models import Span

_MARK = re.compile(r"[“”„«»\"]|``|''(?!')")
_OPENING = {"“", "„", "«", "``"}
_CLOSING = {"”", "»", "''"}
_CLOSES = {"“": {"”", '"'}, "„": {"“", "”"}, "«": {"»"}, '"': {'"', "”"}, "``": {"''"}, "''": {"''"}}
_BEFORE_OPENING = "([{—–-«“„\"'\u200b\u200e\u202a\ufeff"  # the last ones cannot be seen
DEEPEST = 4
_ATTRIBUTED = re.compile(r",\s[—–-]\s[а-яё][^.!?«»\n]{0,200}[.!?]\s(?![—–-])")
_SHARED = re.compile(r"[.,;)]|\s[—–-]\s|\s*$")


class Quotation(NamedTuple):
    """Words in quotation marks; `start` and `end` include the marks, `inner` does not."""

    start: int
    end: int
    inner: Span
    depth: int


def quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quotation, ...]:
    """Every quotation between two offsets, by start; one that is never closed ends with its paragraph.

    A paragraph that opens a quotation anew while the last one was left open continues it: both are reported,
    each with its own span.
    """
    stop = len(text) if end is None else end
    found: list[Quotation] = []
    open_marks: list[tuple[str, int, int]] = []
    line_end = _line_end(text, start, stop)
    for match in _MARK.finditer(text, start, stop):
        if match.start() >= line_end:
            _close_all(text, open_marks, line_end, found)
            line_end = _line_end(text, match.start(), stop)
        _take(text, match, open_marks, found)
    _close_all(text, open_marks, line_end, found)
    return tuple(sorted(found))


def _take(
    text: str, match: re.Match[str], open_marks: list[tuple[str, int, int]], found: list[Quotation]
) -> None:
    mark = match.group()
    if _closes_last(text, match, open_marks):
        _close(text, open_marks, match.start(), match.end(), found)
    elif mark == "”" and not open_marks and _opens(text, match):
        open_marks.append(("“", match.start(), match.end()))  # typed the wrong way round
    elif mark in _CLOSING and mark != "''":
        _close_matching(text, match, open_marks, found)
    elif len(open_marks) < DEEPEST and (mark in _OPENING or _opens(text, match)):
        open_marks.append((mark, match.start(), match.end()))


def _closes_last(text: str, match: re.Match[str], open_marks: list[tuple[str, int, int]]) -> bool:
    mark = match.group()
    if mark == "“" and open_marks and open_marks[-1][0] == "“" and not _opens(text, match):
        return True  # typed the wrong way round
    if not open_marks or mark not in _CLOSES[open_marks[-1][0]]:
        return False
    return mark in _CLOSING or not _opens(text, match)


def _close_matching(
    text: str, match: re.Match[str], open_marks: list[tuple[str, int, int]], found: list[Quotation]
) -> None:
    """Close the mark that this one belongs to; those above it were never closed and are dropped."""
    mark = match.group()
    for depth in range(len(open_marks) - 1, -1, -1):
        if mark in _CLOSES[open_marks[depth][0]]:
            del open_marks[depth + 1 :]
            _close(text, open_marks, match.start(), match.end(), found)
            return


def _close(
    text: str, open_marks: list[tuple[str, int, int]], at: int, after: int, found: list[Quotation]
) -> None:
    mark, start, inner = open_marks.pop()
    attributed = _attributed_end(text, found, start) if mark == "«" and not open_marks else None
    if attributed is not None:
        _raise_behind(found, start, attributed)
        at, after = attributed - 1, attributed
    if inner < at:
        found.append(Quotation(start, after, Span(inner, at), len(open_marks)))


def _attributed_end(text: str, found: list[Quotation], start: int) -> int | None:
    """Where the words of a quotation end though its mark closes far behind: «Это «А», — сказал он. «Да»»."""
    ends = [q.end for q in _behind(found, start) if q.depth == 1 and _ATTRIBUTED.match(text, q.end)]
    return min(ends, default=None)


def _close_all(text: str, open_marks: list[tuple[str, int, int]], at: int, found: list[Quotation]) -> None:
    """A quotation left open at the end of its paragraph goes on in the next one, or shared its end."""
    end, outer = 0, []
    for mark, start, inner in open_marks:
        if start < end:
            continue  # inside the one before
        shared = _shared_end(text, found, start, at) if mark == "«" else None
        if shared is not None:
            _raise_behind(found, start, shared)
        end = shared or at
        if text[inner:end].strip():
            outer.append(Quotation(start, end, Span(inner, end - (shared is not None)), 0))
    found.extend(outer)
    open_marks.clear()


def _shared_end(text: str, found: list[Quotation], start: int, at: int) -> int | None:
    """Where one » ends two quotations, as Russian typography has it: «Это «первый канал», — сказал он."""
    if text[at : at + 3].strip().startswith("«"):
        return None  # goes on in the next paragraph
    inside = [q for q in _behind(found, start) if q.depth == 1]
    ends = sorted(q.end for q in inside if _SHARED.match(text, q.end))
    return ends[0] if ends else None


def _behind(found: list[Quotation], start: int) -> Iterator[Quotation]:
    """The quotations closed since one was opened at `start`, the last first."""
    return takewhile(lambda q: q.start > start, reversed(found))


def _raise_behind(found: list[Quotation], start: int, end: int) -> None:
    """What stands behind the end of the outer quotation is inside it no more."""
    first = len(found) - sum(1 for _ in _behind(found, start))
    for k in range(first, len(found)):
        q = found[k]
        if q.start >= end:
            found[k] = q._replace(depth=q.depth - 1)


def _opens(text: str, match: re.Match[str]) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return (
        (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
    )


def _line_end(text: str, start: int, stop: int) -> int:
    at = text.find("\n", start, stop)
    return stop if at < 0 else at
