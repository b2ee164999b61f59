"""Noun phrases and verb groups of an English line, found by closed word classes instead of a parser.

It gives the speaker's words to the left or right of a cue; who is meant by them is decided elsewhere.
"""

from collections.abc import Callable
from typing import NamedTuple

from bot.statements.cues import Cue, english_cues
from bot.statements.lexicon import sections
from bot.statements.lines import QUOTE, Line

GRAMMAR = sections("grammar_en.txt")
PUNCTUATION = frozenset(
    {",", ";", ":", "—", "–", "-", "--", "(", ")", ".", "?", "!", "…", "[", "]", "...", "/", QUOTE}
)
DASHES = frozenset({"—", "–", "-", "--"})
FINAL = frozenset({".", "?", "!", "…", "..."})
STOPS = GRAMMAR["subordinator"] | GRAMMAR["finite"]
BEFORE_VERB = GRAMMAR["adverb"] | GRAMMAR["auxiliary"]
BESIDE_BE = GRAMMAR["adverb"] | GRAMMAR["negation"] | GRAMMAR["be"]
IN_GROUP = BEFORE_VERB | GRAMMAR["negation"] | GRAMMAR["be"]
LONGEST_ASIDE = 30  # pieces between the two commas of an apposition


class Group(NamedTuple):
    """A verb with its auxiliaries and adverbs: pieces [start, verb]."""

    start: int
    verb: int
    negated: bool
    modal: bool
    infinitive: bool
    passive: bool


class Phrase(NamedTuple):
    """Pieces [start, end) of a noun phrase; `chunk` is where the clause that holds it begins."""

    start: int
    end: int
    chunk: int


def verb_group(line: Line, verb: int, cue: Cue) -> Group:
    """The verb with everything before it that belongs to it."""
    words = line.words
    start = verb
    while start > 0 and _belongs(words[start - 1], cue):
        start -= 1
    inside = words[start:verb]
    be = any(
        word in GRAMMAR["be"] and all(w in BESIDE_BE for w in inside[k + 1 :])
        for k, word in enumerate(inside)
        if not _is_modal(word)
    )
    return Group(
        start,
        verb,
        negated=any(word in GRAMMAR["negation"] for word in inside),
        modal=any(map(_is_modal, inside)),
        infinitive=cue.form == "base" and "to" in inside,
        passive=be and cue.form in ("past", "participle"),
    )


def _belongs(word: str, cue: Cue) -> bool:
    """May the word stand between the beginning of a verb group and its verb?"""
    if word == "to":
        return cue.form == "base"
    return word in IN_GROUP or _is_modal(word) or _is_manner(word)


def _is_modal(word: str) -> bool:
    return word in GRAMMAR["modal"] or word.endswith(("’ll", "'ll", "'d", "’d"))


def _is_manner(word: str) -> bool:
    return len(word) > 4 and word.endswith("ly") and word not in GRAMMAR["no_manner"]


def has_finite(line: Line, start: int, end: int) -> bool:
    """Does a verb form that makes a clause stand in the pieces [start, end)?"""
    cues = english_cues()
    return any(
        word in GRAMMAR["finite"]
        or word in GRAMMAR["modal"]
        or word.endswith(("ed", "n't", "'s", "’s", "'re", "’re"))
        or (word in cues and cues[word][-1].form in ("past", "s") and not cues[word][-1].noun)
        for word in line.words[start:end]
    )


def subject_before(line: Line, at: int) -> Phrase | None:
    """The noun phrase that ends right before piece `at`, an apposition between commas included."""
    words = line.words
    end = at
    if (at and words[at - 1] in (",", ")")) or (at and words[at - 1] in DASHES):
        opened = _aside_start(line, at - 1)
        if opened is None:
            return None
        start = _phrase_start(line, opened)
        end = opened
    else:
        start = _phrase_start(line, at)
    start = _without_lead(line, start, end)
    if start >= end:
        return None
    start, outer = _past_apposition(line, start) if words[at - 1] == "," else (start, False)
    return Phrase(start, at if end != at or outer else end, start)


def _past_apposition(line: Line, start: int) -> tuple[int, bool]:
    """From "a lawyer from Ohio," back to the name before it: an apposition is no subject of its own."""
    words = line.words
    if (
        start < 2
        or words[start - 1] != ","
        or (line.raw[start][0].isupper() and words[start] not in GRAMMAR["relative"])
    ):
        return start, False
    if not line.raw[start - 2][0].isupper():
        return start, False
    first = start - 2
    while first > 0 and (line.raw[first - 1][0].isupper() and words[first - 1] not in PUNCTUATION):
        first -= 1
    named = first > 0 or start - 2 - first >= 1
    return (
        (_without_lead(line, _phrase_start(line, start - 1), start - 1), True)
        if named and start - 1 - first >= 2
        else (start, False)
    )


def _aside_start(line: Line, close: int) -> int | None:
    """The comma, dash or bracket that opens the aside which piece `close` ends."""
    mark = "(" if line.words[close] == ")" else line.words[close]
    for i in range(close - 1, max(-1, close - LONGEST_ASIDE), -1):
        word = line.words[i]
        if word == mark or (mark in DASHES and word in DASHES):
            return i if i > 0 else None
        if word == QUOTE or word in FINAL:
            return None
    return None


def _phrase_start(line: Line, end: int) -> int:
    """Walks left from `end` over one noun phrase."""
    words = line.words
    i = end
    while i > 0:
        word = words[i - 1]
        if word in PUNCTUATION and word != "-":
            if word == ")" and (opened := _aside_start(line, i - 1)) is not None:
                i = opened
                continue
            break
        if word in STOPS and not (i == end and word in GRAMMAR["relative"]):
            break
        if word in ("and", "or", "but", "yet") and (
            word not in ("and", "or") or not _joins_names(line, i - 1, end)
        ):
            break
        if _is_finite_cue(line, i - 1):
            break
        i -= 1
        if word in GRAMMAR["pronoun"]:
            break
    return i


def _joins_names(line: Line, at: int, end: int) -> bool:
    """Is the conjunction at piece `at` inside a noun phrase ("Ann and Bob") and not between clauses?"""
    left, right = at - 1, at + 1
    if left < 0 or right >= end or line.words[left] == QUOTE or line.words[right] in GRAMMAR["pronoun"]:
        return False
    i = left
    while i >= 0 and line.words[i] not in PUNCTUATION:
        if line.words[i] in STOPS or _is_finite_cue(line, i) or line.words[i] in GRAMMAR["pronoun"]:
            return False
        i -= 1
    return True


def _is_finite_cue(line: Line, at: int) -> bool:
    """A verb form that cannot be a noun or an adjective, as far as the list of cues tells."""
    cues = english_cues().get(line.words[at])
    if not cues or line.raw[at][0].isupper():
        return False
    cue = cues[-1]
    if cue.form == "ing" or cue.noun:
        return False
    return cue.form != "past" or line.words[at - 1] not in GRAMMAR["determiner"]


def _without_lead(line: Line, start: int, end: int) -> int:
    """Skips conjunctions, adverbs and adverbials of time and place before a subject."""
    words = line.words
    while start < end and (words[start] in GRAMMAR["intro"] or _is_lead_adverb(line, start, end)):
        start += 1
    if start < end and words[start] in GRAMMAR["preposition"]:
        start = _after_adverbial(line, start, end)
    elif (
        start + 1 < end
        and words[start] in ("last", "this", "earlier")
        and words[start + 1] in GRAMMAR["time"]
    ):
        start += 2
    return start


def _is_lead_adverb(line: Line, start: int, end: int) -> bool:
    word = line.words[start]
    if word in GRAMMAR["determiner"] or start + 1 >= end or (start and line.raw[start][0].isupper()):
        return False
    return (word in GRAMMAR["adverb"] or _is_manner(word)) and line.words[start + 1] != "of"


def _after_adverbial(line: Line, start: int, end: int) -> int:
    """ "On Monday the minister" -> "the minister": the last determiner, pronoun or run of capitals."""
    words, raw = line.words, line.raw
    if words[end - 1] in GRAMMAR["pronoun"]:
        return end - 1
    last = end - 1
    while (
        last > start
        and raw[last][0].isupper()
        and words[last - 1] not in GRAMMAR["preposition"]
        and raw[last - 1][0].isupper()
    ):
        if words[last - 1] in GRAMMAR["time"]:
            return last
        last -= 1
    if raw[end - 1][0].isupper() and words[last - 1] not in GRAMMAR["preposition"] and last > start + 1:
        return last
    for i in range(end - 1, start + 1, -1):
        if words[i] in GRAMMAR["determiner"] and words[i - 1] not in GRAMMAR["preposition"]:
            return i
    return start


def subject_after(line: Line, at: int) -> Phrase | None:
    """The noun phrase that begins at piece `at` ("said Ann Lee"), up to a preposition of place or time."""
    words = line.words
    i = at
    while i < len(words) and words[i] not in PUNCTUATION and not _ends_inverted(line, i, at):
        if i > at and (_is_finite_cue(line, i) or words[i] in GRAMMAR["finite"]):
            break
        i += 1
    return Phrase(at, i, at) if i > at else None


def _ends_inverted(line: Line, i: int, at: int) -> bool:
    word = line.words[i]
    if word in ("of", "for", "from", "and", "with"):
        return i == at
    return (
        word in GRAMMAR["preposition"]
        or (word in GRAMMAR["subordinator"] and word != "who")
        or (word in GRAMMAR["time"] and i > at and word not in ("this", "last", "may", "march"))
        or (i > at and word in ("last", "this", "who", "earlier", "later"))
        or word in GRAMMAR["continuing"]
    )


def skip_while(line: Line, at: int, test: Callable[[str], bool]) -> int:
    """The first piece from `at` on whose word fails the test."""
    while at < len(line) and test(line.words[at]):
        at += 1
    return at
