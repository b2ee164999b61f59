"""The words to look for: a question without its speakers, question words, periods and verbs of saying."""

from collections.abc import Sequence

from bot.answers.lexicon import is_say_verb, phrase_list, word_list
from bot.answers.reading import Reading, Unit
from bot.language.lemmas import is_stop
from bot.statements.speaker_keys import bare_word

PREPOSITIONS = {  # their second words with their first ones
    "время": ("во",),
    "ходе": ("в",),
    "поводу": ("по",),
    "отношении": ("в",),
    "рамках": ("в",),
    "связи": ("в",),
}
ABOUT_WHAT = frozenset({"чем", "чего", "ком", "что", "каком", "какой", "каких", "what", "which", "whom"})
LISTENERS = frozenset({"journalists", "press", "журналистов", "прессы"})
ASKING = frozenset({"что", "what", "how", "как"})


def topic_of(reading: Reading, used: frozenset[int] = frozenset()) -> str:
    """The words to look for, in order, as they are written; the units in `used` are left out."""
    units = reading.units
    kept = [
        unit
        for place, unit in enumerate(units)
        if place not in used
        and is_topical(unit)
        and not _ends_preposition(units, place)
        and not _listens(units, place)
    ]
    return " ".join(dict.fromkeys(bare_word(unit.text) for unit in kept))


def about_phrase(reading: Reading, used: frozenset[int] = frozenset()) -> str:
    """The words of a topic with the preposition before them, as they stand: "about the bridge"."""
    units = reading.units
    openers = phrase_list("topic_prepositions")
    opening = (place for place, unit in enumerate(units) if unit.low in openers and place not in used)
    first = next((place for place in opening if not _asks(units[place + 1 :])), len(units))
    last = _end_of_topic(units, first, used)
    phrase = reading.between(first, last) if last - first > 1 else ""
    return phrase[:1].lower() + phrase[1:]  # "About the ferry?" begins a sentence


def _end_of_topic(units: Sequence[Unit], first: int, used: frozenset[int]) -> int:
    last = first
    while last < len(units) and last not in used and not _ends_topic(units[last]):
        last += 1
    while last - first > 1 and units[last - 1].low in ASKING:  # "про тарифы что говорят"
        last -= 1
    return last


def _asks(following: Sequence[Unit]) -> bool:
    """ "О чём он предупреждал": the preposition belongs to the question word."""
    return bool(following) and following[0].low in ABOUT_WHAT


def _ends_topic(unit: Unit) -> bool:
    return unit.kind in ("period", "quote") or (unit.kind == "mark" and unit.text in "?!.;:")


def _ends_preposition(units: Sequence[Unit], place: int) -> bool:
    """ "Во время", "в ходе": two words that are one preposition."""
    before = PREPOSITIONS.get(units[place].low)
    return place > 0 and before is not None and units[place - 1].low in before


def _listens(units: Sequence[Unit], place: int) -> bool:
    """ "What did he tell (the) journalists": the matter is another; not so "why were journalists held?"."""
    before = next((unit.low for unit in reversed(units[:place]) if not is_stop(unit.text)), "")
    return units[place].low in LISTENERS and is_say_verb(before)


def is_topical(unit: Unit) -> bool:
    """Whether a unit is worth looking for."""
    if unit.kind in ("mark", "period", "quote"):
        return False
    if unit.kind == "name" or (unit.text.isupper() and len(unit.text) > 1):
        return True
    return unit.low not in word_list("fillers") and not is_stop(unit.text)
