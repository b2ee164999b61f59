"""Russian phrases as one names a thing: «новым мостом через Луду» is «новый мост через Луду». Pure.

Only the adjectives and the noun that a phrase begins with change; it knows no names that no dictionary has.
"""

import re
from functools import lru_cache

from bot.language.cases import capitals_of
from bot.language.morphology import analyzer
from bot.language.script import is_cyrillic

OBLIQUE = frozenset({"gent", "datv", "accs", "ablt", "loct", "gen2", "acc2", "loc2"})
WITH_NOUN = frozenset({"ADJF", "PRTF"})
_BENT_LETTERS = re.compile(r"([А-ЯЁ]{2,})(?:а|у|ом|ем|е)$")  # «МИДом»


def named(phrase: str) -> str:
    """A phrase with its beginning in the nominative; as it is when that is no noun phrase."""
    words = phrase.split()
    head = next((place for place, word in enumerate(words) if _pos(word) not in WITH_NOUN), len(words))
    if head == len(words) or _pos(words[head]) != "NOUN":
        return phrase
    noun = analyzer().parse(words[head])[0].tag
    if str(noun.case) not in OBLIQUE:
        return phrase
    as_noun = (str(noun.case), str(noun.number))
    return " ".join([*(_upright(word, as_noun) for word in words[: head + 1]), *words[head + 1 :]])


@lru_cache(5_000)
def _pos(word: str) -> str:
    return str(analyzer().parse(word)[0].tag.POS) if is_cyrillic(word) else ""


@lru_cache(5_000)
def _upright(word: str, agreeing: tuple[str, str]) -> str:
    """The nominative of the reading that has the case and number of the noun."""
    if letters := _BENT_LETTERS.match(word):
        return letters[1]
    parses = analyzer().parse(word)
    fitting = (one for one in parses if (str(one.tag.case), str(one.tag.number)) == agreeing)
    found = next(fitting, parses[0]).inflect({"nomn"})
    return capitals_of(word, str(found.word)) if found else word
