"""Which sentences tell something that others before them did not. Pure.

Words meet across both languages, as they do when articles are grouped into stories; it knows no question.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.answers.evidence import FoundSentence
from bot.language.numbers import numbers
from bot.stories.words import event_words

NEW = 0.5  # share of a sentence's telling words that nothing told before
NEW_WITH_FIGURE = 0.3  # ... when it also tells a number that nothing told
FEWEST = 3  # telling words of a sentence that can tell something


class Telling(NamedTuple):
    """The words and numbers of a text, or of several."""

    words: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    def and_(self, other: "Telling") -> "Telling":
        """Both together."""
        return Telling(self.words | other.words, self.numbers | other.numbers)


class Told:
    """What has been told so far: grows as sentences are added.

    What was `known` before is held sentence by sentence, for all words of many articles together would
    seem to tell anything; what is added is held together.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._known = [telling(text) for text in dict.fromkeys(known)]
        self._told = Telling()

    def add(self, text: str) -> None:
        """Take a text as told."""
        self._told = self._told.and_(telling(text))

    def lacks(self, text: str) -> bool:
        """Whether a text tells something new."""
        told = telling(text)
        if len(told.words) < FEWEST:
            return False
        least = NEW_WITH_FIGURE if told.numbers - self._told.numbers else NEW
        enough = new_share(told.words, self._told.words) >= least
        return enough and all(_differs(told, known) for known in self._known)


def _differs(told: Telling, known: Telling) -> bool:
    """Whether a sentence is not the one known: other words, or another figure in the same words."""
    return bool(told.numbers - known.numbers) or new_share(told.words, known.words) >= NEW


def new_share(words: frozenset[str], known: frozenset[str]) -> float:
    """The share of some words that are not known, 0 to 1; 0 of none."""
    return len(words - known) / len(words) if words else 0.0


def fresh(found: Sequence[FoundSentence], told: Told) -> Iterator[FoundSentence]:
    """Those that tell something new, each measured by the ones before it; `told` takes them in."""
    for one in found:
        if told.lacks(one.text):
            told.add(one.text)
            yield one


@lru_cache(maxsize=4000)
def telling(text: str) -> Telling:
    """What a text tells."""
    return Telling(frozenset(event_words(text, frozenset())), numbers(text))
