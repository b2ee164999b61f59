"""Which sentences tell something that others before them did not. Pure.

Words meet across both languages, as they do when articles are grouped into stories; it knows no question.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.answers.evidence import FoundSentence
from bot.language.numbers import numbers
from bot.stories.words import event_words

NEW = 0.5  # share of a sentence's telling words that nothing told before
NEW_WITH_FIGURE = 0.3  # ... when it also tells a number that nothing told
FEWEST = 3  # telling words of a sentence that can tell something


class Told:
    """What has been told so far: grows as sentences are added."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._words: set[str] = set()
        self._numbers: set[str] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Take a text as told."""
        words, figures = _telling(text)
        self._words |= words
        self._numbers |= figures

    def lacks(self, text: str) -> bool:
        """Whether a text tells something new."""
        words, figures = _telling(text)
        if len(words) < FEWEST:
            return False
        least = NEW_WITH_FIGURE if figures - self._numbers else NEW
        return len(words - self._words) >= least * len(words)


def fresh(found: Sequence[FoundSentence], told: Told) -> Iterator[FoundSentence]:
    """Those that tell something new, each measured by the ones before it; `told` takes them in."""
    for one in found:
        if told.lacks(one.text):
            told.add(one.text)
            yield one


@lru_cache(maxsize=4000)
def _telling(text: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(event_words(text, frozenset())), numbers(text)
