"""Whether a claim is surer than its source: "may close" told as "closed"; it knows single sentences."""

from collections.abc import Sequence

from bot.language.script import fold, is_cyrillic
from bot.support.case import Case, Reason
from bot.support.lexicon import small_words
from bot.support.negation import is_negator
from bot.support.reading import Word

REACH = 2  # words in front of the one that is hedged
HEDGES = ("possible", "alleged")


def certainties(case: Case) -> list[Reason]:
    """Words that the source hedges and the claim states."""
    found: list[Reason] = []
    for alignment in case.alignments:
        hedged = hedges(alignment.words, len(alignment.words), len(alignment.words))
        for match in alignment.matches:
            if match.word.kind != "word" or not match.aligned:
                continue
            there = [hedges(beside, word.place) for word, beside in case.counterparts(match, alignment)]
            if there and all(kinds - hedged for kinds in there):
                found.append(Reason("modality", match.word.text))
    return found


def absolutes(case: Case) -> list[Reason]:
    """ "All", "always", "only" where the sentences that a claim rests on have nothing of the kind."""
    return [
        Reason("modality", word.text)
        for alignment in case.alignments
        if not any(map(_is_absolute, alignment.resting))
        for word in alignment.words
        if _is_absolute(word) and not _is_denied_there(word, alignment.resting)
    ]


def _is_denied_there(word: Word, resting: Sequence[Word]) -> bool:
    """«Никто не пострадал» of «пострадавших нет»: what denies need not be the same word."""
    return is_cyrillic(word.text) and is_negator(word) and any(map(is_negator, resting))


def _is_absolute(word: Word) -> bool:
    return fold(word.text) in small_words("absolute")


def hedges(sentence: Sequence[Word], place: int, reach: int = REACH) -> frozenset[str]:
    """How a word is hedged, by the words close in front of it."""
    near: set[str] = set()
    for word in reversed(sentence[max(0, place - reach) : place]):
        near.add(fold(word.text))
        near |= word.forms
    return frozenset(title for title in HEDGES if near & small_words(title))
