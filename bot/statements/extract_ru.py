"""Russian statements of one line, by commas, dashes and cases.

It yields cue, content and mention as spans; who the mention is, and what lies beyond the line, is decided
elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.models import Span
from bot.statements.contents import make_found
from bot.statements.found import Found
from bot.statements.lines import QUOTE, Line
from bot.statements.russian import GRAMMAR, RussianCue, best_case, russian_cue
from bot.statements.subjects_ru import (
    BREAKS,
    DASHES,
    Pieces,
    breaks,
    chunk_end,
    chunk_start,
    is_name_quote,
    subject,
)

SPEECH = frozenset({"say", "think", "to", "found", "quote"})
HEARSAY = GRAMMAR["noun_frames"]


def extract_ru(line: Line, number: int, heading: bool = False) -> list[Found]:
    """All statements of a line, in order of their cues."""
    found: list[Found] = []
    hidden = 0
    for i, word in enumerate(line.words):
        if i < hidden or not word[0].isalpha():
            continue
        cue = russian_cue(word)
        one, reach = _verb(line, number, i, cue) if cue else _phrase(line, number, i)
        if one:
            found.append(one)
            hidden = max(hidden, reach)
    if heading and not found:
        found.extend(_headline(line, number))
    return found


def _verb(line: Line, number: int, at: int, cue: RussianCue) -> tuple[Found | None, int]:
    """The statement of a cue verb, and the piece up to which its content hides further cues."""
    if _denied(line, at) or cue.form == "infinitive":
        return _refusal(line, number, at, cue)
    if cue.form == "gerund":
        return _made(line, number, at, cue, None, _content(line, at, cue))
    mention = _venue(line, at) if cue.frame == "found" else subject(line, at, cue)
    if cue.frame == "refuse":
        return _refusal(line, number, at, cue)
    if mention and _refers_back(line, at) and cue.frame == "say":
        return _back(line, number, at, mention)
    relayed = _source_behind(line, at)
    if relayed and mention:
        one, reach = _spoken(line, number, at, cue, relayed)
        return (replace(one, chain=(_span(line, mention),)), reach) if one else (None, 0)
    return _spoken(line, number, at, cue, mention)


def _span(line: Line, pieces: Pieces) -> Span:
    return Span(line.starts[pieces[0]], line.ends[pieces[1] - 1])


def _refers_back(line: Line, at: int) -> bool:
    """Does "об этом" in the clause stand for the sentence before?"""
    start, end = chunk_start(line, at), chunk_end(line, at)
    inside = line.words[start:end]
    pair = any(inside[i : i + 2] == ["об", "этом"] for i in range(len(inside)))
    return pair and start <= 2 and not (end + 1 < len(line) and line.words[end + 1] in ("что", "как"))


def _back(line: Line, number: int, at: int, mention: Pieces) -> tuple[Found | None, int]:
    cue = Span(line.starts[at], line.ends[at])
    return Found((), cue, _span(line, mention), number, number, shape="back", lemma=line.words[at]), len(line)


def _source_behind(line: Line, at: int) -> Pieces | None:
    """ "пишет Bloomberg со ссылкой на Орлова": the one referred to is the speaker."""
    end = chunk_end(line, at + 1)
    for i in range(chunk_start(line, at), end - 2):
        if line.words[i] == "ссылкой" and line.words[i + 1] == "на":
            return i + 2, at if i < at else end
    return None


def _spoken(
    line: Line, number: int, at: int, cue: RussianCue, mention: Pieces | None
) -> tuple[Found | None, int]:
    start = chunk_start(line, at)
    if mention and line.words[start] == "как" and all(_is_lead(line, i) for i in range(start)):
        return _made(line, number, at, cue, mention, min(chunk_end(line, at) + 1, len(line) - 1))
    right = _content(line, at, cue)
    if right is None or _closes_quotation(line, at):
        left = _left(line, at, cue, mention)
        if left is not None:
            return _trail(line, number, at, cue, left, mention)
    if right is None or mention is None:
        return None, 0
    return _made(line, number, at, cue, mention, right)


def _denied(line: Line, at: int) -> bool:
    return at > 0 and line.words[at - 1] in GRAMMAR["negation"]


def _refusal(line: Line, number: int, at: int, cue: RussianCue) -> tuple[Found | None, int]:
    """ "отказался от комментариев", "не стал комментировать": recorded as declining."""
    end = chunk_end(line, at)
    near = line.words[max(0, at - 3) : end]
    refused = cue.frame == "refuse" or (cue.form == "infinitive" and "не" in near)
    if not refused or not any(word in GRAMMAR["common_comment"] for word in near):
        return None, 0
    verb = at if cue.frame == "refuse" else at - 1
    finite = RussianCue(cue.lemma, cue.frame, "finite", cue.gender, cue.number)
    mention = subject(line, verb, finite)
    if mention is None:
        return None, 0
    made = make_found(line, number, [(verb, end)], (verb, at + 1), mention)
    return (replace(made, declined=True, lemma=cue.lemma), end) if made else (None, 0)


def _made(
    line: Line, number: int, at: int, cue: RussianCue, mention: Pieces | None, content: int | None
) -> tuple[Found | None, int]:
    if content is None:
        return None, 0
    end = _content_end(line, content)
    made = make_found(line, number, [(content, end)], (at, at + 1), mention)
    if made is None:
        return None, 0
    return replace(made, same_speaker=mention is None, lemma=cue.lemma), end


def _content(line: Line, at: int, cue: RussianCue) -> int | None:
    """The piece where content to the right begins."""
    end = chunk_end(line, at + 1)
    if end >= len(line):
        return _object(line, at, cue, end)
    mark = line.words[end]
    if mark == ":" and end + 1 < len(line):
        return end + 1
    if mark == "," and end + 1 < len(line) and line.words[end + 1] in GRAMMAR["content"]:
        return end + 1
    if mark == "," and cue.frame != "object":
        through = _past_aside(line, end)
        if through is not None:
            return through
    if mark == QUOTE and end == at + 1:
        return end
    if mark in DASHES and end + 1 < len(line) and line.words[end + 1] == QUOTE:
        return end + 1
    return _object(line, at, cue, end)


def _past_aside(line: Line, comma: int) -> int | None:
    """The content behind an aside: "заявил, выступая на форуме, что"."""
    close = chunk_end(line, comma + 1)
    if close + 1 < len(line) and line.words[close] in (",", ":") and close - comma < 16:
        following = close + 1
        if line.words[close] == ":" or line.words[following] in ("что", "чтобы"):
            return following
    return None


def _object(line: Line, at: int, cue: RussianCue, end: int) -> int | None:
    """An object or an infinitive as content; "о ..." for verbs of speech."""
    if at + 1 >= end:
        return None
    if cue.frame in ("object", "to"):
        return at + 1
    for i in range(at + 1, min(end, at + 8)):
        if line.words[i] in ("о", "об", "обо", "про") and cue.frame in ("say", "think"):
            return i if line.words[i + 1 : i + 2] != ["этом"] else None
    first = line.words[at + 1]
    direct = cue.frame in ("say", "think") and first[0].isalpha() and first not in GRAMMAR["preposition"]
    return at + 1 if direct and best_case(first) == "accs" and cue.form != "short" else None


def _closes_quotation(line: Line, at: int) -> bool:
    """Does the cue come right after a quotation and a dash?"""
    start = chunk_start(line, at)
    return start >= 2 and line.words[start - 1] in DASHES and (line.words[start - 2] in (QUOTE, ","))


def _left(line: Line, at: int, cue: RussianCue, mention: Pieces | None) -> int | None:
    """One past the content that precedes the cue's clause; None when nothing precedes."""
    start = chunk_start(line, at)
    if start == 0 or cue.frame not in SPEECH:
        return None
    head = line.words[start:at]
    inside = mention is not None and mention[0] >= start
    if not inside and cue.frame != "found":
        return None
    if (
        mention is not None
        and start <= mention[0] < at
        and head[:1] != ["как"]
        and line.words[start - 1] not in DASHES
    ):
        return None
    end = start
    while end > 0 and line.words[end - 1] in (",", *DASHES):
        end -= 1
    return end if end > 0 else None


def _trail(
    line: Line, number: int, at: int, cue: RussianCue, left: int, mention: Pieces | None
) -> tuple[Found | None, int]:
    pieces = [(_left_border(line, left), left)]
    end = chunk_end(line, max(at + 1, mention[1] if mention else 0))
    right = _right_part(line, end, quoted=line.words[left - 1] == QUOTE)
    if right:
        pieces.append(right)
    made = make_found(line, number, pieces, (at, at + 1), mention)
    return (replace(made, shape="trail", lemma=cue.lemma), right[1] if right else end) if made else (None, 0)


def _left_border(line: Line, left: int) -> int:
    """A preceding content begins at the line's start, or at its quotation when a colon or dash opens it."""
    at = left - 1
    if (
        line.words[at] == QUOTE
        and not is_name_quote(line, at)
        and at > 0
        and line.words[at - 1] in (":", ".", "?", "!")
    ):
        return at
    start = 0
    while start < left and line.words[start] in (",", *DASHES):
        start += 1
    return start


def _right_part(line: Line, end: int, quoted: bool) -> Pieces | None:
    """Content that goes on: "«А, — сказал он, — Б»" is one quotation or two, or ", сказал он, ..."."""
    i = end
    while i < len(line) and line.words[i] in (",", ".", ":", *DASHES):
        i += 1
    if i >= len(line) or i == end:
        return None
    if line.words[i] == QUOTE:
        stop = i + 1
        while stop < len(line) and line.words[stop] == QUOTE:
            stop += 1
        return i, stop
    if (
        quoted
        or line.words[end] == "."
        or line.words[i] in GRAMMAR["relative"]
        or line.words[i] in ("но", "передает", "пишет")
    ):
        return None
    cue = next((c for w in line.words[i : i + 3] if w[0].isalpha() and (c := russian_cue(w))), None)
    if cue is not None or line.words[i] in ("ссылаясь", "комментируя", "говоря", "отвечая"):
        return None
    return i, len(line)


def _content_end(line: Line, start: int) -> int:
    """At a relay («передает ТАСС»), a continuing gerund or the line's end."""
    if line.words[start] == QUOTE and not is_name_quote(line, start):
        end = start + 1
        while end < len(line) and line.words[end] == QUOTE:
            end += 1
        if end >= len(line) or line.words[end] in BREAKS:
            return end
    for i in range(start + 1, len(line) - 1):
        word = line.words[i]
        if word == ";" or (word in ("!", "?", "…") and not breaks(line, i + 1)):
            return i
        if word not in (",", *DASHES):
            continue
        following = line.words[i + 1]
        if following == "но" and word == "," and i - start > 3:
            return i
        if following in ("передает", "сообщает", "пишет", "сообщило", "передаёт", "передало", "цитирует"):
            return i
        cue = russian_cue(following) if following[0].isalpha() else None
        if cue and cue.form == "gerund":
            return i
    return len(line)


def _venue(line: Line, at: int) -> Pieces | None:
    """ "говорится в сообщении ведомства": the document and its owner."""
    end = chunk_end(line, at + 1)
    for i in range(at + 1, end):
        if line.words[i] in ("в", "во", "на"):
            return i + 1, end
    start = chunk_start(line, at)
    for i in range(start, at):
        if line.words[i] in ("в", "во", "на"):
            return i + 1, at
    return None


def _phrase(line: Line, number: int, at: int) -> tuple[Found | None, int]:
    """ "по словам Х, ...", "со ссылкой на Х"."""
    if line.words[at] not in HEARSAY or at == 0 or line.words[at - 1] not in ("по", "со", "согласно"):
        return None, 0
    first = at - 1
    end = chunk_end(line, at + 1)
    if end == at + 1:
        return None, 0
    mention = (at + 1, end)
    if all(_is_lead(line, i) for i in range(first)):
        made = make_found(
            line, number, [(end, _content_end(line, min(end + 1, len(line) - 1)))], (first, at + 1), mention
        )
        return (replace(made, lemma="по словам"), end) if made else (None, 0)
    pieces = [(_left_border(line, first), first)]
    if end < len(line) - 1 and line.words[end] in (",", *DASHES):
        pieces.append((end, _content_end(line, end + 1)))
    made = make_found(line, number, pieces, (first, at + 1), mention)
    return (replace(made, shape="trail", lemma="по словам"), len(line)) if made else (None, 0)


def _is_lead(line: Line, i: int) -> bool:
    """Does the piece only lead into a sentence («При этом», «Однако,», a dash)?"""
    word = line.words[i]
    return word in BREAKS or word in GRAMMAR["conjunction"] or word in GRAMMAR["adverb"] or word == "как"


def _headline(line: Line, number: int) -> Iterator[Found]:
    """«Песков: ...», «Песков — о ...: «...»»."""
    for i in range(1, min(14, len(line) - 1)):
        if line.words[i] == ":" and line.raw[0][0].isupper():
            owner = next((k for k in range(1, i) if line.words[k] in DASHES), i)
            made = make_found(line, number, [(i + 1, len(line))], (i, i + 1), (0, owner))
            if made and owner <= 6:
                yield replace(made, lemma=":")
            return


__all__ = ["extract_ru"]
