"""The subject of an English cue: does a noun phrase agree with it, which clause does the cue continue.

It sees one line and gives phrases; who is meant is decided elsewhere.
"""

from bot.statements.cues import Cue, english_cues
from bot.statements.lexicon import sections
from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import (
    DASHES,
    FINAL,
    GRAMMAR,
    PUNCTUATION,
    STOPS,
    Group,
    Phrase,
    has_finite,
    is_tag,
    is_title,
    subject_before,
)

OBJECT_OPENERS = (
    GRAMMAR["determiner"] | GRAMMAR["pronoun"] | GRAMMAR["object_pronoun"] | GRAMMAR["object_opener"]
)
AFTER_PARTICIPLE = OBJECT_OPENERS | GRAMMAR["preposition"] - {"of"}
SUBJECT_OPENERS = GRAMMAR["determiner"] | GRAMMAR["pronoun"]
NO_SUBJECT = GRAMMAR["preposition"] | {"i", "you", "we", "there"}
RELATIVE = GRAMMAR["relative"]
NO_NOUN = (
    PUNCTUATION
    | STOPS
    | GRAMMAR["preposition"]
    | GRAMMAR["coordinator"]
    | GRAMMAR["pronoun"]
    | GRAMMAR["adverb"]
)
NO_NAME = NO_NOUN | GRAMMAR["time"] | GRAMMAR["determiner"]
MENTIONS = sections("mentions.txt")
ADJECTIVES = ("ive", "ous", "ful", "est")
POSSESSIVES = ("'s", "’s", "'", "’")
LONGEST_RELATIVE = 14


def agrees(line: Line, subject: Phrase, group: Group, cue: Cue, following: int) -> bool:
    """Sorts out nouns, adjectives and impersonal subjects by what stands around the cue."""
    last = line.words[group.start - 1]
    if not _can_end_subject(last, subject, cue) or not _fits_relative(line, subject, cue, following):
        return False
    if group.start < group.verb:
        return True
    if cue.form == "base" and not _is_plural(line, subject, last):
        return False
    after_quotation = subject.chunk > 0 and line.words[subject.chunk - 1] == QUOTE
    return not cue.noun or after_quotation or _has_object(line, subject, following, last)


def _can_end_subject(last: str, subject: Phrase, cue: Cue) -> bool:
    """May the word before the verb end its subject?"""
    if last in GRAMMAR["determiner"]:
        alone = last == "that" and subject.end - subject.start == 1 and cue.noun
        return last in GRAMMAR["subject_determiner"] and not alone
    if last == "it":
        return cue.frame in ("say", "show", "tell")
    return last not in NO_SUBJECT and not last.endswith(POSSESSIVES)


def _fits_relative(line: Line, subject: Phrase, cue: Cue, following: int) -> bool:
    """ "what he called “x”" is a statement, "which he said" is none unless a preposition stands before."""
    before = line.words[subject.chunk - 1] if subject.chunk else ""
    quotes = cue.frame == "object" and line.words[following : following + 1] == [QUOTE]
    if before in ("what", "whatever"):
        return quotes
    if before != "which" or quotes or _is_gapped(line, cue, following):
        return True
    return subject.chunk > 1 and line.words[subject.chunk - 2] in ("to", "in", "of")


def _is_gapped(line: Line, cue: Cue, following: int) -> bool:
    """ "the beams, which he said were thin": the clause said lacks its subject."""
    verb = line.words[following] if following < len(line) else ""
    return cue.frame == "say" and (verb in GRAMMAR["finite"] or verb.endswith("ed"))


def _is_plural(line: Line, subject: Phrase, last: str) -> bool:
    if last in GRAMMAR["relative"]:
        antecedent = line.words[subject.end - 2] if subject.end > 1 else ""
        return last != "which" and subject.chunk > 0 and antecedent.endswith("s")
    inside = line.words[subject.start : subject.end]
    opened = inside[0] in ("those", "these", "many", "some")
    return opened or "and" in inside or any(map(_is_plural_noun, inside))


def _is_plural_noun(word: str) -> bool:
    return word in GRAMMAR["plural"] or (word.endswith("s") and not word.endswith(("ss", "us")))


def _has_object(line: Line, subject: Phrase, following: int, last: str) -> bool:
    """A cue that may be a noun is a verb when an object follows a plain subject."""
    if following >= len(line) or _is_noun_here(line, following):
        return False
    if last in GRAMMAR["pronoun"] or last in GRAMMAR["relative"]:
        return True
    if last[0].isdigit() or last.endswith(ADJECTIVES):
        return False
    named = line.raw[subject.end - 1][0].isupper()
    return _opens_object(line, following) or (
        named and line.words[following] not in GRAMMAR["not_verb_follower"]
    )


def _is_noun_here(line: Line, following: int) -> bool:
    """ "as polls show", "states that might join": the next verb belongs to the noun."""
    after = line.words[following + 1] if following + 1 < len(line) else ""
    if line.words[following] == "that":
        return after in GRAMMAR["finite"]
    cues = english_cues().get(line.words[following])
    return line.words[following] in GRAMMAR["finite"] or bool(cues and cues[-1].frame == "show")


def _opens_object(line: Line, i: int) -> bool:
    return line.words[i] in OBJECT_OPENERS or line.words[i] in (QUOTE, ":") or line.raw[i][0].isupper()


def antecedent(line: Line, subject: Phrase) -> Phrase:
    """The noun phrase before "who", "which" or "that"; the pronoun itself when there is none."""
    at = subject.end - 1
    if line.words[at] not in GRAMMAR["relative"] or subject.end - subject.start > 1:
        return subject
    while at > 0 and line.words[at - 1] in (",", *DASHES):
        at -= 1
    before = subject_before(line, _without_age(line, at))
    return Phrase(_without_preposition(line, before), subject.end, subject.chunk) if before else subject


def _without_age(line: Line, at: int) -> int:
    """ "Ann Lee, 65, who": the age stands between the name and its relative clause."""
    return at - 2 if at > 2 and is_tag(line, at - 1) and line.words[at - 2] == "," else at


def _without_preposition(line: Line, phrase: Phrase) -> int:
    governed = line.words[phrase.start] in GRAMMAR["preposition"] and phrase.end - phrase.start > 1
    return phrase.start + governed


def is_sound(line: Line, subject: Phrase) -> bool:
    """No age, no phrase that a participle or a preposition opens ("including his friends")."""
    first, size = line.words[subject.start], subject.end - subject.start
    if size == 1:
        return not first.isdigit()
    second = line.words[subject.start + 1]
    opens = second in AFTER_PARTICIPLE or line.raw[subject.start + 1][0].isupper()
    named = line.raw[subject.start][0].isupper() and subject.start > 0
    opener = first.endswith("ing") and opens and not named
    counted = second[0].isdigit() or second in GRAMMAR["determiner"]
    governed = first in GRAMMAR["preposition"] and not counted and line.words[subject.end - 1] not in RELATIVE
    return not opener and not governed


def modified_noun(line: Line, at: int, cue: Cue) -> Phrase | None:
    """The noun before a participle at piece `at`: "data showing ...", "with voters saying ..."."""
    last = line.words[at - 1]
    if last in NO_NOUN or last in GRAMMAR["time"] or last.endswith("ly") or not last[-1].isalpha():
        return None
    absolute = next((i for i in range(at - 1, max(-1, at - 9), -1) if _ends_noun(line.words[i])), None)
    if absolute is not None and line.words[absolute] == "with":
        return Phrase(absolute + 1, at, absolute + 1) if absolute + 1 < at else None
    speaking = cue.frame in ("say", "tell") and _is_plural_noun(last) and last not in MENTIONS["document"]
    if not speaking and cue.frame != "show":
        return None
    start = at - 1
    while start > 0 and at - start < 4 and _belongs_to_noun(line, start - 1):
        start -= 1
    return Phrase(start, at, start)


def _ends_noun(word: str) -> bool:
    return word == "with" or word in PUNCTUATION or word in STOPS


def _belongs_to_noun(line: Line, i: int) -> bool:
    word = line.words[i]
    if word in NO_NOUN or word.endswith(("ed", "ing")) or word in english_cues():
        return False
    return line.words[i + 1] not in GRAMMAR["determiner"]


def subject_with_clause(line: Line, at: int) -> Phrase | None:
    """ "Officials whose laws have failed say": the head stands before the relative pronoun."""
    if at < 3 or line.words[at - 1] in PUNCTUATION or line.words[at - 1] in ("and", "but", "or"):
        return None
    for i in range(at - 2, max(0, at - LONGEST_RELATIVE), -1):
        if line.words[i] in PUNCTUATION:
            return None
        if line.words[i] in ("who", "whose", "that", "which"):
            head = subject_before(line, i)
            return Phrase(head.start, at, head.chunk) if head else None
    return None


def is_apposition(line: Line, at: int) -> bool:
    """Does a name with an aside in commas stand before piece `at` ("Ann Lee, a lawyer from Ohio, said")?"""
    named = subject_before(line, at)
    if named is None or named.end != at or not line.raw[named.start][0].isupper():
        return False
    comma = next((i for i in range(named.start, at) if line.words[i] == ","), at)
    title = line.raw[named.start : comma]
    return comma < at - 1 and all(word[0].isupper() or word in ("of", "de", "van") for word in title)


def has_clause(line: Line, end: int) -> bool:
    """Does a finite verb or a quotation stand before piece `end`?"""
    before = line.words[:end]
    if QUOTE in before or any(word in GRAMMAR["pronoun"] for word in before[:-1]):
        return True
    return any(map(_is_noun_like_cue, before)) or has_finite(line, 0, end)


def _is_noun_like_cue(word: str) -> bool:
    """A cue form that is a noun as well counts as a verb here: any verb will do."""
    cues = english_cues().get(word)
    return cues is not None and bool(cues) and cues[-1].form in ("past", "s")


def is_plain_subject(line: Line, subject: Phrase, after_comma: bool) -> bool:
    """Is what follows an inverted cue a noun phrase and nothing else?"""
    if not after_comma:
        return True
    inside = line.words[subject.start : subject.end]
    following = line.words[subject.end] if subject.end < len(line) else "."
    named = any(word[0].isupper() for word in line.raw[subject.start : subject.end])
    opened = named or inside[0] in SUBJECT_OPENERS
    closed = following in GRAMMAR["after_subject"] or (following in PUNCTUATION and following != QUOTE)
    return opened and closed and not STOPS.intersection(inside)


def clause_subject(line: Line, before: int) -> Phrase | None:
    """The subject of the clause that piece `before` continues: the first noun phrase before a finite verb."""
    ends = (i for i in range(before, 0, -1) if line.words[i - 1] in FINAL or _is_whole(line, i - 1))
    start = _main_clause(line, next(ends, 0), before)
    attributing = before > 2 and line.words[before - 1] == "," and _is_main_verb(line.words[before - 2])
    for i in range(before - 2 if attributing else start, before):
        if _is_verb(line, i, start):
            subject = subject_before(line, _before_adverbs(line, start, i))
            if subject is not None:
                return antecedent(line, subject)
    return _opening_name(line, start, before)


def _main_clause(line: Line, start: int, before: int) -> int:
    """Behind "When the war began, ...": the clause after the comma goes on, not the one before it."""
    if line.words[start] not in GRAMMAR["opens_subordinate"] | GRAMMAR["preposition"]:
        return start
    commas = (i for i in range(start + 2, before - 2) if line.words[i] == ",")
    return next((i + 1 for i in commas if opens_subject(line, i + 1)), start)


def opens_subject(line: Line, i: int) -> bool:
    """May a subject begin with the piece: a determiner, a pronoun, a capital?"""
    return line.words[i] in SUBJECT_OPENERS or line.raw[i][0].isupper()


def _is_verb(line: Line, i: int, start: int) -> bool:
    word = line.words[i]
    return line.raw[i][0].islower() and (_is_main_verb(word) or (i > start and word.endswith("ed")))


def _opening_name(line: Line, start: int, before: int) -> Phrase | None:
    """The pronoun or name that opens a clause of which no verb is known ("He mows and says")."""
    while start < before and line.words[start] in GRAMMAR["intro"]:
        start += 1
    if line.words[start] in ("he", "she", "they"):
        return Phrase(start, start + 1, start)
    end = start
    while end < before and line.raw[end][0].isupper() and line.words[end] not in NO_NAME:
        end += 1
    if end in (start, before) or line.words[end] in NO_NOUN - {","}:
        return None
    return Phrase(start, end, start)


def _is_main_verb(word: str) -> bool:
    cues = english_cues().get(word)
    is_cue = cues and cues[-1].form in ("past", "s") and not (cues[-1].noun and cues[-1].form == "s")
    return bool(is_cue) or word in GRAMMAR["finite"]


def _before_adverbs(line: Line, start: int, i: int) -> int:
    while i > start and (line.words[i - 1] in GRAMMAR["adverb"] or line.words[i - 1].endswith("ly")):
        i -= 1
    return i


def _is_whole(line: Line, i: int) -> bool:
    """Is the piece a quotation of whole sentences?"""
    if line.words[i] != QUOTE or line.text[line.quotes[i].inner.start].islower() or is_title(line, i):
        return False
    return line.text[line.quotes[i].inner.end - 1 : line.quotes[i].inner.end] in (",", ".", "?", "!", "…")
