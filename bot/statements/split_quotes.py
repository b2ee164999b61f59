"""Russian quotations with the attribution inside the marks: «Нет, — сказал Орлов. — Не знаю».

They are cut into the words said and the words between, so that the rest of the package need not know.
"""

import re
from collections.abc import Iterator, Sequence

from bot.language.quotes import Quotation
from bot.models import Span
from bot.statements.russian import russian_cue

_OPENS = re.compile(r"[,.?!…»]\s*[—–-]\s+(?=([а-яё]+)\b)")
_CLOSES = re.compile(r"[,.:]\s*[—–-]\s+")
LONGEST = 160  # characters of an attribution inside a quotation


def split_inner(text: str, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations with every inner attribution cut out."""
    return [part for quotation in quotations for part in _parts(text, quotation)]


def _parts(text: str, quotation: Quotation) -> Iterator[Quotation]:
    start, inner_start = quotation.start, quotation.inner.start
    at = inner_start
    while opening := _OPENS.search(text, at, quotation.inner.end):
        at = opening.end()
        cue = russian_cue(opening[1])
        if cue is None or cue.form != "finite":
            continue
        cut = opening.start() + 1
        yield Quotation(start, cut, Span(inner_start, cut), quotation.depth)
        closing = _CLOSES.search(text, at, min(at + LONGEST, quotation.inner.end))
        if closing is None:
            return
        start = inner_start = at = closing.end()
    yield Quotation(start, quotation.end, Span(inner_start, quotation.inner.end), quotation.depth)
