"""Which sentence of a message asks: what stands before it tells of what it asks. Pure."""

from functools import lru_cache
from typing import NamedTuple

from bot.language.script import detect_language
from bot.language.sentences import sentences
from bot.models import Span


class Asking(NamedTuple):
    """The sentence of a message that asks, where it begins, and what stands before it."""

    before: str
    own: str
    start: int


@lru_cache(256)
def asking(text: str) -> Asking:
    """The last sentence with a question mark, else the last one.

    "What did Orlova say? Be short, please." asks with its first.
    """
    found = sentences(text, Span(0, len(text)), detect_language(text))
    marked = [span for span in found if text[span.start : span.end].rstrip('"”»)').endswith("?")]
    chosen = (marked or found or (Span(0, len(text)),))[-1]
    return Asking(text[: chosen.start], text[chosen.start : chosen.end], chosen.start)
