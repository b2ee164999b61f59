"""What follows an English cue: the person addressed, time and place are passed over to reach the content.

It looks at one line from the cue to the right and knows nothing of the speaker.
"""

from bot.statements.addressees import past_addressee
from bot.statements.cues import Cue
from bot.statements.lexicon import words as word_list
from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import DASHES, FINAL, GRAMMAR, PUNCTUATION, has_finite, is_manner

VENUES = word_list("venues_en.txt")
CLAUSE_WORDS = GRAMMAR["clause_word"]
CONTENT_PREPOSITIONS = frozenset({"to", "of", "for", "about"})
VAGUE_TIMES = frozenset({"this", "next", "last", "week", "may", "march", "days", "years"})
BEFORE_TIME = frozenset({"on", "in", "last", "this", "earlier", "late", "early"})
LONGEST_SKIP = 24  # pieces between a cue and its content
IDIOM = 4  # pieces of an object in which its noun is looked for
NONE: frozenset[str] = frozenset()
ANY = frozenset({"say", "tell", "think", "show", "urge"})


def content_start(line: Line, at: int, cue: Cue) -> int | None:
    """The piece where the content begins, from the first piece after the cue on; None without content."""
    limit = min(len(line), at + LONGEST_SKIP)
    i = _skip_adjuncts(line, at, limit)
    that = _far_that(line, i, limit)
    if that is not None and cue.frame in ANY:
        return that
    if cue.frame == "urge":
        return _urged(line, i, limit)
    if cue.frame == "tell" or (_word(line, i, limit) == "to" and cue.lemma in GRAMMAR["said_to"]):
        return _behind_addressee(line, i, limit, cue)
    return _plain(line, i, limit, cue)


def _behind_addressee(line: Line, i: int, limit: int, cue: Cue) -> int | None:
    after = past_addressee(line, i, limit, cue)
    if cue.frame == "tell" and _word(line, after, limit) == "to":
        return _urged(line, i, limit)
    i, that = _told(line, after, limit)
    return that if that is not None else _plain(line, i, limit, cue)


def _word(line: Line, i: int, limit: int) -> str:
    return line.words[i] if i < limit else ""


def _urged(line: Line, i: int, limit: int) -> int | None:
    """The person urged is part of the content ("urged him to go")."""
    word = _word(line, i, limit)
    return i if word and word not in PUNCTUATION and word != "in" else _marked(line, i, limit)


def _told(line: Line, after: int, limit: int) -> tuple[int, int | None]:
    """Where to look on behind the person addressed, and the "that" of the content if one is near."""
    if _word(line, after, limit) == QUOTE and (that := _far_that(line, after + 1, limit)) is not None:
        return after, that
    i = _skip_adjuncts(line, after, limit)
    return i, _far_that(line, i, limit)


def _plain(line: Line, i: int, limit: int, cue: Cue) -> int | None:
    if i >= len(line):
        return None
    if line.words[i] in PUNCTUATION and line.words[i] != QUOTE:
        return _marked(line, i, limit)
    return i if _allowed(line, i, cue) else None


def _far_that(line: Line, i: int, limit: int) -> int | None:
    """The "that" behind an adverbial: "said at an event in Ohio that"."""
    if _word(line, i, limit) not in GRAMMAR["preposition"] - CONTENT_PREPOSITIONS:
        return None
    for k in range(i + 1, min(limit, i + 12)):
        word = line.words[k]
        if word == "that":
            return k
        mark = word in PUNCTUATION and word != QUOTE
        if mark or word in CLAUSE_WORDS or word in GRAMMAR["finite"]:
            return None
    return None


def _allowed(line: Line, i: int, cue: Cue) -> bool:
    """May content of this cue begin with piece `i`?"""
    word = line.words[i]
    if cue.frame in ("to", "refuse"):
        return word == "to"
    if cue.frame == "quote" or word in ("that", QUOTE):
        return word == QUOTE or not (cue.frame == "quote" or (cue.noun and cue.frame == "object"))
    if cue.frame == "object":
        return bool(cue.particles) or not (word in GRAMMAR["not_object"] or _is_idle(line, i, cue))
    return cue.frame in ANY and _opens_clause(line, i, cue)


def _is_idle(line: Line, i: int, cue: Cue) -> bool:
    """ "cast his vote", "defended the title", "hammered home": an idiom that tells nothing of the object."""
    return not GRAMMAR.get(f"idle_{cue.lemma}", NONE).isdisjoint(line.words[i : i + IDIOM])


def _opens_clause(line: Line, i: int, cue: Cue) -> bool:
    if line.words[i] in GRAMMAR["not_clause"]:
        return False
    return cue.lemma not in GRAMMAR["clause_only"] or _is_clause(line, i)


def _is_clause(line: Line, start: int) -> bool:
    """Is it a clause or holds a quotation, rather than a noun phrase or an adverbial?"""
    word = line.words[start]
    if word in CLAUSE_WORDS:
        return True
    if word in GRAMMAR["preposition"]:
        return False
    end = start
    while end < len(line) and (line.words[end] == QUOTE or line.words[end] not in PUNCTUATION):
        end += 1
    return QUOTE in line.words[start:end] or has_finite(line, start, end)


def _marked(line: Line, i: int, limit: int) -> int | None:
    """Content that punctuation announces: `said: "..."`, `said, "..."`, `said, however, that ...`."""
    if i + 1 >= len(line):
        return None
    mark, following = line.words[i], line.words[i + 1]
    if mark == ":" or (mark in DASHES and following == QUOTE):
        return i + 1
    return _behind_comma(line, i, limit) if mark == "," else None


def _behind_comma(line: Line, comma: int, limit: int) -> int | None:
    for k in range(comma + 1, min(limit, comma + 9)):
        word, before = line.words[k], line.words[k - 1]
        if (word == QUOTE and before in (",", ":")) or (word == "that" and before == ","):
            return k
        if word in FINAL or word == QUOTE:
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
    while i < limit:
        step = _time_length(line, i, limit)
        if not step:
            break
        i += step
    return i


def _time_length(line: Line, i: int, limit: int) -> int:
    """How many pieces from `i` on are one time or adverb; 0 for anything else."""
    word = line.words[i]
    if word in BEFORE_TIME and _word(line, i + 1, len(line)) in GRAMMAR["time"]:
        return 2
    if word in GRAMMAR["time"] and word not in VAGUE_TIMES:
        numbers = (k for k in range(i + 1, limit) if not _is_clock(line.words[k]))
        return next(numbers, limit) - i
    return 1 if word in GRAMMAR["after_cue"] or is_manner(word) else 0


def _is_clock(word: str) -> bool:
    return word.isdigit() or word in ("a.m.", "p.m.")


def _skip_venue(line: Line, i: int, limit: int) -> int:
    """ "in a statement to the paper on Monday", "on Twitter", "at a rally in Ohio"."""
    if _word(line, i, limit) not in GRAMMAR["venue_preposition"]:
        return i
    for k in range(i + 1, min(limit, i + 9)):
        if line.words[k] in PUNCTUATION or line.words[k] in CLAUSE_WORDS:
            return i
        if line.raw[k] in VENUES:
            return _venue_end(line, k + 1, limit)
    return i


def _venue_end(line: Line, i: int, limit: int) -> int:
    """A venue may go on ("with CNN", "to supporters in Ohio") if a clear start of content follows."""
    return next((k for k in range(i, limit) if line.words[k] in PUNCTUATION or line.words[k] == "that"), i)
