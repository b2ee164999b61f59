"""English statements without a cue verb: "according to X", "X's claim that ...", labels, signatures.

It sees one line; who is meant is decided elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.models import Span
from bot.statements.borders import left_border
from bot.statements.clauses import candidates
from bot.statements.contents import make_found
from bot.statements.found import Found
from bot.statements.lexicon import table
from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import DASHES, FINAL, GRAMMAR, PUNCTUATION, Phrase, subject_before

SPEECH_NOUNS = {
    form: followers for noun, followers in table("speech_nouns_en.txt") for form in (noun, noun + "s")
}


def according(line: Line, number: int) -> Iterator[Found]:
    """ "according to X": the clause before it, or after it when it opens the line."""
    if "according" not in line.words:
        return
    for i in range(len(line) - 2):
        if line.words[i] != "according" or line.words[i + 1] != "to":
            continue
        end = _source_end(line, i + 2)
        if _opens(line, i):
            pieces = [(end + 1, _stop(line, end + 1))] if end < len(line) else []
        else:
            pieces = [(left_border(line, i), i)]
            if (
                end < len(line) - 2
                and line.words[end] == ","
                and line.words[end + 1] not in ("which", "who", "and", "but", "while")
            ):
                pieces.append((end, _stop(line, end + 1)))
        made = make_found(line, number, pieces, (i, i + 2), (i + 2, end))
        if made:
            yield replace(made, shape="trail", lemma="according")


def _opens(line: Line, i: int) -> bool:
    return i == 0 or all(
        w in GRAMMAR["intro"] or w in PUNCTUATION or w in GRAMMAR["adverb"] for w in line.words[:i]
    )


def _source_end(line: Line, i: int) -> int:
    while i < len(line) and line.words[i] not in (",", QUOTE, ";", ":", *FINAL, *DASHES):
        i += 1
    return i


def _stop(line: Line, i: int) -> int:
    while i < len(line) and line.words[i] != ";":
        if line.words[i] == "but" and line.words[i - 1] == ",":
            return i - 1
        i += 1
    return i


def nouns(line: Line, number: int) -> Iterator[Found]:
    """ "Lee's claim that ...": possessor, noun of saying, content."""
    for i in range(1, len(line) - 1):
        if line.words[i] not in SPEECH_NOUNS or line.words[i + 1] not in SPEECH_NOUNS[line.words[i]]:
            continue
        owner = _possessor(line, i)
        if owner is None:
            continue
        start = i + 1 if line.words[i + 1] in ("that", "to") else i + 2
        made = make_found(
            line, number, [(start, _noun_content_end(line, start))], (i, i + 1), (owner.start, owner.end)
        )
        if made:
            yield replace(made, lemma=line.words[i])


def _possessor(line: Line, noun: int) -> Phrase | None:
    for i in range(noun - 1, max(-1, noun - 4), -1):
        word = line.words[i]
        if word in ("his", "her", "their", "its"):
            return Phrase(i, i + 1, i)
        if word in ("'s", "’s") or word.endswith(("'s", "’s", "s'", "s’")):
            owner = subject_before(line, i + 1)
            start = owner.start if owner else i + 1
            while start < i and line.words[start] in GRAMMAR["preposition"]:
                start += 1
            return Phrase(start, i + 1, start) if owner else None
        if word in PUNCTUATION or word in GRAMMAR["preposition"] or word in GRAMMAR["determiner"]:
            return None
    return None


def _noun_content_end(line: Line, start: int) -> int:
    i = start + 1
    while i < len(line) and line.words[i] not in (",", ";", ":", *FINAL, *DASHES):
        i += 1
    return i


def signed(line: Line, number: int) -> Iterator[Found]:
    """A quotation and its author behind a dash: "..." — Ann Lee."""
    last = max(line.quotes, default=-1)
    if (
        last < 0
        or last > 1
        or len(line) - last not in range(3, 12)
        or line.words[last + 1] not in (*DASHES, "―")
    ):
        return
    end = len(line) - (line.words[-1] == ".")
    if line.raw[last + 2][0].isupper() and all(
        w not in GRAMMAR["finite"] for w in line.words[last + 2 : end]
    ):
        made = make_found(line, number, [(last, last + 1)], (last + 1, last + 2), (last + 2, end))
        if made:
            yield replace(made, shape="trail", lemma="—")


def labelled(line: Line, number: int, heading: bool) -> Iterator[Found]:
    """ "Lee: The bridge is safe" in titles, "LEE: ..." and "A: ..." in transcripts."""
    at = next((i for i in range(1, min(7, len(line) - 1)) if line.words[i] == ":"), 0)
    if not at or not line.raw[0][0].isupper():
        return
    label = line.raw[:at]
    shouted = all(word.isupper() or not word.isalpha() for word in label) and at <= 4
    quoted = line.words[at + 1] == QUOTE and all(word[0].isupper() or not word.isalpha() for word in label)
    if shouted or (heading and line.raw[at + 1][0].isupper()) or quoted:
        made = make_found(line, number, [(at + 1, len(line))], (at, at + 1), (0, at))
        if made:
            yield replace(made, lemma=":", shape="label" if shouted else "lead")


def announced(line: Line, number: int) -> Found | None:
    """A line such as "He added:" whose words follow in the next paragraph; its spans are still empty."""
    if len(line) < 2 or line.words[-1] != ":":
        return None
    for cand in candidates(line):
        if cand.cue.frame in ("say", "tell", "quote") and cand.subject and cand.last >= len(line) - 6:
            first, last = cand.subject.start, cand.subject.end
            mention = Span(line.starts[first], line.ends[last - 1])
            cue = Span(line.starts[cand.group.start], line.ends[cand.last - 1])
            return Found((), cue, mention, number, number, lemma=cand.cue.lemma)
    return None
