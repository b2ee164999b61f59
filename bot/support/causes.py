"""Causes that a claim makes up: "because" where nothing that it rests on tells of one; it knows no facts."""

from bot.support.case import Case, Reason
from bot.support.lexicon import small_words, word_set
from bot.support.reading import Word, folded


def invented_causes(case: Case) -> list[Reason]:
    """Words that tell of a cause while the sentences which the claim rests on have none of the kind."""
    return [
        Reason("modality", word.text)
        for alignment in case.alignments
        if alignment.resting and not any(map(_is_causal, alignment.resting))
        for word in alignment.words
        if folded(word) in small_words("because")
    ]


def _is_causal(word: Word) -> bool:
    return folded(word) in small_words("because") or not word.forms.isdisjoint(word_set("causal.txt"))
