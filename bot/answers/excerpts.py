"""Which part of an article a claim shows: whole sentences around what was said, not too long. Pure."""

from collections.abc import Sequence
from functools import lru_cache

from bot.answers.evidence import FoundStatement
from bot.language.sentences import paragraphs, sentences
from bot.models import Article, Language, Span
from bot.support.address import addresses_reader

LONGEST = 450  # characters of one claim
LONGEST_SENTENCE = 900  # a single sentence is not cut below this


def excerpts(found: FoundStatement, focus: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The spans to show of a statement, in order: sentences around its content, without boilerplate.

    A sentence around it that speaks to the reader is left out: it is nobody's words.

    `focus` are the sentences that must be among them, else those that hold the content count.
    """
    parts = found.parts or (found.statement.context,)
    pieces = [span for part in parts for span in split(found.article, part)]
    if not pieces:
        return (_shortened(found.statement.spans[0]),)
    held = tuple(focus) or found.statement.spans
    pieces = [span for span in pieces if _meets(span, held) or not _addresses_reader(span, found.article)]
    wanted = _places_of(held, pieces)
    return joined(_grown(pieces, wanted or [0]), found.article)


def _places_of(content: Sequence[Span], pieces: Sequence[Span]) -> list[int]:
    """Which of the pieces hold any of the content."""
    return [place for place, span in enumerate(pieces) if _meets(span, content)]


def _meets(span: Span, content: Sequence[Span]) -> bool:
    return any(span.meets(other) for other in content)


def _addresses_reader(span: Span, article: Article) -> bool:
    return addresses_reader(article.text[slice(*span)])


def split(article: Article, part: Span) -> tuple[Span, ...]:
    """The sentences of a part of an article."""
    cut = _cut(article.text[part.start : part.end], article.language)
    return tuple(Span(part.start + span.start, part.start + span.end) for span in cut)


@lru_cache(maxsize=4000)
def _cut(text: str, language: Language) -> tuple[Span, ...]:
    return tuple(span for paragraph in paragraphs(text) for span in sentences(text, paragraph, language))


def _grown(pieces: Sequence[Span], wanted: Sequence[int]) -> list[Span]:
    """The wanted sentences as long as they fit, then those before and after while there is room."""
    first = last = wanted[0]
    length = _length(pieces[first])
    for position in wanted[1:]:
        if position == last + 1 and length + _length(pieces[position]) <= LONGEST:
            last, length = position, length + _length(pieces[position])
    before = _fitting(pieces[:first][::-1], length)
    after = _fitting(pieces[last + 1 :], length + sum(map(_length, before)))
    shown = pieces[first - len(before) : last + 1 + len(after)]
    return [_shortened(span) for span in shown]


def _fitting(pieces: Sequence[Span], length: int) -> list[Span]:
    """The first of some sentences that fit in beside `length` characters."""
    fitting: list[Span] = []
    for span in pieces:
        length += _length(span)
        if length > LONGEST:
            break
        fitting.append(span)
    return fitting


def joined(pieces: Sequence[Span], article: Article) -> tuple[Span, ...]:
    """Neighbouring sentences as one span; what lies between two that are apart stays out."""
    merged: list[Span] = []
    for span in pieces:
        if merged and not article.text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)


def _shortened(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST_SENTENCE))


def _length(span: Span) -> int:
    return span.end - span.start
