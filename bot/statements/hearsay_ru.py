"""Russian statements without a cue verb: «по словам Х», «по его мнению», headlines «Х: ...».

It sees one line; who is meant is decided elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.models import Span
from bot.statements.content_ru import COMMA_OR_DASH, content_end, left_border
from bot.statements.contents import make_found
from bot.statements.found import Found, Shape
from bot.statements.lines import Line
from bot.statements.noun_phrases_ru import BREAKS, DASHES, Pieces, chunk_end, is_predicate, phrase_end
from bot.statements.russian import GRAMMAR, russian_cue

HEARSAY = GRAMMAR["noun_frames"]
OPENERS = frozenset({"по", "со", "согласно"})
LONGEST_LABEL = 14


def hearsay(line: Line, number: int, at: int) -> tuple[Found | None, int]:
    """ "по словам Х, ...", "по его словам, ...", and the piece up to which it is told."""
    source = _source(line, at)
    if source is None:
        return None, 0
    first, mention, end = source
    relay = _quoted_by(line, end)
    end = relay[1] if relay else end
    begins = first > 0 and line.words[first - 1] == ":"
    leads = begins or all(is_lead(line, i) for i in range(first)) or _follows_that(line, first)
    pieces = _behind(line, end) if leads else _around(line, first, end)
    made = make_found(line, number, pieces, (first, at + 1), mention)
    if made is None:
        return None, 0
    shape: Shape = "lead" if leads else "trail"
    reach = end if leads or _cue_follows(line, end) else len(line)
    return replace(made, shape=shape, lemma="по словам", chain=relay[0] if relay else ()), reach


def _quoted_by(line: Line, end: int) -> tuple[tuple[Span, ...], int] | None:
    """Who brings the words, in an aside, and its end: "По словам Орлова, которого цитирует «Маяк»,"."""
    close = chunk_end(line, end + 1) if end + 1 < len(line) else len(line)
    inside = range(end + 1, min(end + 5, close))
    at = next((i for i in inside if line.words[i] in GRAMMAR["bringing"]), None)
    if at is None or at + 1 >= close or not any(line.words[i].startswith("котор") for i in inside):
        return None
    source = phrase_end(line, at + 1, close)
    return (Span(line.starts[at + 1], line.ends[source - 1]),), close


def _cue_follows(line: Line, end: int) -> bool:
    """ "Орлов, по словам его врача, считает": the verb has a speaker of its own."""
    near = (word for word in line.words[end + 1 : end + 3] if word[0].isalpha())
    return any((cue := russian_cue(word)) is not None and cue.form == "finite" for word in near)


def _behind(line: Line, end: int) -> list[Pieces]:
    if line.words[end : end + 1] == ["("] and ")" in line.words[end:]:
        end = line.words.index(")", end) + 1
    return [(end, content_end(line, min(end + 1, len(line) - 1)))]


def _around(line: Line, first: int, end: int) -> list[Pieces]:
    """The contents on either side of a source at pieces [first, end)."""
    pieces = [(left_border(line, first), first)]
    if end < len(line) - 1 and line.words[end] in COMMA_OR_DASH:
        pieces.append((end, content_end(line, end + 1)))
    return pieces


def _source(line: Line, at: int) -> tuple[int, Pieces, int] | None:
    """Where the phrase begins, whose words they are, and where it ends."""
    if line.words[at] not in HEARSAY or at == 0:
        return None
    end = chunk_end(line, at + 1)
    before = at - 1
    while before > 1 and line.words[before] in GRAMMAR["own"]:
        before -= 1
    if before and line.words[before] in GRAMMAR["possessive"] and line.words[before - 1] == "по":
        return before - 1, (before, before + 1), end
    opened = line.words[at - 1] in OPENERS and end > at + 1
    if not opened or line.words[at + 1] in GRAMMAR["preposition"] or line.words[at + 1][0].isdigit():
        return None
    return at - 1, (at + 1, phrase_end(line, at + 1, end)), _main_clause(line, at + 1, end)


def _main_clause(line: Line, first: int, end: int) -> int:
    """Where the clause goes on behind a source without a comma: "По словам Орлова мост открыт"."""
    source = phrase_end(line, first, end)
    bare = any(is_predicate(line, i) for i in range(source, end))
    return source if bare else end


def is_nested(line: Line, at: int) -> bool:
    """Is it the source of what another says: "сообщил, что, по словам Х, ..."?"""
    source = _source(line, at)
    return source is not None and _follows_that(line, source[0])


def _follows_that(line: Line, first: int) -> bool:
    return first > 1 and line.words[first - 1] == "," and line.words[first - 2] == "что"


def is_lead(line: Line, i: int) -> bool:
    """Does the piece only lead into a sentence («При этом», «Однако,», a dash)?"""
    word = line.words[i]
    return word in BREAKS or word in GRAMMAR["conjunction"] or word in GRAMMAR["adverb"] or word == "как"


def headline(line: Line, number: int) -> Iterator[Found]:
    """«Песков: ...», «Песков — о ...: «...»»."""
    colon = next((i for i in range(1, min(LONGEST_LABEL, len(line) - 1)) if line.words[i] == ":"), None)
    if colon is None or not line.raw[0][0].isupper():
        return
    owner = next((k for k in range(1, colon) if line.words[k] in DASHES), colon)
    made = make_found(line, number, [(colon + 1, len(line))], (colon, colon + 1), (0, owner))
    if made and owner <= 6 and "(" not in line.words[:colon]:
        yield replace(made, lemma=":")
