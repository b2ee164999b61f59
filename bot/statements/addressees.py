"""The person addressed behind an English cue of telling: where the words about him end.

It looks at one line and knows nothing of speakers and contents.
"""

from bot.statements.cues import Cue
from bot.statements.lines import Line
from bot.statements.phrases import GRAMMAR, PUNCTUATION

CLAUSE_WORDS = GRAMMAR["clause_word"]
UNADDRESSED = frozenset({"warn", "promise", "caution", "email"})  # may lack a person: "promised a boat"
SUBJECTS = frozenset({"he", "she", "they", "i", "we", "it", "his", "her", "their"})
AFTER_PERSON = frozenset({"in", "on", "at", "during", "about", "of", "after", "by"})


def past_addressee(line: Line, i: int, limit: int, cue: Cue) -> int:
    """The piece after the person addressed that begins at piece `i`."""
    if line.words[i : i + 1] == ["to"] and cue.frame == "say":
        i += 1
    if i >= limit or line.words[i] in CLAUSE_WORDS or line.words[i] in PUNCTUATION:
        return i
    if line.words[i] in GRAMMAR["object_pronoun"]:
        return i + 1
    marked = _next_mark(line, i, limit)
    if marked is not None:
        return marked
    return i if cue.lemma in UNADDRESSED else _noun_phrase_end(line, i, limit)


def _noun_phrase_end(line: Line, start: int, limit: int) -> int:
    """Past "the New York paper" or "a group of voters", when nothing marks where the content begins."""
    words, raw = line.words, line.raw
    i = start + (words[start] in GRAMMAR["determiner"])
    while i < limit and raw[i][0].isupper() and words[i] not in GRAMMAR["pronoun"]:
        i += 1
    named = i > start and words[i - 1] not in GRAMMAR["determiner"]
    if named or (i < limit and words[i] == ","):
        return i
    return _common_noun_end(line, i, min(limit, start + 3))


def _common_noun_end(line: Line, i: int, limit: int) -> int:
    stops = PUNCTUATION | GRAMMAR["addressee"]
    while i < limit and line.words[i] not in stops:
        i += 1
    return i + (i < len(line) and line.words[i] in GRAMMAR["addressee"])


def _next_mark(line: Line, i: int, limit: int) -> int | None:
    """The next "that", question word, infinitive or punctuation within a short distance."""
    for k in range(i, min(limit, i + 12)):
        word = line.words[k]
        if _marks_content(word) or (k > i and word in AFTER_PERSON):
            return k
        if word in GRAMMAR["finite"] or (k > i and word in SUBJECTS):
            return None
    return None


def _marks_content(word: str) -> bool:
    return (word in CLAUSE_WORDS and word != "who") or word in PUNCTUATION or word == "to"
