"""The subject of a Russian cue verb: the nominative noun phrase before it, behind it, or before an aside.

It sees one line and gives pieces; who is meant is decided elsewhere.
"""

from functools import lru_cache

from bot.language.lemmas import lemmas
from bot.language.morphology import Parse, morph
from bot.language.script import fold
from bot.statements.lexicon import sections
from bot.statements.lines import QUOTE, Line
from bot.statements.russian import (
    GRAMMAR,
    RussianCue,
    agrees,
    best_case,
    is_finite_verb,
    is_gerund,
    is_nominal,
    is_surname_form,
    nominative_reading,
)

Pieces = tuple[int, int]
BODIES = sections("mentions.txt")["body"]
DOCUMENTS = sections("mentions.txt")["document"]
THINGS = BODIES | DOCUMENTS | sections("mentions.txt")["source"]
NO_SUBJECT = frozenset({"это", "то", "что", "все", "всё", "оно", "ничто", "нечто"})
NOT_SUBJECT = GRAMMAR["preposition"] | GRAMMAR["adverb"] | GRAMMAR["content"]
SHORT_PRONOUNS = frozenset({"он", "я", "мы", "вы", "ты"})
DASHES = frozenset({"—", "–", "-"})
BREAKS = frozenset({",", ";", ":", ".", "!", "?", "…", "(", ")", *DASHES})
SHORT_NAME = 40  # characters of a quotation that may be a name: «Росатом», «Первый канал»
IN = frozenset({"в", "во", "на"})
FAR = 40  # pieces over which a subject may stand before its verb


def is_name_quote(line: Line, i: int) -> bool:
    """A short quotation without final punctuation: the name of a body."""
    if line.words[i] != QUOTE:
        return False
    inner = line.quotes[i].inner
    text = line.text[inner.start : inner.end]
    return len(text) <= SHORT_NAME and text[-1:] not in ",.!?…" and text[:1].isupper()


def breaks(line: Line, i: int) -> bool:
    """Does piece `i` end a clause?"""
    return line.words[i] in BREAKS or (line.words[i] == QUOTE and not is_name_quote(line, i))


def chunk_start(line: Line, i: int) -> int:
    """The first piece of the clause that holds piece `i`."""
    while i > 0 and not breaks(line, i - 1):
        i -= 1
    return i


def chunk_end(line: Line, i: int) -> int:
    """One past the last piece of the clause that holds piece `i`."""
    while i < len(line) and not breaks(line, i):
        i += 1
    return i


def subject(line: Line, verb: int, cue: RussianCue) -> Pieces | None:
    """The subject of a finite cue at piece `verb`."""
    if cue.number == "plur" and (within := place_of_speech(line, verb)):
        return within
    return before(line, verb, cue) or after(line, verb + 1, cue) or before_asides(line, verb, cue)


@lru_cache(20_000)
def can_speak(word: str) -> bool:
    """Is the word a person, a pronoun, a body or a document?"""
    pronoun = word not in NO_SUBJECT
    return word in GRAMMAR["pronominal"] or any(_speaks(parse, pronoun) for parse in morph(word))


def _speaks(parse: Parse, pronoun: bool) -> bool:
    if parse.case != "nomn" or parse.pos not in ("NPRO", "NOUN"):
        return False
    if parse.pos == "NPRO":
        return pronoun
    return "anim" in parse.marks or fold(parse.normal) in THINGS


def place_of_speech(line: Line, verb: int) -> Pieces | None:
    """«В Росатоме сообщили»: the body, when the plural verb has no subject of its own."""
    start, end = chunk_start(line, verb), chunk_end(line, verb + 1)
    around = [*range(start, verb), *range(verb + 1, end)]
    if any(_is_plural_subject(line, i) and not _governed(line, i) for i in around):
        return None
    places = (i for i in around if line.words[i] in IN and i + 1 < end and _is_body_like(line, i + 1))
    at = next(places, None)
    return None if at is None else (at + 1, _without_adverbs(line, at + 2, verb if at < verb else end))


def _without_adverbs(line: Line, least: int, end: int) -> int:
    while end > least and line.words[end - 1] in GRAMMAR["adverb"] | GRAMMAR["negation"]:
        end -= 1
    return end


def _is_plural_subject(line: Line, i: int) -> bool:
    word = line.words[i]
    if len(word) < 3 and word not in ("мы", "вы"):
        return False
    return (
        word[:1].isalpha()
        and not line.raw[i].isupper()
        and is_nominal(word)
        and agrees(word, "", "plur")
        and word not in GRAMMAR["adverb"]
    )


def _is_body_like(line: Line, i: int) -> bool:
    word = line.words[i]
    return (
        word == QUOTE
        or line.raw[i][0].isupper()
        or any(lemma in BODIES for lemma in lemmas(word))
        or (i + 1 < len(line) and any(lemma in BODIES for lemma in lemmas(line.words[i + 1])))
    )


def _can_be(line: Line, i: int, cue: RussianCue) -> bool:
    word, raw = line.words[i], line.raw[i]
    if word == QUOTE:
        return is_name_quote(line, i)
    if _is_too_short(word, raw) or not word[:1].isalpha() or word in NOT_SUBJECT:
        return False
    if word.isascii():
        return raw[0].isupper()
    return (raw.isupper() and len(word) > 1) or _is_subject_word(word, raw, cue)


def _is_too_short(word: str, raw: str) -> bool:
    return len(word) < 3 and word not in SHORT_PRONOUNS and not raw.isupper()


def _is_subject_word(word: str, raw: str, cue: RussianCue) -> bool:
    named = raw[0].isupper()
    if named and cue.number == "sing" and is_surname_form(word, cue.gender):
        return True
    nominal = is_nominal(word) or word in GRAMMAR["pronominal"]
    return nominal and agrees(word, cue.gender, cue.number) and (named or can_speak(word))


def _governed(line: Line, i: int) -> bool:
    """Is the piece part of a prepositional phrase?"""
    k = i - 1
    while k >= 0 and not breaks(line, k):
        word = line.words[k]
        if word in GRAMMAR["preposition"]:
            return True
        if word == QUOTE or not (word[:1].isalpha() and best_case(word) not in ("", "nomn")):
            return False
        k -= 1
    return False


def before(line: Line, verb: int, cue: RussianCue) -> Pieces | None:
    """A noun phrase in the same clause, left of the verb."""
    start = chunk_start(line, verb)
    for i in range(start, verb):
        if not _can_be(line, i, cue) or _governed(line, i):
            continue
        if line.words[i] in GRAMMAR["personal"]:
            return i, i + 1
        end = verb
        if "со" in line.words[i + 1 : end] and "ссылкой" in line.words[i + 1 : end]:
            end = line.words.index("со", i + 1, end)
        return _with_modifiers(line, i, start), _without_adverbs(line, i + 1, end)
    return None


def _with_modifiers(line: Line, i: int, lowest: int) -> int:
    while i > lowest and _modifies(line, i - 1):
        i -= 1
    return i


def _modifies(line: Line, i: int) -> bool:
    word = line.words[i]
    reading = nominative_reading(word) if word[:1].isalpha() else None
    return reading is not None and reading.pos in ("ADJF", "PRTF") and word not in ("это", "то", "все", "всё")


def after(line: Line, at: int, cue: RussianCue) -> Pieces | None:
    """A noun phrase in the same clause, right of the verb and of an addressee or a time."""
    end = chunk_end(line, at)
    for i in range(at, end):
        if _can_be(line, i, cue) and not _governed(line, i) and not _is_addressee(line, i, end, cue):
            personal = line.words[i] in GRAMMAR["personal"]
            return _with_modifiers(line, i, at), i + 1 if personal else _phrase_end(line, i, end)
    return None


def _is_addressee(line: Line, i: int, end: int, cue: RussianCue) -> bool:
    """An indeclinable name («РБК», Reuters) before a real nominative: "сообщил РБК директор"."""
    if not _is_indeclinable(line.raw[i]):
        return False
    following = range(i + 1, min(end, i + 6))
    return any(
        not _is_indeclinable(line.raw[k]) and _can_be(line, k, cue) and not _governed(line, k)
        for k in following
    )


def _is_indeclinable(raw: str) -> bool:
    return raw.isupper() or raw.isascii() or raw == QUOTE


def _phrase_end(line: Line, i: int, end: int) -> int:
    k = i + 1
    while k < end:
        word = line.words[k]
        if (
            word
            in ("со", "в", "во", "на", "после", "во", "журналистам", "сегодня", "вчера", "накануне", "ранее")
            and k > i
        ):
            return k
        if word[0].isalpha() and (is_finite_verb(word) or is_gerund(word)) and line.raw[k].islower():
            return k - (line.words[k - 1] in ("и", "а", "но"))
        k += 1
    return end


def before_asides(line: Line, verb: int, cue: RussianCue) -> Pieces | None:
    """A subject parted from its verb by asides ("Путин, выступая, заявил"), or of the clause before."""
    end = chunk_start(line, verb)
    lowest = max(0, verb - FAR)
    while end > lowest:
        end -= 1
        if line.words[end] == QUOTE and not is_name_quote(line, end):
            return None
        start = chunk_start(line, end)
        if start < end and not _is_aside(line, start, end):
            found = _nominative_in(line, start, end, cue)
            if found:
                return _with_name_before(line, found, start, cue)
        end = start
    return None


def _with_name_before(line: Line, found: Pieces, start: int, cue: RussianCue) -> Pieces:
    """ "Лариса Громова, его однофамилица, заявила": the name is the subject, the apposition its aside."""
    if start < 2 or line.words[start - 1] != "," or line.raw[found[0]][0].isupper():
        return found
    first = chunk_start(line, start - 1)
    named = _nominative_in(line, first, start - 1, cue)
    if named is None or named[1] != start - 1 or not line.raw[named[1] - 1][0].isupper():
        return found
    return named


def _is_aside(line: Line, start: int, end: int) -> bool:
    first = line.words[start]
    if first in GRAMMAR["relative"] or (
        first in GRAMMAR["preposition"] and start + 1 < end and line.words[start + 1] in GRAMMAR["relative"]
    ):
        return True
    return first in GRAMMAR["content"] or any(
        is_gerund(line.words[i]) for i in range(start, min(end, start + 3)) if line.words[i][0].isalpha()
    )


def _nominative_in(line: Line, start: int, end: int, cue: RussianCue) -> Pieces | None:
    for i in range(start, end):
        if _can_be(line, i, cue) and not _governed(line, i):
            stop = i + 1
            while stop < end and not (line.words[stop][0].isalpha() and is_finite_verb(line.words[stop])):
                stop += 1
            return _with_modifiers(line, i, start), stop
    return None
