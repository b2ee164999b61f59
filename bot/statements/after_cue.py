"""What follows an English cue: the person addressed, time and place are passed over to reach the content.

It looks at one line from the cue to the right and knows nothing of the speaker.
"""

from bot.statements.cues import Cue
from bot.statements.lexicon import words as word_list
from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import DASHES, FINAL, GRAMMAR, PUNCTUATION

VENUES = word_list("venues_en.txt")
CLAUSE_WORDS = GRAMMAR["clause_word"]
LONGEST_SKIP = 24  # pieces between a cue and its content
ANY = frozenset({"say", "tell", "think", "show", "urge"})


def content_start(line: Line, at: int, cue: Cue) -> int | None:
    """The piece where the content begins, from the first piece after the cue on; None without content."""
    limit = min(len(line), at + LONGEST_SKIP)
    i = _skip_adjuncts(line, at, limit)
    that = _far_that(line, i, limit)
    if that is not None and cue.frame in ANY:
        return that
    if cue.frame in ("tell", "urge") or (
        i < limit and line.words[i] == "to" and cue.lemma in GRAMMAR["said_to"]
    ):
        after = _skip_addressee(line, i, limit, cue)
        if cue.frame == "urge" or (cue.frame == "tell" and after < limit and line.words[after] == "to"):
            return (
                i
                if i < limit and line.words[i] not in PUNCTUATION and line.words[i] != "in"
                else _marked(line, i, limit)
            )
        if (
            after < limit
            and line.words[after] == QUOTE
            and (that := _far_that(line, after + 1, limit)) is not None
        ):
            return that
        i = _skip_adjuncts(line, after, limit)
        if (that := _far_that(line, i, limit)) is not None:
            return that
    if i >= len(line):
        return None
    if line.words[i] in PUNCTUATION and line.words[i] != QUOTE:
        return _marked(line, i, limit)
    return i if _allowed(line, i, cue) else None


def _far_that(line: Line, i: int, limit: int) -> int | None:
    """The "that" behind an adverbial: "said at an event in Ohio that"."""
    if i >= limit or line.words[i] not in GRAMMAR["preposition"] - {"to", "of", "for", "about"}:
        return None
    for k in range(i + 1, min(limit, i + 12)):
        if line.words[k] == "that":
            return k
        mark = line.words[k] in PUNCTUATION and line.words[k] != QUOTE
        if mark or line.words[k] in CLAUSE_WORDS or line.words[k] in GRAMMAR["finite"]:
            return None
    return None


def _allowed(line: Line, i: int, cue: Cue) -> bool:
    word = line.words[i]
    if cue.frame in ("to", "refuse"):
        return word == "to"
    if cue.frame == "quote":
        return word == QUOTE
    if word in ("that", QUOTE):
        return True
    if word == "as" and cue.form == "past":
        return False
    if cue.frame == "object":
        return bool(cue.particles) or word not in GRAMMAR["preposition"]
    if word in (
        "and",
        "or",
        "but",
        "by",
        "as",
        "at",
        "in",
        "from",
        "during",
        "while",
        "after",
        "before",
        "because",
        "since",
        "until",
    ):
        return False
    return cue.frame in ANY


def _marked(line: Line, i: int, limit: int) -> int | None:
    """Content that punctuation announces: `said: "..."`, `said, "..."`, `said, however, that ...`."""
    words = line.words
    if i >= len(words):
        return None
    if words[i] == ":" and i + 1 < len(line):
        return i + 1
    if words[i] in DASHES and i + 1 < len(line) and words[i + 1] == QUOTE:
        return i + 1
    if words[i] != ",":
        return None
    for k in range(i + 1, min(limit, i + 9)):
        if words[k] == QUOTE and words[k - 1] in (",", ":"):
            return k
        if words[k] == "that" and words[k - 1] == ",":
            return k
        if words[k] in FINAL or words[k] == QUOTE:
            return None
    return None


def _skip_adjuncts(line: Line, i: int, limit: int) -> int:
    """Passes over adverbs, times and venues."""
    moved = True
    while moved and i < limit:
        at = i
        i = _skip_time(line, i, limit)
        i = _skip_venue(line, i, limit)
        moved = i > at
    return i


def _skip_time(line: Line, i: int, limit: int) -> int:
    words = line.words
    while i < limit:
        word = words[i]
        following = words[i + 1] if i + 1 < len(line) else ""
        if word in ("on", "in", "last", "this", "earlier", "late", "early") and following in GRAMMAR["time"]:
            i += 2
        elif word in GRAMMAR["time"] and word not in (
            "this",
            "next",
            "last",
            "week",
            "may",
            "march",
            "days",
            "years",
        ):
            i += 1
            while i < limit and (words[i].isdigit() or words[i] in ("a.m.", "p.m.")):
                i += 1
        elif word in (
            "also",
            "again",
            "then",
            "once",
            "later",
            "earlier",
            "repeatedly",
            "simply",
            "only",
        ) or (word.endswith("ly") and len(word) > 4 and word not in ("only", "family", "daily", "nearly")):
            i += 1
        else:
            return i
    return i


def _skip_venue(line: Line, i: int, limit: int) -> int:
    """ "in a statement to the paper on Monday", "on Twitter", "at a rally in Ohio"."""
    words = line.words
    if i >= limit or words[i] not in ("in", "on", "at", "during", "via", "through", "from", "by", "after"):
        return i
    for k in range(i + 1, min(limit, i + 9)):
        if words[k] in PUNCTUATION or words[k] in CLAUSE_WORDS:
            return i
        if line.raw[k] in VENUES:
            return _venue_end(line, k + 1, limit)
    return i


def _venue_end(line: Line, i: int, limit: int) -> int:
    """A venue may go on ("with CNN", "to supporters in Ohio") if a clear start of content follows."""
    for k in range(i, limit):
        if line.words[k] in PUNCTUATION or line.words[k] == "that":
            return k
    return i


def _skip_addressee(line: Line, i: int, limit: int, cue: Cue) -> int:
    words = line.words
    if i < limit and words[i] == "to" and cue.frame == "say":
        i += 1
    if i >= limit or words[i] in CLAUSE_WORDS or words[i] in PUNCTUATION:
        return i
    if words[i] in GRAMMAR["object_pronoun"]:
        return i + 1
    marked = _next_mark(line, i, limit)
    if marked is not None:
        return marked
    if cue.frame == "tell" and cue.lemma in ("warn", "promise", "caution", "email"):
        return i
    return _noun_phrase_end(line, i, limit)


def _noun_phrase_end(line: Line, start: int, limit: int) -> int:
    """Past "the New York paper" or "a group of voters", when nothing marks where the content begins."""
    words, raw = line.words, line.raw
    i = start + (words[start] in GRAMMAR["determiner"])
    while i < limit and raw[i][0].isupper() and words[i] not in GRAMMAR["pronoun"]:
        i += 1
    if i < limit and words[i] == ",":
        return i
    if i == start or words[i - 1] in GRAMMAR["determiner"]:
        stops = PUNCTUATION | GRAMMAR["addressee"]
        while i < min(limit, start + 3) and words[i] not in stops:
            i += 1
        i += i < limit and words[i] in GRAMMAR["addressee"]
    return i


def _next_mark(line: Line, i: int, limit: int) -> int | None:
    """The next "that", question word, infinitive or punctuation within a short distance."""
    for k in range(i, min(limit, i + 12)):
        word = line.words[k]
        if (word in CLAUSE_WORDS and word != "who") or word in PUNCTUATION or word == "to":
            return k
        if word in GRAMMAR["finite"] or (
            k > i and word in ("he", "she", "they", "i", "we", "it", "his", "her", "their")
        ):
            return None
        if k > i and word in ("in", "on", "at", "during", "about", "of", "after", "by"):
            return k
    return None
