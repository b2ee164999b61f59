"""Which lines of a text are headings: title, subheads, Markdown headings; knows nothing of their meaning."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.articles.normal import one_line
from bot.models import Span

_MOST_WORDS = 14
_PROSE_WORDS = 15
_HASHES = re.compile(r"#{1,6}\s+\S")
_LIST_ITEM = re.compile(r"[-–—•*·►▪>#]|\d{1,3}[.)]\s")
_NUMBERED = re.compile(r"\d{1,2}\.\s[A-ZА-ЯЁ]")  # "3. Gun laws"
_NUMBERED_WORDS = 6
_FINAL = tuple(".!…:;,")
_FINAL_QUOTED = re.compile(r"[.!?…,][\"”»]\Z")
_QUESTION = re.compile(
    r"(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|will|can|could|does|do|did|should|has|have"
    r"|что|кто|когда|где|почему|как|какой|какая|какие|зачем|сколько|куда|откуда|чем|будет ли|может ли)"
    r"\b[^?]*\?\Z",
    re.IGNORECASE,
)


def find_headings(text: str, paragraphs: Sequence[Span], title: str) -> tuple[Span, ...]:
    """The headings among paragraphs (boilerplate left out by the caller), in order."""
    kinds = [_kind(text[start:end]) for start, end in paragraphs]
    leads = [kind == "short" and after == "prose" for kind, after in pairwise([*kinds, "other"])]
    is_title = (
        bool(paragraphs) and one_line(text[slice(*paragraphs[0])]).casefold() == one_line(title).casefold()
    )
    return tuple(
        span
        for number, span in enumerate(paragraphs)
        if kinds[number] == "hash" or leads[number] or (number == 0 and is_title)
    )


def _kind(line: str) -> str:
    """ "hash" for a Markdown heading, "short" for what may be a subhead, "prose", or "other"."""
    if _HASHES.match(line[:20]):
        return "hash"
    words = len(line[:2000].split())
    if words > _MOST_WORDS:
        return "prose" if words >= _PROSE_WORDS else "other"
    if line.endswith(_FINAL) or _FINAL_QUOTED.search(line[-3:]):
        return "prose"
    if line.endswith("?") and not _QUESTION.match(line):
        return "prose"
    if _NUMBERED.match(line) and words <= _NUMBERED_WORDS:
        return "short"
    if _LIST_ITEM.match(line) or line[0].islower() or not any(character.isalpha() for character in line):
        return "other"
    return "short"
