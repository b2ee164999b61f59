"""The ends of a way, a span and a change: from here to there, by so much, so many of all.

It compares the small words in front of numbers and names and knows nothing else of a sentence.
"""

from collections.abc import Sequence

from bot.support.case import Case, Reason
from bot.support.directions import is_at_home
from bot.support.lexicon import small_words
from bot.support.reading import Word, folded

ENDS = {"number": ("end of", "end from", "end to", "change by"), "name": ("end from", "end to")}
WHOLE = "end of"
NEAR = 2  # words in front in which the small word stands
PART = 6  # words in front of the whole in which the part stands
BEHIND = 4  # words behind it


def wrong_ends(case: Case) -> list[Reason]:
    """Numbers and names that are another end in the claim than wherever the sources have them."""
    found: list[Reason] = []
    for alignment in case.alignments:
        for match in alignment.matches:
            ends = ENDS.get(match.word.kind)
            if ends is None or not is_at_home(match):
                continue
            here = _kinds(alignment.words, match.word, ends)
            there = [_told(beside, word, ends) for word, beside in case.counterparts(match, alignment)]
            if there and all(kinds and not kinds & here if here else kinds == {WHOLE} for kinds in there):
                found.append(Reason("opposite", match.word.text))
    return found


def _told(sentence: Sequence[Word], word: Word, ends: Sequence[str]) -> frozenset[str]:
    """Which end a word of a source is; the whole only beside its part: "40 of 100", not "a group of 100"."""
    kinds = _kinds(sentence, word, ends)
    return kinds & {WHOLE} if _has_part(sentence, word) and WHOLE in kinds else kinds - {WHOLE}


def _kinds(sentence: Sequence[Word], word: Word, ends: Sequence[str]) -> frozenset[str]:
    """Which end a word may be, by the nearest small word in front of it; empty where none tells."""
    for one in reversed(sentence[max(0, word.place - NEAR) : word.place]):
        kinds = frozenset(kind for kind in ends if folded(one) in small_words(kind))
        if kinds or one.kind != "stop":
            return kinds
    return frozenset()


def _has_part(sentence: Sequence[Word], whole: Word) -> bool:
    """Whether its part stands in front, or behind what is counted: "of 60 flats 12 were sold"."""
    before = sentence[max(0, whole.place - PART) : whole.place]
    behind = sentence[whole.place + 2 : whole.place + BEHIND]
    return any(word.kind == "number" for word in (*before, *behind))
