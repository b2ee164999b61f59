"""What a single word may be by its form: a noun, an adjective, a genitive; it knows no sentences."""

from bot.language.cases import name_readings
from bot.language.morphology import Parse, morph
from bot.language.wordclass import word_class
from bot.support.reading import Word, folded, is_russian

LIKELY = 2  # readings of a Russian word that are believed


def noun_parses(word: Word) -> list[Parse]:
    """The readings of a Russian word, or of a name in Cyrillic, as a noun."""
    if not is_russian(word) or word.kind not in ("word", "name"):
        return []
    if word.kind == "name":
        return [parse for parse, _ in name_readings(word.text)]
    return [parse for parse in morph(folded(word)) if parse.pos == "NOUN"]


def is_genitive(word: Word) -> bool:
    """Whether a Russian word, or a name in Cyrillic, may stand in the genitive."""
    parses = noun_parses(word) if word.kind == "name" else morph(folded(word))
    return any(parse.case == "gent" for parse in parses)


def is_adjective(word: Word) -> bool:
    """Whether a word is an adjective or a participle."""
    if is_russian(word):
        return any(parse.pos in {"ADJF", "PRTF"} for parse in morph(folded(word))[:LIKELY])
    return word_class(word.text) in {"adjective", "participle"}


def is_noun(word: Word) -> bool:
    """Whether a word is a name or may be a noun."""
    if word.kind != "word":
        return word.kind == "name"
    if is_russian(word):
        return any(parse.pos == "NOUN" for parse in morph(folded(word))[:LIKELY])
    plural = word.text.endswith("s") and not word.text.endswith(("ss", "ous"))  # "officials", "firefighters"
    known = word_class(word.text)
    return known in ("other", "verb or noun") or (plural and known == "adjective")
