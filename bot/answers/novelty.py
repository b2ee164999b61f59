"""Which sentences tell something that others before them did not. Pure.

Words meet across both languages, as they do when articles are grouped into stories; it knows no question.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from bot.answers.evidence import FoundSentence
from bot.language.numbers import numbers
from bot.stories.words import event_words

NEW = 0.5  # share of a sentence's telling words that nothing told before
NEW_WITH_FIGURE = 0.3  # ... when it also tells a number that nothing told
FEWEST = 3  # telling words of a sentence that can tell something


class Telling(NamedTuple):
    """The words and numbers of a text."""

    words: AbstractSet[str]
    numbers: AbstractSet[str]


class Told:
    """What has been told so far: grows as sentences are added.

    What was `known` before is held sentence by sentence, for all words of many articles together would
    seem to tell anything; what is added is held together.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._known = [_telling(text) for text in dict.fromkeys(known)]
        self._words: set[str] = set()
        self._numbers: set[str] = set()

    def add(self, text: str) -> None:
        """Take a text as told."""
        words, figures = _telling(text)
        self._words |= words
        self._numbers |= figures

    def lacks(self, text: str) -> bool:
        """Whether a text tells something new."""
        told = _telling(text)
        if len(told.words) < FEWEST:
            return False
        least = NEW_WITH_FIGURE if told.numbers - self._numbers else NEW
        enough = _new_share(told.words, self._words) >= least
        return enough and all(_differs(told, known) for known in self._known)


def _differs(told: Telling, known: Telling) -> bool:
    """Whether a sentence is not the one known: other words, or another figure in the same words."""
    return bool(told.numbers - known.numbers) or _new_share(told.words, known.words) >= NEW


def _new_share(words: AbstractSet[str], known: AbstractSet[str]) -> float:
    return len(words - known) / len(words)


def fresh(found: Sequence[FoundSentence], told: Told) -> Iterator[FoundSentence]:
    """Those that tell something new, each measured by the ones before it; `told` takes them in."""
    for one in found:
        if told.lacks(one.text):
            told.add(one.text)
            yield one


@lru_cache(maxsize=4000)
def _telling(text: str) -> Telling:
    return Telling(frozenset(event_words(text, frozenset())), numbers(text))
