"""Which capitalised words are no names where a sentence begins; it knows nothing of sentences themselves."""

import re
from functools import lru_cache

from bot.language.cases import given_names
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.tables import folded

_CONTRACTED = re.compile(r"(?:n't|'(?:s|re|ll|ve|d|m))$")
PROPER = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn", "Abbr"})


@lru_cache(50_000)
def is_common(word: str) -> bool:
    """Whether a word that opens a sentence is no name: listed, or a Russian one that never is."""
    if _CONTRACTED.sub("", fold(word)) in folded("openers.txt"):
        return True
    if not is_cyrillic(word) or (word.isupper() and len(word) > 1) or fold(word) in given_names():
        return False
    readings = morph(word)
    return any(parse.known for parse in readings) and not any(parse.marks & PROPER for parse in readings)
