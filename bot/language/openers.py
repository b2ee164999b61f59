"""Which capitalised words are no names where a sentence begins; it knows nothing of sentences themselves."""

from functools import cache, lru_cache

from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.tables import rows

PROPER = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn", "Abbr"})


@cache
def _listed() -> frozenset[str]:
    return frozenset(fold(row[0].strip()) for row in rows("openers.txt"))


@lru_cache(50_000)
def is_common(word: str) -> bool:
    """Whether a word that opens a sentence is no name: listed, or a Russian one that never is."""
    if fold(word) in _listed():
        return True
    if not is_cyrillic(word) or (word.isupper() and len(word) > 1):
        return False
    readings = morph(word)
    return any(parse.known for parse in readings) and not any(parse.marks & PROPER for parse in readings)
