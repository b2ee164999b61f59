"""The clauses of a sentence, as far as punctuation and "and" show them; it knows no grammar."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from bot.support.lexicon import small_words
from bot.support.reading import Word, folded

DASH = 3  # characters of a dash with its blanks, which cuts no clause


class Clauses:
    """A sentence cut into clauses; they are numbered in order."""

    def __init__(self, sentence: Sequence[Word]) -> None:
        self._numbers = list(accumulate(_cuts(sentence)))
        self._clauses: list[list[Word]] = [[] for _ in range(self._numbers[-1] + 1 if sentence else 0)]
        for number, word in zip(self._numbers, sentence, strict=True):
            self._clauses[number].append(word)

    def number(self, word: Word) -> int:
        """Of the clause in which a word of the sentence stands."""
        return self._numbers[word.place]

    def beside(self, word: Word) -> Sequence[Word]:
        """The words of the clause in which one stands, itself included."""
        return self._clauses[self._numbers[word.place]]


def _cuts(sentence: Sequence[Word]) -> Iterator[int]:
    """1 for every word that begins a further clause, else 0."""
    yield from (0 for _ in sentence[:1])
    for before, word in pairwise(sentence):
        apart = word.start - before.end
        yield int((apart > 1 and apart != DASH) or folded(word) in small_words("and"))
