"""The layout of a text as spans: paragraphs, sentences, headings, boilerplate, pull quotes.

The text itself is never touched. It knows nothing of who says what (`bot.statements` builds on it).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.articles.boilerplate import is_furniture, is_signed_off, reports_words
from bot.articles.headings import find_headings
from bot.articles.inline import inline_furniture, is_dateline, joined, trimmed
from bot.articles.linklists import link_lists
from bot.articles.normal import one_line
from bot.articles.pullquotes import find_signature, is_signature
from bot.articles.servicelines import is_biography
from bot.language.script import language_of
from bot.language.sentences import paragraphs as find_paragraphs
from bot.language.sentences import sentences as find_sentences
from bot.models import Annotation, Language, PullQuote, Span

_FIRST_PERSON = re.compile(r"\b(?:I|we|our|us|my|я|мы|нас|нам|наш\w*|мой|моя|мне|меня)\b", re.IGNORECASE)
_QUOTED_END = tuple("\"”»'’")
_LAST = 3  # paragraphs among which who wrote a text is told
_HEAD = 4  # paragraphs among which a page's title stands
_NAME_WORDS = 6
_SENTENCE_ENDS = (*".!?…:;,", *_QUOTED_END)
_SHORTEST = 20  # characters; a shorter line is one sentence


@dataclass(frozen=True, slots=True)
class _Outline:
    """Which paragraphs are more than prose; a signature line comes with the paragraph that it signs."""

    furniture: frozenset[Span]
    signatures: dict[Span, Span]
    headings: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one paragraph holds."""

    sentences: tuple[Span, ...]
    furniture: tuple[Span, ...] = ()
    quote: PullQuote | None = None


def annotate(text: str, title: str, language: Language | None = None) -> Annotation:
    """The layout of `text`; the language is told by its script when it is not given or plainly another."""
    known = language_of(text, language)
    paragraphs = find_paragraphs(text)
    outline = _outline(text, paragraphs, title)
    parts = [_part(text, span, outline, known) for span in paragraphs]
    return Annotation(
        language=known,
        paragraphs=paragraphs,
        sentences=tuple(sentence for part in parts for sentence in part.sentences),
        headings=outline.headings,
        boilerplate=tuple(span for part in parts for span in part.furniture),
        pull_quotes=tuple(part.quote for part in parts if part.quote),
    )


def _outline(text: str, paragraphs: Sequence[Span], title: str) -> _Outline:
    furniture = _furniture_lines(text, paragraphs) | _above_title(text, paragraphs, title)
    prose = [span for span in paragraphs if span not in furniture]
    signatures = _signature_lines(text, prose)
    headings = find_headings(text, [span for span in prose if span not in signatures], title)
    return _Outline(furniture, signatures, headings)


def _part(text: str, span: Span, outline: _Outline, language: Language) -> _Part:
    if span in outline.furniture:
        return _Part((), (span,))
    if signed := outline.signatures.get(span):
        return _Part((span,), (), PullQuote((signed,), span))
    if span in outline.headings:
        return _Part((span,))
    return _prose(text, span, language)


def _furniture_lines(text: str, paragraphs: Sequence[Span]) -> frozenset[Span]:
    """Paragraphs that are furniture from end to end."""
    found = list(link_lists(text, paragraphs))
    found += [span for span in paragraphs[-_LAST:] if _is_of_author(text[span.start : span.end])]
    quoted = False  # whether the line before ends in a quotation: then a dash and a name sign it
    for span in paragraphs:
        line = text[span.start : span.end]
        if is_furniture(line, is_line=True) or is_dateline(line) or (not quoted and is_signed_off(line)):
            found.append(span)
        quoted = line.endswith(_QUOTED_END)
    return frozenset(found)


def _is_of_author(line: str) -> bool:
    return is_biography(line) and not reports_words(line)


def _above_title(text: str, paragraphs: Sequence[Span], title: str) -> frozenset[Span]:
    """Short lines above the title, where it stands among the first: the names of the site or of a section."""
    known = one_line(title).casefold()
    lines = [one_line(text[span.start : span.end]) for span in paragraphs[:_HEAD]]
    at = next((at for at, line in enumerate(lines) if len(line) > 9 and known.startswith(line.casefold())), 0)
    return frozenset(span for span, line in zip(paragraphs[:at], lines, strict=False) if _is_name(line))


def _is_name(line: str) -> bool:
    return len(line.split()) <= _NAME_WORDS and not line.endswith(_SENTENCE_ENDS)


def _signature_lines(text: str, prose: Sequence[Span]) -> dict[Span, Span]:
    """Lines that are a name and office alone, each with the first-person paragraph above that it signs."""
    pairs = pairwise(prose)
    return {line: above for above, line in pairs if is_signature(text, line) and _may_be_signed(text, above)}


def _may_be_signed(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    return words[0] not in '"“«„' and len(words.split()) >= 6 and bool(_FIRST_PERSON.search(words))


def _prose(text: str, span: Span, language: Language) -> _Part:
    if span.end - span.start < _SHORTEST and "." not in text[span.start : span.end - 1]:
        return _Part((span,))
    signature = find_signature(text, span)
    body = Span(span.start, signature.start) if signature else span
    inside = inline_furniture(text, span, body.end)
    sentences, dropped = _sentences(text, _pieces(text, body, inside), language)
    furniture = joined([*inside, *dropped], text)
    if signature is None:
        return _Part(tuple(sentences), furniture)
    content = tuple(_pieces(text, body, furniture))
    quote = PullQuote(content, signature) if content else None
    return _Part((*sentences, signature), furniture, quote)


def _sentences(text: str, pieces: Iterable[Span], language: Language) -> tuple[list[Span], list[Span]]:
    """The sentences of the article, and those that are furniture."""
    kept: list[Span] = []
    dropped: list[Span] = []
    for sentence in (found for piece in pieces for found in find_sentences(text, piece, language)):
        is_page = is_furniture(text[sentence.start : sentence.end], is_line=False)
        (dropped if is_page else kept).append(sentence)
    return kept, dropped


def _pieces(text: str, span: Span, furniture: Sequence[Span]) -> Iterator[Span]:
    """What is left of a span without furniture, trimmed; pieces without a letter or digit are left out."""
    start = span.start
    for border in (*furniture, Span(span.end, span.end)):
        piece = trimmed(Span(start, min(border.start, span.end)), text)
        if any(character.isalnum() for character in text[piece.start : piece.end]):
            yield piece
        start = max(start, border.end)
