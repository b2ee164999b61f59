"""Speech that goes on: quotations of the next sentence or paragraph without words of saying of their own.

It joins what extraction found line by line and knows nothing of persons.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.models import Span
from bot.statements.found import Found
from bot.statements.lines import QUOTE, Line
from bot.statements.other_cues_en import announced

BEAT = 5  # pieces of a sentence such as "He paused." between two quotations of one speaker
PRONOUNS = frozenset({"he", "she", "they", "он", "она", "они"})


def continued(lines: Sequence[Line], found: Sequence[Found]) -> list[Found]:
    """The statements, those joined that a speaker said in one go."""
    by_line: dict[int, list[Found]] = {}
    for one in found:
        by_line.setdefault(one.line, []).append(one)
    result: list[Found] = []
    for number in range(len(lines)):
        own = by_line.get(number, [])
        if own and (begun := _begun_before(lines, result, own[0], number)):
            own = [_with(own[0], (begun,), before=True), *own[1:]]
        free = _free_quotations(lines[number], own)
        if free:
            _take_free(lines, result, number, free)
        result.extend(own)
    return result


def _take_free(lines: Sequence[Line], result: list[Found], number: int, free: tuple[Span, ...]) -> None:
    """Give quotations without a cue to the line that announced them, or to the statement before."""
    opener = announced(lines[number - 1], number - 1) if number else None
    if opener and lines[number - 1].paragraph != lines[number].paragraph:
        size = sum(s.end - s.start for s in free)
        result.append(replace(opener, spans=free, quoted=size, letters=size, last_line=number))
        return
    at = _open_quotation(lines, result, number)
    if at is not None:
        result[at] = replace(_with(result[at], free), last_line=number)


def _with(one: Found, spans: tuple[Span, ...], before: bool = False) -> Found:
    size = sum(s.end - s.start for s in spans)
    joined = (*spans, *one.spans) if before else (*one.spans, *spans)
    return replace(one, spans=joined, quoted=one.quoted + size, letters=one.letters + size)


def _begun_before(lines: Sequence[Line], found: Sequence[Found], one: Found, number: int) -> Span | None:
    """The paragraph before, when it is the first part of a quotation whose cue stands in this one."""
    if (
        one.shape != "trail"
        or not number
        or not one.spans
        or one.spans[0].start > lines[number].span.start + 1
    ):
        return None
    last = lines[number - 1]
    taken = any(other.line == number - 1 or other.last_line == number - 1 for other in found[-4:])
    if taken or last.paragraph == lines[number].paragraph or list(last.words) != [QUOTE]:
        return None
    left_open = last.quotes[0].end == last.quotes[0].inner.end
    return Span(last.starts[0], last.ends[0]) if left_open else None


def _free_quotations(line: Line, own: Sequence[Found]) -> tuple[Span, ...]:
    first = 1 if line.words[:1] and line.words[0] in ("—", "–", "-") else 0
    if own or line.words[first : first + 1] != [QUOTE]:
        return ()
    end = first
    while end < len(line) and line.words[end] == QUOTE:
        end += 1
    return (Span(line.starts[first], line.ends[end - 1]),)


def _open_quotation(lines: Sequence[Line], found: Sequence[Found], number: int) -> int | None:
    """The statement of the line before that a quotation at the start of this line continues."""
    same = lines[number - 1].paragraph == lines[number].paragraph if number else False
    if not same and not _is_only_quoted(lines[number]):
        return None
    before = number - 1 - _is_beat(lines, number - 1)
    for at in range(len(found) - 1, max(-1, len(found) - 6), -1):
        one = found[at]
        if one.last_line != before:
            return None
        mostly = one.quoted > one.letters // 2
        if mostly or (same and one.shape == "trail"):
            return at
    return None


def _is_beat(lines: Sequence[Line], number: int) -> bool:
    """A short sentence of the same paragraph about the speaker: "He paused."."""
    line = lines[number]
    inside = number > 0 and lines[number - 1].paragraph == line.paragraph
    return inside and len(line) <= BEAT and line.words[0] in PRONOUNS and QUOTE not in line.words


def _is_only_quoted(line: Line) -> bool:
    """Is the whole line one quotation of a sentence or more?"""
    inner = line.quotes[0].inner if 0 in line.quotes else Span(0, 0)
    return len(line) <= 2 and inner.end - inner.start > 30
