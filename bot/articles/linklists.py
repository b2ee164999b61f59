"""Lists of links to other articles, as pages leave them under a text; it knows nothing of markup.

Headlines have no final punctuation, and behind the list there is no prose any more. A list of the article has
a line before it that ends in a colon, or is made of sentences, or the article goes on.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.models import Span

_ITEM = re.compile(r"[-•–—*]\s+\S")
_ENDED = re.compile(r"[.!?…;:,]['’\"”»)\]]*$")
_HEADLINES = 0.6  # share of the items that must look like headlines
_PROSE = 12  # words of a line behind the list with which the article goes on


def link_lists(text: str, lines: Sequence[Span]) -> frozenset[Span]:
    """The lines, given in the order of the text, that are items of such lists."""
    return frozenset(span for run in _runs(text, lines) for span in run)


def _runs(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    shown = [text[start:end].rstrip() for start, end in lines]
    last = max((at for at, line in enumerate(shown) if _is_prose(line)), default=-1)
    for is_item, group in groupby(range(last + 1, len(lines)), key=lambda at: bool(_ITEM.match(shown[at]))):
        run = list(group)
        before = shown[run[0] - 1] if run[0] else ""
        if is_item and not before.endswith(":") and _are_headlines([shown[at] for at in run]):
            yield [lines[at] for at in run]


def _is_prose(line: str) -> bool:
    return not _ITEM.match(line) and len(line.split()) >= _PROSE


def _are_headlines(items: Sequence[str]) -> bool:
    return sum(not _ENDED.search(item) for item in items) >= _HEADLINES * len(items)
