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
    found = {
        span for span, kind, lead in zip(paragraphs, kinds, leads, strict=True) if lead or kind == "hash"
    }
    found.update(span for span in paragraphs[:1] if _same(text[span.start : span.end], title))
    return tuple(sorted(found))


def _same(line: str, title: str) -> bool:
    return one_line(line).casefold() == one_line(title).casefold()


def _kind(line: str) -> str:
    """ "hash" for a Markdown heading, "short" for what may be a subhead, "prose", or "other"."""
    if _HASHES.match(line[:20]):
        return "hash"
    words = len(line[:2000].split())
    if words > _MOST_WORDS:
        return "prose" if words >= _PROSE_WORDS else "other"
    if _is_sentence(line):
        return "prose"
    is_short = _NUMBERED.match(line) and words <= _NUMBERED_WORDS
    return "short" if is_short or _begins_as_heading(line) else "other"


def _is_sentence(line: str) -> bool:
    if line.endswith("?"):
        return not _QUESTION.match(line)
    return line.endswith(_FINAL) or _FINAL_QUOTED.search(line[-3:]) is not None


def _begins_as_heading(line: str) -> bool:
    is_item = _LIST_ITEM.match(line) or line[0].islower()
    return not is_item and any(character.isalpha() for character in line)
