"""Who is meant by a question for stances: whether somebody changed his, whether sources differ. Pure.

"Has Orlov changed his mind about the bridge?" asks for Orlov's words on the bridge. The set phrases that tell
such questions stand in the sections [position] and [disagreement] of `data/cues.txt`, their words in
`data/stance_words.txt` and `data/disagreement_words.txt`. It looks nothing up.
"""

from dataclasses import replace

from bot.answers.lexicon import is_listed, word_list
from bot.answers.reading import Reading, Unit
from bot.answers.roles import PRONOUNS, Phrase, Roles

FIRST = frozenset({"first", "впервые", "первый", "раз"})


def with_holder(reading: Reading, roles: Roles) -> Roles:
    """The roles with whoever holds the stance as the speaker, and its words as no words to look for."""
    stance = frozenset(place for place, unit in enumerate(reading.units) if _is_of_stance(unit))
    holder = _holder(reading, stance)
    if holder is None:
        return roles
    unit = reading.units[holder]
    used = roles.used | stance | {holder}
    if unit.low in PRONOUNS:
        return replace(roles, framed=True, pronoun=unit.low, speakers=(), used=used)
    return replace(roles, framed=True, pronoun="", speakers=(Phrase(holder, holder + 1),), used=used)


def _holder(reading: Reading, stance: frozenset[int]) -> int | None:
    """The first name, else the first word that may be one, else the first pronoun."""
    places = [
        place for place, unit in enumerate(reading.units) if place not in stance and unit.kind != "mark"
    ]
    named = (place for place in places if reading.units[place].kind == "name")
    capital = (place for place in places[1:] if reading.units[place].text[:1].isupper())
    pronoun = (place for place in places if reading.units[place].low in PRONOUNS)
    return next(named, None) or next(capital, None) or next(pronoun, None)


def without_first(reading: Reading, roles: Roles) -> Roles:
    """ "When did he first say ...?": that it is the first time is nothing to look for."""
    first = frozenset(place for place, unit in enumerate(reading.units) if unit.low in FIRST)
    return replace(roles, used=roles.used | first)


def without_period(reading: Reading) -> Reading:
    """Who asks when something was said names no time of saying: "that it would open in November"."""
    units = (unit._replace(kind="word") if unit.kind == "period" else unit for unit in reading.units)
    return replace(reading, period=None, units=tuple(units))


def of_sources(reading: Reading) -> Roles:
    """ "What do sources disagree about?": the sources speak, and neither they nor the verb are looked for."""
    units = enumerate(reading.units)
    listed = word_list("disagreement_words")
    used = (place for place, unit in units if unit.kind == "word" and is_listed(unit.low, listed))
    return Roles(framed=True, anyone=True, used=frozenset(used))


def _is_of_stance(unit: Unit) -> bool:
    return unit.kind == "word" and is_listed(unit.low, word_list("stance_words"))
