"""How one word may stand for another: the same, of one root, a synonym, a translation; or against it.

It compares single words and knows nothing of sentences.
"""

from functools import lru_cache
from typing import Literal

from bot.language.script import is_cyrillic
from bot.language.translate import expand
from bot.support.reading import NAME, Word

Relation = Literal["same", "synonym", "kindred", "near", "none"]
ROOT = 5  # letters that words of one root share at least
SHARE = 0.65  # of the longer word
DEMONYM = ("n", "an", "ian", "ish", "ese", "i", "ic", "ский", "ец", "ка")


def relation(one: Word, other: Word) -> Relation:
    """What a word of a claim has in common with a word of its source."""
    if one.forms & other.forms:
        return "same"
    if one.groups & other.groups:
        return "synonym"
    meaning = pivots(one)
    if meaning & other.forms:
        return "same"
    if is_kindred(one, other):
        return "kindred"
    common = one.kind == other.kind == "word" and meaning & pivots(other)
    return "near" if common else "none"


def opposed(one: Word, other: Word) -> bool:
    """Whether the two turn a statement round, one in the place of the other."""
    return any(-side in other.sides for side in one.sides)


def excludes(one: Word, other: Word) -> bool:
    """Whether the two are different members of one set."""
    if one.members & other.members:
        return False
    sets = {number for number, _ in one.members}
    return any(number in sets for number, _ in other.members)


def is_kindred(one: Word, other: Word) -> bool:
    """Words of one root: protest and protester; of names only Russia and Russian."""
    left, right = sorted((one.text.lower(), other.text.lower()), key=len)
    if len(left) < ROOT or not right.startswith(left[:ROOT]):
        return False
    named = one.kind == "name" or other.kind == "name"
    if named and not right.endswith(DEMONYM):
        return False
    common = next(
        (at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), len(left)
    )
    return common >= max(ROOT, SHARE * len(right))


def pivots(word: Word, asked: bool = True) -> frozenset[str]:
    """What a word translates to: words that translate alike mean nearly the same.

    Of a word that is `asked` for, the translations are looked for as words of a text, too.
    """
    return _pivots_of(word.text, word.kind == "name") if asked or word.kind == "word" else frozenset()


@lru_cache(maxsize=50_000)
def _pivots_of(text: str, named: bool) -> frozenset[str]:
    known = (term for term in expand(text) if is_cyrillic(term) != is_cyrillic(text))
    return frozenset(term for term in known if named or not term.startswith(NAME))
