"""The layout of a text as spans: paragraphs, sentences, headings, boilerplate, pull quotes.

The text itself is never touched. It knows nothing of who says what (`bot.statements` builds on it).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.articles.boilerplate import is_furniture, is_signed_off
from bot.articles.headings import find_headings
from bot.articles.inline import inline_furniture, is_dateline, joined, trimmed
from bot.articles.pullquotes import find_signature, is_signature
from bot.language.script import detect_language
from bot.language.sentences import paragraphs as find_paragraphs
from bot.language.sentences import sentences as find_sentences
from bot.models import Annotation, Language, PullQuote, Span

_FIRST_PERSON = re.compile(r"\b(?:I|we|our|us|my|я|мы|нас|нам|наш\w*|мой|моя|мне|меня)\b", re.IGNORECASE)
_SHORTEST = 20  # characters; a shorter line is one sentence
_QUOTED_END = tuple("\"”»'’")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What one paragraph of prose holds."""

    sentences: tuple[Span, ...]
    furniture: tuple[Span, ...]
    quote: PullQuote | None = None


def annotate(text: str, title: str, language: Language | None = None) -> Annotation:
    """The layout of `text`; the language is told by its script when it is not given."""
    known = language or detect_language(text)
    paragraphs = find_paragraphs(text)
    furniture = _furniture_lines(text, paragraphs)
    prose = [span for span in paragraphs if span not in furniture]
    signatures = _signature_lines(text, prose)
    headings = find_headings(text, [span for span in prose if span not in signatures], title)
    whole = {*headings, *signatures}
    parts = [
        _whole(span, signatures.get(span)) if span in whole else _paragraph(text, span, known)
        for span in prose
    ]
    return Annotation(
        language=known,
        paragraphs=paragraphs,
        sentences=tuple(sentence for part in parts for sentence in part.sentences),
        headings=headings,
        boilerplate=tuple(sorted([*furniture, *(span for part in parts for span in part.furniture)])),
        pull_quotes=tuple(part.quote for part in parts if part.quote),
    )


def _furniture_lines(text: str, paragraphs: Sequence[Span]) -> frozenset[Span]:
    """Paragraphs that are furniture from end to end."""
    found = []
    quoted = False  # whether the line before ends in a quotation: then a dash and a name sign it
    for span in paragraphs:
        line = text[span.start : span.end]
        if is_furniture(line, is_line=True) or is_dateline(line) or (not quoted and is_signed_off(line)):
            found.append(span)
        quoted = line.endswith(_QUOTED_END)
    return frozenset(found)


def _signature_lines(text: str, prose: Sequence[Span]) -> dict[Span, Span]:
    """Lines that are a name and office alone, each with the first-person paragraph above that it signs."""
    pairs = pairwise(prose)
    return {line: above for above, line in pairs if is_signature(text, line) and _may_be_signed(text, above)}


def _may_be_signed(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    return words[0] not in '"“«„' and len(words.split()) >= 6 and bool(_FIRST_PERSON.search(words))


def _whole(span: Span, signed: Span | None) -> _Paragraph:
    """A heading, or the signature of the paragraph above, as one sentence."""
    return _Paragraph((span,), (), PullQuote((signed,), span) if signed else None)


def _paragraph(text: str, span: Span, language: Language) -> _Paragraph:
    if span.end - span.start < _SHORTEST and "." not in text[span.start : span.end - 1]:
        return _Paragraph((span,), ())
    signature = find_signature(text, span)
    inside = inline_furniture(text, span, signature.start if signature else span.end)
    body = Span(span.start, signature.start) if signature else span
    sentences: list[Span] = []
    dropped: list[Span] = []
    for piece in _pieces(text, body, inside):
        for sentence in find_sentences(text, piece, language):
            is_page = is_furniture(text[sentence.start : sentence.end], is_line=False)
            (dropped if is_page else sentences).append(sentence)
    furniture = joined([*inside, *dropped], text)
    if signature is None:
        return _Paragraph(tuple(sentences), furniture)
    content = tuple(_pieces(text, body, furniture))
    quote = PullQuote(content, signature) if content else None
    return _Paragraph((*sentences, signature), furniture, quote)


def _pieces(text: str, span: Span, furniture: Sequence[Span]) -> Iterator[Span]:
    """What is left of a span without furniture, trimmed; pieces without a letter or digit are left out."""
    start = span.start
    for border in (*furniture, Span(span.end, span.end)):
        piece = trimmed(Span(start, min(border.start, span.end)), text)
        if any(character.isalnum() for character in text[piece.start : piece.end]):
            yield piece
        start = max(start, border.end)
