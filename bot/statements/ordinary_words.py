"""Is a word more likely an ordinary word than somebody's name? It knows no speakers.

Capitals decide inside a sentence; in small letters and at its beginning the dictionaries do.
"""

from functools import lru_cache
from importlib.resources import files

from bot.language.lemmas import is_stop, lemmas
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.translate import translations

SHORTEST_NAME = 5  # letters: a shorter word has too many neighbours to be a misspelt name
NAME_MARKS = frozenset({"Surn", "Name", "Patr"})


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    lines = (
        files("bot.statements").joinpath("data/ordinary_words.txt").read_text(encoding="utf-8").splitlines()
    )
    return frozenset(word for line in lines for word in line.split("#")[0].split())


def is_ordinary(word: str, first: bool = False) -> bool:
    """Whether `word` should not be taken for a name; the capital of a `first` word says little."""
    if word[:1].isdigit() or (len(word) == 1 and not word.isupper()):
        return True
    if word[:1].isupper() and not first:
        return False
    return _is_common(fold(word))


def is_name_like(word: str) -> bool:
    """Whether a word that no speaker bears may still be a misspelt name."""
    return word[:1].isupper() and len(word) >= SHORTEST_NAME and not _is_common(fold(word))


@lru_cache(maxsize=20_000)
def _is_common(word: str) -> bool:
    if is_stop(word) or word in _listed():
        return True
    if is_cyrillic(word):
        parses = [parse for parse in morph(word) if parse.known]
        return bool(parses) and not any(parse.marks & NAME_MARKS for parse in parses)
    return any(translations(lemma) for lemma in lemmas(word))
