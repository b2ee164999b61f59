"""Russian words as the extractor needs them: cue verbs by base form, cases and agreement, from morphology.

It looks at single words; sentences are read elsewhere.
"""

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from bot.language.morphology import Parse, morph
from bot.language.script import fold
from bot.statements.lexicon import sections, table

GRAMMAR = sections("grammar_ru.txt")
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
        if form is None or lemma not in _cues():
            continue
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
    for parse in morph(word):
        if parse.case != "nomn" or parse.pos not in ("NOUN", "NPRO", "ADJF", "PRTF"):
            continue
        if number and parse.number and parse.number != number:
            continue
        if (
            gender
            and parse.number == "sing"
            and parse.gender
            and parse.gender != gender
            and "Name" not in parse.marks
        ):
            continue
        return True
    return False


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
