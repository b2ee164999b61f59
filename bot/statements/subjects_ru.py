"""The subject of a Russian cue verb: the nominative noun phrase before it, behind it, or before an aside.

It sees one line and gives pieces; who is meant is decided elsewhere.
"""

import re
from functools import lru_cache

from bot.language.lemmas import lemmas
from bot.language.morphology import Parse, morph
from bot.language.script import fold
from bot.statements.lexicon import sections
from bot.statements.lines import QUOTE, Line
from bot.statements.noun_phrases_ru import (
    IN,
    Pieces,
    breaks,
    chunk_end,
    chunk_start,
    has_case,
    is_name_quote,
    is_noun,
    opens_name,
    phrase_end,
)
from bot.statements.russian import (
    GRAMMAR,
    RussianCue,
    agrees,
    best_case,
    is_gerund,
    is_infinitive,
    is_nominal,
    is_surname_form,
    nominative_reading,
)

BODIES = sections("mentions.txt")["body"]
DOCUMENTS = sections("mentions.txt")["document"]
THINGS = BODIES | DOCUMENTS | sections("mentions.txt")["source"]
NO_SUBJECT = frozenset({"это", "то", "что", "все", "всё", "оно", "ничто", "нечто"})
NOT_SUBJECT = GRAMMAR["preposition"] | GRAMMAR["adverb"] | GRAMMAR["content"]
NO_MODIFIER = GRAMMAR["adverb"] | {"это", "то", "все", "всё"}
SHORT_PRONOUNS = frozenset({"он", "я", "мы", "вы", "ты"})
_MINISTRY = re.compile(r"Мин[а-я]{3,}[аиыо]$")  # «Минцифры сообщило»
_DOING = re.compile(r"(?:ние|тие|ость|ство|изация|объем|видео)$")
WHO = {
    "который": ("masc", "sing"),
    "которая": ("femn", "sing"),
    "которое": ("neut", "sing"),
    "которые": ("", "plur"),
}
NO_OWNED = GRAMMAR["dative_addressees"] | GRAMMAR["time_noun"]  # nouns that have no genitive behind them
FAR = 40  # pieces over which a subject may stand before its verb


def subject(line: Line, verb: int, cue: RussianCue) -> Pieces | None:
    """The subject of a finite cue at piece `verb`."""
    if cue.number == "plur" and (within := place_of_speech(line, verb)):
        return within
    own = before(line, verb, cue) or after(line, verb + 1, cue)
    if own is not None:
        return own
    start = chunk_start(line, verb)
    if line.words[start] in WHO:
        return _antecedent(line, start)
    oblique = any(word.startswith("котор") for word in line.words[start : min(start + 2, verb)])
    if oblique and cue.number == "plur":
        return None  # "которую считают": nobody in particular
    return before_asides(line, verb, cue)


def _antecedent(line: Line, start: int) -> Pieces | None:
    """ "встретился с мэром, который заявил": who is meant by the pronoun, when that is the subject."""
    if start < 2:
        return None
    who = WHO[line.words[start]]
    first = chunk_start(line, start - 1)
    found = next((i for i in range(start - 2, first - 1, -1) if _may_be_meant(line, i, who)), None)
    if found is None:
        return None
    while found > first and line.raw[found - 1][0].isupper() and line.raw[found][0].isupper():
        found -= 1
    return found, start - 1


def _may_be_meant(line: Line, i: int, who: tuple[str, str]) -> bool:
    speaks = line.raw[i][0].isupper() or can_be_spoken_of(line.words[i])
    return speaks and _is_of(line.words[i], who)


@lru_cache(20_000)
def can_be_spoken_of(word: str) -> bool:
    """Is it somebody who can speak, in any case?"""
    return any(p.pos == "NOUN" and ("anim" in p.marks or fold(p.normal) in THINGS) for p in morph(word))


def _is_of(word: str, form: tuple[str, str]) -> bool:
    """Has the noun the gender and number of the pronoun?"""
    gender, number = form
    readings = [p for p in morph(word) if p.pos == "NOUN"] if word[0].isalpha() else []
    return any(p.number == number and (number == "plur" or p.gender in (gender, "")) for p in readings)


@lru_cache(20_000)
def can_speak(word: str) -> bool:
    """Is the word a person, a pronoun, a body or a document?"""
    pronoun = word not in NO_SUBJECT
    listed = word in GRAMMAR["pronominal"] or word in GRAMMAR["speaking"]
    return listed or any(_speaks(parse, pronoun) for parse in morph(word))


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
    return None if at is None else (at + 1, phrase_end(line, at + 1, verb if at < verb else end))


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
    word, raw = line.words[i], line.raw[i]
    if word == QUOTE or raw.isupper() or (word.isascii() and raw[0].isupper()):
        return True
    body = any(lemma in BODIES for near in line.words[i : i + 2] for lemma in lemmas(near))
    return has_case(word, "loct") and (raw[0].isupper() or body)


def _can_be(line: Line, i: int, cue: RussianCue) -> bool:
    word, raw = line.words[i], line.raw[i]
    if word == QUOTE:
        return is_name_quote(line, i)
    if _is_too_short(word, raw) or not word[:1].isalpha() or word in NOT_SUBJECT:
        return False
    if word.isascii():
        return raw[0].isupper()
    if _MINISTRY.match(raw):
        return cue.number != "plur" and cue.gender != "masc"
    if i == 0 and is_mere_thing(word):
        return False
    if word in GRAMMAR["quantity"]:
        fits = cue.number == "plur" or cue.gender == "neut"
        return fits and any(can_be_spoken_of(near) for near in line.words[i + 1 : i + 3])
    return (raw.isupper() and len(word) > 1) or _is_subject_word(word, raw, cue)


@lru_cache(20_000)
def is_mere_thing(word: str) -> bool:
    """Is it a noun for a doing («строительство»), with which a sentence may begin in a capital?"""
    return bool(_DOING.search(word)) and is_noun(word) and morph(word)[0].known and not can_speak(word)


def _is_too_short(word: str, raw: str) -> bool:
    least = 2 if raw.isupper() else 3
    return len(word) < least and word not in SHORT_PRONOUNS


def _is_subject_word(word: str, raw: str, cue: RussianCue) -> bool:
    named = raw[0].isupper()
    if named and cue.number == "sing" and is_surname_form(word, cue.gender):
        return True
    nominal = is_nominal(word) or word in GRAMMAR["pronominal"]
    return nominal and agrees(word, cue.gender, cue.number) and (named or can_speak(word))


def _governed(line: Line, i: int) -> bool:
    """Does a preposition or a noun before the piece govern it, so that it is no subject?"""
    if _is_upright(line.words[i]):
        return False
    if opens_name(line, i):
        return i > 0 and line.words[i - 1] in GRAMMAR["preposition"]
    if _owned(line, i):
        return True
    k, complete = i - 1, False
    while k >= 0 and not breaks(line, k):
        word = line.words[k]
        if word in GRAMMAR["preposition"]:
            return not complete or _may_be_owner(line, i)
        if word != "и" and (word == QUOTE or not word[:1].isalpha() or best_case(word) in ("", "nomn")):
            return False
        complete = complete or is_noun(word) or word.startswith("котор")
        k -= 1
    return False


def _owned(line: Line, i: int) -> bool:
    """Is it the genitive of a noun right before it: «подробности убийства», not «журналистам Орлова»?"""
    before_it = line.words[i - 1] if i else ""
    word = line.words[i]
    sure = line.raw[i][0].isupper() or not has_case(word, "accs") or _is_bent(before_it)
    return sure and has_case(word, "gent") and _is_thing(before_it) and before_it not in NO_OWNED


def _is_bent(word: str) -> bool:
    return word[:1].isalpha() and best_case(word) in ("gent", "ablt", "loct")


def _is_thing(word: str) -> bool:
    return word[:1].isalpha() and is_noun(word) and best_case(word) != "datv"


@lru_cache(20_000)
def _is_upright(word: str) -> bool:
    """Can the word be nothing but a nominative («мэр»), so that no preposition governs it?"""
    readings = morph(word) if word[:1].isalpha() and not word.isascii() else ()
    return bool(readings) and all(p.case == "nomn" and p.known for p in readings)


def _may_be_owner(line: Line, i: int) -> bool:
    return _is_indeclinable(line.raw[i]) or has_case(line.words[i], "gent")


def before(line: Line, verb: int, cue: RussianCue) -> Pieces | None:
    """A noun phrase in the same clause, left of the verb."""
    start = chunk_start(line, verb)
    for i in range(start, verb):
        if not _can_be(line, i, cue) or _governed(line, i):
            continue
        if line.words[i] in GRAMMAR["personal"]:
            return i, i + 1
        return _with_modifiers(line, i, start), phrase_end(line, i, verb)
    return None


def _with_modifiers(line: Line, i: int, lowest: int) -> int:
    while i > lowest and _modifies(line, i - 1):
        i -= 1
    return i


def _modifies(line: Line, i: int) -> bool:
    word = line.words[i]
    reading = nominative_reading(word) if word[:1].isalpha() else None
    return reading is not None and reading.pos in ("ADJF", "PRTF") and word not in NO_MODIFIER


def after(line: Line, at: int, cue: RussianCue) -> Pieces | None:
    """A noun phrase in the same clause, right of the verb and of an addressee or a time."""
    end = chunk_end(line, at)
    for i in range(at, end):
        if is_infinitive(line.words[i]) and cue.frame != "say":
            return None  # what follows is its object: "потребовал закрыть «Маяк»"
        if _can_be(line, i, cue) and not _governed(line, i) and not _is_addressee(line, i, end, cue):
            personal = line.words[i] in GRAMMAR["personal"]
            return _with_modifiers(line, i, at), i + 1 if personal else phrase_end(line, i, end)
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


def before_asides(line: Line, verb: int, cue: RussianCue) -> Pieces | None:
    """A subject parted from its verb by asides ("Путин, выступая, заявил"), or of the clause before."""
    end = chunk_start(line, verb)
    lowest = max(0, verb - FAR)
    while end > lowest:
        end -= 1
        if line.words[end] == QUOTE and not is_name_quote(line, end):
            return None
        start = chunk_start(line, end)
        if start + 1 == end and line.words[start] in WHO:
            return _antecedent(line, start)  # "мэр, который, по слухам, сказал"
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
    if any(word in GRAMMAR["relative"] for word in line.words[start : min(end, start + 3)]):
        return True  # "о котором", "слова представителя которого"
    return first in GRAMMAR["content"] or any(
        is_gerund(line.words[i]) for i in range(start, min(end, start + 3)) if line.words[i][0].isalpha()
    )


def _nominative_in(line: Line, start: int, end: int, cue: RussianCue) -> Pieces | None:
    for i in range(start, end):
        if _can_be(line, i, cue) and not _governed(line, i):
            stop = i + 1 if line.words[i] in GRAMMAR["personal"] else phrase_end(line, i, end)
            return _with_modifiers(line, i, start), stop
    return None
