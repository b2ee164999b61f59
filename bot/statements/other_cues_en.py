"""English statements without a cue verb: "according to X", "X's claim that ...", labels, signatures.

It sees one line; who is meant is decided elsewhere.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.models import Span
from bot.statements.borders import left_border
from bot.statements.clauses import Candidate, candidates
from bot.statements.contents import make_found
from bot.statements.found import Found
from bot.statements.lexicon import sections, table
from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import DASHES, FINAL, GRAMMAR, PUNCTUATION, Phrase, subject_before
from bot.statements.subjects_en import clause_subject

SPEECH_NOUNS = {
    form: followers for noun, followers in table("speech_nouns_en.txt") for form in (noun, noun + "s")
}

NEW_CLAUSE = frozenset({"which", "who", "and", "but", "while"})
POSSESSIVES = ("'s", "’s", "s'", "s’")
ROLES = sections("mentions.txt")["person_noun"]
CLOSED = PUNCTUATION | GRAMMAR["preposition"] | GRAMMAR["determiner"]


def according(line: Line, number: int) -> Iterator[Found]:
    """ "according to X": the clause before it, or after it when it opens the line."""
    for i in range(len(line) - 2 if "according" in line.words else 0):
        if line.words[i] != "according" or line.words[i + 1] != "to":
            continue
        end = _source_end(line, i + 2)
        made = make_found(line, number, _around(line, i, end), (i, i + 2), (i + 2, end))
        if made:
            yield replace(made, shape="trail", lemma="according")


def _around(line: Line, at: int, end: int) -> list[tuple[int, int]]:
    """The contents on either side of a source at pieces [at, end)."""
    if _opens(line, at):
        return [(end + 1, _stop(line, end + 1))] if end < len(line) else []
    pieces = [(left_border(line, at), at)]
    if end < len(line) - 2 and line.words[end] == "," and line.words[end + 1] not in NEW_CLAUSE:
        pieces.append((end, _stop(line, end + 1)))
    return pieces


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
        if word.endswith(POSSESSIVES):
            return _owner(line, i)
        if word in CLOSED:
            return None
    return None


def _owner(line: Line, last: int) -> Phrase | None:
    """The noun phrase that ends in a possessive."""
    owner = subject_before(line, last + 1)
    if owner is None:
        return None
    start = owner.start
    if line.raw[last][0].isupper():
        start = next((i for i in range(last, start, -1) if not _is_owners(line, i - 1)), start)
    while start < last and line.words[start] in GRAMMAR["preposition"]:
        start += 1
    return Phrase(start, last + 1, start)


def _is_owners(line: Line, i: int) -> bool:
    """May the piece belong to a name that owns: a part of it, a lower-case title or an article?"""
    word = line.words[i]
    return line.raw[i][0].isupper() or word in GRAMMAR["determiner"] or word in ROLES


def _noun_content_end(line: Line, start: int) -> int:
    i = start + 1
    while i < len(line) and line.words[i] not in (",", ";", ":", *FINAL, *DASHES):
        i += 1
    return i


def signed(line: Line, number: int) -> Iterator[Found]:
    """A quotation and its author behind a dash: "..." — Ann Lee."""
    last = max(line.quotes, default=-1)
    if last not in (0, 1) or len(line) - last not in range(3, 12) or line.words[last + 1] not in DASHES:
        return
    end = len(line) - (line.words[-1] == ".")
    verbal = any(word in GRAMMAR["finite"] for word in line.words[last + 2 : end])
    if line.raw[last + 2][0].isupper() and not verbal:
        made = make_found(line, number, [(last, last + 1)], (last + 1, last + 2), (last + 2, end))
        if made:
            yield replace(made, shape="trail", lemma="—")


def labelled(line: Line, number: int, heading: bool) -> Iterator[Found]:
    """ "Lee: The bridge is safe" in titles, "LEE: ..." and "A: ..." in transcripts."""
    at = next((i for i in range(1, min(7, len(line) - 1)) if line.words[i] == ":"), 0)
    if not at or not line.raw[0][0].isupper() or line.words[0] in GRAMMAR["no_label"]:
        return
    shouted = at <= 4 and _is_each(line.raw[:at], str.isupper)
    quoted = line.words[at + 1] == QUOTE and _is_each(line.raw[:at], _is_capitalised)
    if shouted or quoted or (heading and line.raw[at + 1][0].isupper()):
        made = make_found(line, number, [(at + 1, len(line))], (at, at + 1), (0, at))
        if made:
            yield replace(made, lemma=":", shape="label" if shouted else "lead")


def _is_each(label: Sequence[str], test: Callable[[str], bool]) -> bool:
    return all(test(word) for word in label if word.isalpha())


def _is_capitalised(word: str) -> bool:
    return word[0].isupper()


def colon_quotation(line: Line, number: int) -> Iterator[Found]:
    """ "Lee opened with a joke: “...”": a whole quotation behind a colon, said by the clause's subject."""
    at = next((i for i in range(2, len(line) - 1) if line.words[i : i + 2] == [":", QUOTE]), None)
    if at is None or not _is_sentence(line, at + 1):
        return
    subject = clause_subject(line, at)
    if subject is not None and line.words[subject.start] not in GRAMMAR["demonstrative"]:
        made = make_found(line, number, [(at + 1, at + 2)], (at, at + 1), (subject.start, subject.end))
        if made:
            yield replace(made, lemma=":")


def _is_sentence(line: Line, quote: int) -> bool:
    text = line.text[slice(*line.quotes[quote].inner)].rstrip()
    return text[:1].isupper() and text.count(" ") > 2 and text[-1:] in (".", "?", "!", "…", ",")


def announced(line: Line, number: int) -> Found | None:
    """A line such as "He added:" whose words follow in the next paragraph; its spans are still empty."""
    if len(line) < 2 or line.words[-1] != ":":
        return None
    cand = next((c for c in candidates(line) if c.subject and _announces(line, c)), None)
    subject = cand.subject if cand else clause_subject(line, len(line) - 1)
    if subject is None:
        return None
    first, last = (cand.group.start, cand.last) if cand else (len(line) - 1, len(line))
    mention = Span(line.starts[subject.start], line.ends[subject.end - 1])
    cue = Span(line.starts[first], line.ends[last - 1])
    return Found((), cue, mention, number, number, lemma=cand.cue.lemma if cand else ":")


def _announces(line: Line, cand: Candidate) -> bool:
    return cand.cue.frame in ("say", "tell", "quote") and cand.last >= len(line) - 10
