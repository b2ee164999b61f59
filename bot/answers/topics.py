"""The words to look for: a question without its speakers, question words, periods and verbs of saying."""

from bot.answers.lexicon import phrase_list, word_list
from bot.answers.reading import Reading, Unit
from bot.language.lemmas import is_stop
from bot.statements.speaker_keys import bare_word


def topic_of(reading: Reading, used: frozenset[int] = frozenset()) -> str:
    """The words to look for, in order, as they are written; the units in `used` are left out."""
    kept = [unit for place, unit in enumerate(reading.units) if place not in used and is_topical(unit)]
    return " ".join(dict.fromkeys(bare_word(unit.text) for unit in kept))


def about_phrase(reading: Reading, used: frozenset[int] = frozenset()) -> str:
    """The words of a topic with the preposition before them, as they stand: "about the bridge"."""
    units = reading.units
    openers = phrase_list("topic_prepositions")
    first = next(
        (place for place, unit in enumerate(units) if unit.low in openers and place not in used), len(units)
    )
    last = first
    while last < len(units) and last not in used and not _ends_topic(units[last]):
        last += 1
    return reading.between(first, last) if last - first > 1 else ""


def _ends_topic(unit: Unit) -> bool:
    return unit.kind in ("period", "quote") or (unit.kind == "mark" and unit.text in "?!.;:")


def is_topical(unit: Unit) -> bool:
    """Whether a unit is worth looking for."""
    if unit.kind in ("mark", "period", "quote"):
        return False
    if unit.kind == "name" or (unit.text.isupper() and len(unit.text) > 1):
        return True
    return unit.low not in word_list("fillers") and not is_stop(unit.text)
