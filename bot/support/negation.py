"""Whether a claim denies what its source affirms, or affirms what it denies; it knows no opposites."""

from collections.abc import Sequence

from bot.language.script import fold
from bot.support.case import Case, Reason
from bot.support.lexicon import small_words, word_set
from bot.support.reading import Word

REACH = 4  # words in front of the denied one
GAP = 2  # characters between two words: more are the end of a quotation or a dash
BETWEEN = 1  # words that carry meaning between the two


def negations(case: Case) -> list[Reason]:
    """Words that are denied on one side only."""
    found: list[Reason] = []
    for alignment in case.alignments:
        for match in alignment.matches:
            if not match.aligned or match.word.kind != "word":
                continue
            here = is_denied(alignment.words, match.word.place)
            there = {is_denied(beside, word.place) for word, beside in case.counterparts(match, alignment)}
            if there and here not in there:
                found.append(Reason("negation", match.word.text))
    return found


def is_denied(sentence: Sequence[Word], place: int) -> bool:
    """Whether a negator reaches a word; two cancel each other."""
    between = 0
    denied = False
    reached = sentence[place].start
    for word in reversed(sentence[max(0, place - REACH) : place]):
        if reached - word.end > GAP:
            break
        reached = word.start
        if is_negator(word):
            denied = not denied
        elif word.kind != "stop":
            between += 1
            if between > BETWEEN:
                break
    return denied


def is_negator(word: Word) -> bool:
    """ "not", "isn't", "не" and what else denies, "denied that" and "failed to" as well."""
    folded = fold(word.text)
    if folded in small_words("negators") or folded.endswith("n't"):
        return True
    return bool(word.forms & word_set("cancelling.txt"))
