"""Russian words passed on by an outlet: «цитирует Орлова ТАСС», «приводит слова Орлова «Интерфакс»».

It sees one line. The outlet is the first link of the chain; the words are those of the person named.
"""

from dataclasses import replace

from bot.models import Span
from bot.statements.content_ru import content_before, left_border
from bot.statements.contents import make_found
from bot.statements.found import Found, Shape
from bot.statements.lexicon import sections
from bot.statements.lines import QUOTE, Line
from bot.statements.noun_phrases_ru import Pieces, chunk_end, is_name_quote
from bot.statements.outlets import is_outlet
from bot.statements.russian import RussianCue
from bot.statements.subjects_ru import subject

Reached = tuple[Found | None, int]
MEDIA = sections("mentions.txt")["media"]
LONGEST_OUTLET = 3  # words: "РИА Новости Спорт"


def passes_on(line: Line, at: int, cue: RussianCue) -> bool:
    """Does the verb bring the words of another: «цитирует», «приводит слова»?"""
    return cue.lemma.endswith("цитировать") or (
        cue.frame == "quote" and line.words[at + 1 : at + 2] == ["слова"]
    )


def passed_on(line: Line, number: int, at: int, cue: RussianCue) -> Reached:
    """The statement of a verb of quoting at piece `at`, and the piece up to which it is told."""
    first = at + 1 + (line.words[at + 1 : at + 2] == ["слова"])
    end = chunk_end(line, first) if first < len(line) else len(line)
    speaker, outlet = _parties(line, first, end)
    if outlet is None and (before := subject(line, at, cue)) is not None and before[1] <= at:
        outlet = before
    content = _content(line, at, end, cue)
    if content is None or (speaker is None and outlet is None):
        return None, 0
    made = make_found(line, number, [content], (at, first), speaker)
    if made is None:
        return None, 0
    chain = (_span(line, outlet),) if outlet else ()
    shape: Shape = "trail" if content[0] < at else "lead"
    return replace(made, shape=shape, chain=chain, lemma="цитировать"), max(end, content[1])


def _parties(line: Line, first: int, end: int) -> tuple[Pieces | None, Pieces | None]:
    """Who spoke and who passes it on, of the pieces behind the verb, in either order."""
    if line.words[first : first + 1] and line.words[first] in MEDIA and end > first + 1:
        name = first + 1 + _is_source(line, first + 1, first + 2)
        return ((name, end) if name < end else None), (first, name)
    head = next(
        (k for k in range(min(end, first + LONGEST_OUTLET), first, -1) if _is_source(line, first, k)), first
    )
    if head > first:
        return ((head, end) if head < end else None), (first, head)
    tail = next((k for k in range(max(first, end - LONGEST_OUTLET), end) if _is_source(line, k, end)), end)
    if first < tail < end and line.words[tail - 1] in MEDIA:
        tail -= 1
    return ((first, tail) if tail > first else None), ((tail, end) if tail < end else None)


def _is_source(line: Line, first: int, last: int) -> bool:
    """Is it an outlet: a listed one, a name in quotation marks, or one in Latin letters?"""
    latin = all(word.isascii() and word != QUOTE for word in line.words[first:last])
    return latin or (last - first == 1 and is_name_quote(line, first)) or is_outlet(line.slice(first, last))


def _content(line: Line, at: int, end: int, cue: RussianCue) -> Pieces | None:
    """The quotation before the verb, or behind a colon."""
    if line.words[end : end + 2] == [":", QUOTE]:
        return end + 1, end + 2
    left = content_before(line, at, cue, (at, at + 1))
    return (left_border(line, left), left) if left is not None else None


def _span(line: Line, pieces: Pieces) -> Span:
    return Span(line.starts[pieces[0]], line.ends[pieces[1] - 1])
