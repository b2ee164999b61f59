"""Whether a number counts in the sources what it counts in a claim: two bridges are not made of two piers.

It compares nouns that both have; values and units are the concern of `bot.support.amounts`.
"""

import re
from collections.abc import Sequence

from bot.language.morphology import morph
from bot.language.wordclass import word_class
from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.directions import is_at_home
from bot.support.lexicon import small_words
from bot.support.reading import Word, folded, is_russian

NAMED = re.compile(r"(?:№|#|\bno\.|\bnumber|\bномер[а-я]*)\s*$", re.IGNORECASE)
VERBS = frozenset({"VERB", "PRTS"})
NEXT = 2  # words behind a number of a claim in which what it counts stands
BEHIND = 6  # the same in a source, where more may stand between


def wrong_counts(case: Case) -> list[Reason]:
    """Numbers with a noun that the sources have, too, but beside no such number."""
    return [
        Reason("unit", f"{match.word.text} {noun.word.text}")
        for alignment in case.alignments
        for match in alignment.matches
        if match.word.kind == "number" and is_at_home(match) and not _names(match.word, case.claim.text)
        if (noun := _noun(match.word, alignment)) is not None
        if not any(
            _counts(number, noun.word, sentence) for number, sentence in case.counterparts(match, alignment)
        )
    ]


def _names(number: Word, text: str) -> bool:
    """Whether a number is a name: "School No. 3"."""
    return NAMED.search(text[: number.start]) is not None


def _noun(number: Word, alignment: Alignment) -> Match | None:
    """What a number counts, when a sentence that the claim rests on has it."""
    near = range(number.place + 1, number.place + 1 + NEXT)
    first = next((match for match in alignment.matches if match.word.place in near), None)
    return first if first is not None and first.word.kind == "word" and is_at_home(first) else None


def _counts(number: Word, noun: Word, sentence: Sequence[Word]) -> bool:
    """Whether a noun stands behind a number; of "ten people left, 25 remain" behind the one before."""
    if _is_behind(number, noun, sentence):
        return True
    before = [word for word in sentence[: number.place] if word.kind == "number"]
    return is_bare(number, sentence) and any(_is_behind(one, noun, sentence) for one in before[-1:])


def _is_behind(number: Word, noun: Word, sentence: Sequence[Word]) -> bool:
    return any(
        not (word.forms.isdisjoint(noun.forms) and word.groups.isdisjoint(noun.groups))
        for word in sentence[number.place + 1 : number.place + 1 + BEHIND]
    )


def is_bare(number: Word, sentence: Sequence[Word]) -> bool:
    """Whether no noun follows a number, so that what it counts was named before."""
    following = (word for word in sentence if word.place == number.place + 1)
    return all(
        _is_verb(word) or folded(word) in small_words("prepositions") or word.start - number.end > 1
        for word in following
    )


def _is_verb(word: Word) -> bool:
    if is_russian(word):
        return morph(folded(word))[0].pos in VERBS
    return folded(word) in small_words("finite") or word_class(word.text) == "verb"
