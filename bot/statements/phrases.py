"""Noun phrases and verb groups of an English line, found by closed word classes instead of a parser.

It gives the speaker's words to the left or right of a cue; who is meant by them is decided elsewhere.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bot.statements.cues import Cue, english_cues
from bot.statements.lexicon import sections
from bot.statements.lines import QUOTE, Line

GRAMMAR = sections("grammar_en.txt")
PUNCTUATION = frozenset(
    {",", ";", ":", "—", "–", "―", "-", "--", "(", ")", ".", "?", "!", "…", "[", "]", "...", "/", QUOTE}
)
DASHES = frozenset({"—", "–", "―", "-", "--"})
FINAL = frozenset({".", "?", "!", "…", "..."})
STOPS = GRAMMAR["subordinator"] | GRAMMAR["finite"]
BEFORE_VERB = GRAMMAR["adverb"] | GRAMMAR["auxiliary"]
BESIDE_BE = GRAMMAR["adverb"] | GRAMMAR["negation"] | GRAMMAR["be"]
IN_GROUP = BEFORE_VERB | GRAMMAR["negation"] | GRAMMAR["be"]
CLOSING = DASHES | {",", ")"}
CONJUNCTIONS = frozenset({"and", "or", "but", "yet"})
MORE = frozenset({"more", "fewer", "less"})
LONGEST_ASIDE = 30  # pieces between the two commas of an apposition
LONGEST_TAG = 5  # pieces of an age or a party with its state
LONGEST_TITLE = 7  # words of a title in quotation marks


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
    while start > 0 and _belongs(words[start - 1], cue) and not _is_name(line, start - 1):
        start -= 1
    inside = words[start:verb]
    return Group(
        start,
        verb,
        negated=any(word in GRAMMAR["negation"] for word in inside),
        modal=any(map(_is_modal, inside)),
        infinitive=cue.form == "base" and "to" in inside,
        passive=cue.form in ("past", "participle") and _has_be(inside),
    )


def _is_name(line: Line, i: int) -> bool:
    """A capital inside a line: "Ms. Kelly said" holds no adverb."""
    return i > 0 and line.raw[i][0].isupper() and line.words[i] not in GRAMMAR["auxiliary"]


def _has_be(inside: Sequence[str]) -> bool:
    """Is a form of "be" the auxiliary right before the verb, adverbs aside?"""
    for word in reversed(inside):
        if word in GRAMMAR["be"]:
            return not _is_modal(word)
        if word not in BESIDE_BE:
            return False
    return False


def _belongs(word: str, cue: Cue) -> bool:
    """May the word stand between the beginning of a verb group and its verb?"""
    if word == "to":
        return cue.form == "base"
    return word in IN_GROUP or _is_modal(word) or is_manner(word)


def _is_modal(word: str) -> bool:
    return word in GRAMMAR["modal"] or word.endswith(("’ll", "'ll", "'d", "’d"))


def is_manner(word: str) -> bool:
    """Is the word an adverb in -ly?"""
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
    end: int | None = at
    before = line.words[at - 1] if at else ""
    if before in CLOSING or (at and is_title(line, at - 1)):
        end = _aside_start(line, at - 1)
    if end is None:
        return None
    start = _without_lead(line, _phrase_start(line, end), end)
    if start >= end:
        return None
    start, outer = _past_apposition(line, start) if before == "," else (start, False)
    return Phrase(start, at if end != at or outer else end, start)


def _past_apposition(line: Line, start: int) -> tuple[int, bool]:
    """From "a lawyer from Ohio," back to the name before it: an apposition is no subject of its own."""
    start = _past_tags(line, start)
    if start < 2 or line.words[start - 1] != "," or not line.raw[start - 2][0].isupper():
        return start, False
    if (
        line.raw[start][0].isupper()
        and line.words[start] not in GRAMMAR["relative"]
        and not is_tag(line, start)
    ):
        return start, False
    first = start - 2
    while first > 0 and _is_capital(line, first - 1):
        first -= 1
    if start - 1 - first < 2:
        return start, False
    return _without_lead(line, _phrase_start(line, start - 1), start - 1), True


def is_tag(line: Line, i: int) -> bool:
    """An age or a party: "Ann Lee, 65, ...", "Ann Lee, R-Ohio, ..."."""
    word = line.raw[i]
    return (word.isdigit() and len(word) < 4) or (
        word[1:2] == "-" and word[0] in "RDI" and word[2:3].isupper()
    )


def _past_tags(line: Line, start: int) -> int:
    """From behind "Ann Lee, 65," to behind "Ann Lee,"."""
    for i in range(start - 2, max(0, start - LONGEST_TAG), -1):
        if line.words[i - 1] == ",":
            return i if is_tag(line, i) and line.words[start - 1] == "," else start
    return start


def _is_capital(line: Line, i: int) -> bool:
    return line.raw[i][0].isupper() and line.words[i] not in PUNCTUATION


def is_title(line: Line, at: int) -> bool:
    """Is the piece the title of a work within a clause, with the clause's comma inside its marks?

    "the author of “Going Under,” said": what stands before the marks is no punctuation, all its words of
    weight have capitals.
    """
    if line.words[at] != QUOTE or at == 0 or line.words[at - 1] in PUNCTUATION:
        return False
    inner = line.text[slice(*line.quotes[at].inner)].rstrip()
    titled = inner[-1:] == "," and inner.count(" ") < LONGEST_TITLE
    return titled and all(word[0].isupper() or len(word) < 4 for word in inner[:-1].split())


def _aside_start(line: Line, close: int) -> int | None:
    """The comma, dash or bracket that opens the aside which piece `close` ends."""
    mark = line.words[close] if line.words[close] != QUOTE else ","
    opening = DASHES if mark in DASHES else {"(" if mark == ")" else mark}
    nearest = None
    for i in range(close - 1, max(-1, close - LONGEST_ASIDE), -1):
        if nearest is None and line.words[i] in opening:
            nearest = i
        if _opens_relative(line, i, mark):
            return i
        if (line.words[i] == QUOTE and not is_title(line, i)) or line.words[i] in FINAL:
            break
    return nearest or None


def _opens_relative(line: Line, i: int, mark: str) -> bool:
    """ "Ann Lee, who lives in Orlin, Norland, said": the aside begins at its pronoun or participle."""
    if mark != "," or i == 0 or line.words[i] != ",":
        return False
    following = line.words[i + 1]
    participle = (
        following.endswith("ing") and line.raw[i - 1][0].isupper() and following not in GRAMMAR["continuing"]
    )
    return participle or following in ("who", "whose")


def _phrase_start(line: Line, end: int) -> int:
    """Walks left from `end` over one noun phrase."""
    i = end
    while i > 0:
        word = line.words[i - 1]
        opened = _aside_start(line, i - 1) if word == ")" else None
        if opened is not None:
            i = opened
            continue
        if _bounds_phrase(line, i - 1, end):
            break
        i -= 1
        if word in GRAMMAR["pronoun"]:
            break
    return i


def _bounds_phrase(line: Line, at: int, end: int) -> bool:
    """Does piece `at` stand outside the noun phrase that ends before piece `end`?"""
    word = line.words[at]
    if word in PUNCTUATION:
        return word != "-"
    if word in STOPS:
        compared = word == "than" and at > 0 and line.words[at - 1] in MORE and at + 1 < end
        return not (compared or (at + 1 == end and word in GRAMMAR["relative"]))
    if word in CONJUNCTIONS:
        return word not in ("and", "or") or not _joins_names(line, at, end)
    return _is_finite_cue(line, at)


def _joins_names(line: Line, at: int, end: int) -> bool:
    """Is the conjunction at piece `at` inside a noun phrase ("Ann and Bob") and not between clauses?"""
    right = at + 1
    if at < 1 or right >= end or line.words[at - 1] == QUOTE or line.words[right] in GRAMMAR["pronoun"]:
        return False
    for i in range(at - 1, -1, -1):
        if line.words[i] in PUNCTUATION:
            return True
        if line.words[i] in STOPS or line.words[i] in GRAMMAR["pronoun"] or _is_finite_cue(line, i):
            return False
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
    while start < end and (line.words[start] in GRAMMAR["intro"] or _is_lead_adverb(line, start, end)):
        start += 1
    if start < end and line.words[start] in GRAMMAR["preposition"]:
        return _after_adverbial(line, start, end)
    timed = line.words[start : min(start + 2, end)]
    is_time = len(timed) == 2 and timed[0] in ("last", "this", "earlier") and timed[1] in GRAMMAR["time"]
    return start + 2 * is_time


def _is_lead_adverb(line: Line, start: int, end: int) -> bool:
    word = line.words[start]
    if word in GRAMMAR["determiner"] or start + 1 >= end or (start and line.raw[start][0].isupper()):
        return False
    return (word in GRAMMAR["adverb"] or is_manner(word)) and line.words[start + 1] not in ("of", "than")


def _after_adverbial(line: Line, start: int, end: int) -> int:
    """ "On Monday the minister" -> "the minister": the last determiner, pronoun or run of capitals."""
    words, raw = line.words, line.raw
    if words[end - 1] in GRAMMAR["pronoun"]:
        return end - 1
    last = end - 1
    while last > start and _continues_name(line, last):
        if words[last - 1] in GRAMMAR["time"]:
            return last
        last -= 1
    if raw[end - 1][0].isupper() and words[last - 1] not in GRAMMAR["preposition"] and last > start + 1:
        return last
    determiners = (i for i in range(end - 1, start + 1, -1) if words[i] in GRAMMAR["determiner"])
    return next((i for i in determiners if words[i - 1] not in GRAMMAR["preposition"]), start)


def _continues_name(line: Line, i: int) -> bool:
    """Do pieces `i - 1` and `i` belong to one run of capitals?"""
    capitals = line.raw[i][0].isupper() and line.raw[i - 1][0].isupper()
    return capitals and line.words[i - 1] not in GRAMMAR["preposition"]


def subject_after(line: Line, at: int) -> Phrase | None:
    """The noun phrase that begins at piece `at` ("said Ann Lee"), up to a preposition of place or time."""
    i = at
    while i < len(line) and line.words[i] not in PUNCTUATION and not _ends_inverted(line, i, at):
        i += 1
    return Phrase(at, i, at) if i > at else None


def _ends_inverted(line: Line, i: int, at: int) -> bool:
    """Does piece `i` end the noun phrase that begins at piece `at`?"""
    word = line.words[i]
    if word in ("of", "for", "from", "and", "with"):
        return i == at
    if word in GRAMMAR["preposition"] or word in GRAMMAR["continuing"]:
        return True
    if word in GRAMMAR["subordinator"] and word != "who":
        return True
    return i > at and _ends_after_noun(line, i)


def _ends_after_noun(line: Line, i: int) -> bool:
    word = line.words[i]
    if word in GRAMMAR["time"]:
        return word not in ("may", "march")
    return word in ("who", "earlier", "later") or word in GRAMMAR["finite"] or _is_finite_cue(line, i)
