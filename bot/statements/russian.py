"""Russian words as the extractor needs them: cue verbs by base form, cases and agreement, from morphology.

It looks at single words; sentences are read elsewhere.
"""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from bot.language.morphology import Parse, morph
from bot.language.script import fold
from bot.statements.lexicon import sections, table

GRAMMAR = sections("grammar_ru.txt")
_MAN = re.compile(r"(?:[оеё]в|[иы]н|ский|цкий|енко|чук|юк|ян|дзе|швили)$")
_WOMAN = re.compile(r"(?:[оеё]ва|[иы]на|ская|цкая|енко|чук|юк|ян|дзе|швили)$")
VerbForm = Literal["finite", "gerund", "infinitive", "short"]
PREFIX = 4  # letters by which a word is worth a look into the morphology
_FORMS: dict[str, VerbForm] = {
    "VERB": "finite",
    "GRND": "gerund",
    "INFN": "infinitive",
    "ADJS": "short",
    "PRTS": "short",
}


class RussianCue(NamedTuple):
    """One form of a cue verb with what its subject must agree with."""

    lemma: str
    frame: str
    form: VerbForm
    gender: str
    number: str


@cache
def _cues() -> dict[str, str]:
    return {fold(left): right[0] for left, right in table("cues_ru.txt")}


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(lemma[:PREFIX] for lemma in _cues()) | {"скаж", "пиш", "напи", "ссыл", "уверен", "сооб"}


@lru_cache(20_000)
def russian_cue(word: str) -> RussianCue | None:
    """The cue that a folded word is a form of, if any."""
    if word[:PREFIX] not in _prefixes() and word[:3] not in ("пиш", "счи"):
        return None
    for parse in morph(word):
        form = _FORMS.get(parse.pos)
        lemma = fold(parse.normal)
        if form is None or lemma not in _cues() or "futr" in parse.marks:
            continue  # what somebody will say has not been said
        frame = _cues()[lemma] if form != "short" else _short_frame(word, lemma)
        if frame:
            return RussianCue(lemma, frame, form, parse.gender, parse.number)
    return None


def _short_frame(word: str, lemma: str) -> str:
    """Short forms are cues in two uses: "уверен, что" is an opinion, "сказано в" has no speaker."""
    if lemma in GRAMMAR["short_opinion"]:
        return "think"
    return "found" if word in GRAMMAR["short_report"] else ""


@lru_cache(20_000)
def nominative_reading(word: str) -> Parse | None:
    """The likeliest reading of the word as a nominative noun, pronoun or adjective."""
    for parse in morph(word):
        if parse.case == "nomn" and parse.pos in ("NOUN", "NPRO", "ADJF", "PRTF", "NUMR"):
            return parse
    return None


@lru_cache(20_000)
def is_nominal(word: str) -> bool:
    """Can the word be a noun or pronoun in the nominative (not an adjective alone)?"""
    return any(p.case == "nomn" and p.pos in ("NOUN", "NPRO") for p in morph(word))


@lru_cache(20_000)
def best_case(word: str) -> str:
    """The case of the likeliest reading."""
    readings = morph(word)
    return readings[0].case if readings else ""


@lru_cache(20_000)
def agrees(word: str, gender: str, number: str) -> bool:
    """Can the word be the nominative subject of a verb of that gender and number ("" fits all)?"""
    readings = (p for p in morph(word) if p.case == "nomn" and p.pos in ("NOUN", "NPRO", "ADJF", "PRTF"))
    return any(_fits_number(p, number) and _fits_gender(p, gender) for p in readings)


def _fits_number(parse: Parse, number: str) -> bool:
    return not number or not parse.number or parse.number == number


def _fits_gender(parse: Parse, gender: str) -> bool:
    """By form, or by sense: «министр сообщила» is a woman."""
    if not gender or parse.number != "sing" or not parse.gender or parse.gender == gender:
        return True
    by_sense = gender == "femn" and parse.gender == "masc" and "anim" in parse.marks
    return by_sense or "Name" in parse.marks


@lru_cache(20_000)
def is_surname_form(word: str, gender: str) -> bool:
    """Does a capitalised word look like a surname in the nominative that agrees with the verb?"""
    return bool((_WOMAN if gender == "femn" else _MAN).search(word))


@lru_cache(20_000)
def is_finite_verb(word: str) -> bool:
    """Is the likeliest reading a finite verb?"""
    readings = morph(word)
    return bool(readings) and readings[0].pos == "VERB"


@lru_cache(20_000)
def is_gerund(word: str) -> bool:
    """Is the likeliest reading an adverbial participle?"""
    readings = morph(word)
    return bool(readings) and readings[0].pos == "GRND"


@lru_cache(20_000)
def is_infinitive(word: str) -> bool:
    """Is the likeliest reading an infinitive?"""
    readings = morph(word)
    return bool(readings) and readings[0].pos == "INFN"


@lru_cache(20_000)
def agreement(verb: str) -> tuple[str, str]:
    """Gender and number that the subject of a finite verb must have."""
    readings = morph(verb)
    return (readings[0].gender, readings[0].number) if readings else ("", "")
