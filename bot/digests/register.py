"""Which of many texts hold the words of a topic, in any form, script or translation. Pure.

An inverted index in memory, made once for all topics: a further topic costs a few look-ups, not a walk over
all texts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.search.coverage import Word, bag


class Register:
    """Texts by the words that they hold; by words of the same root too, if `by_root`.

    Roots find more, and what has nothing to do with it: "centre" for "central bank". In titles they do good.
    """

    def __init__(self, texts: Mapping[int, str], *, by_root: bool = False) -> None:
        self._forms: dict[str, set[int]] = defaultdict(set)
        self._roots: dict[str, set[int]] = defaultdict(set)
        for number, text in texts.items():
            held = bag(text)
            for form in held.forms:
                self._forms[form].add(number)
            for root in held.roots if by_root else ():
                self._roots[root].add(number)

    def holding(self, words: Sequence[Word]) -> set[int]:
        """The texts that hold every one of the words; none when there are no words."""
        if not words:
            return set()
        return set[int].intersection(*map(self._holding, words))

    def _holding(self, word: Word) -> set[int]:
        by_form = (self._forms.get(form, set()) for form in word.forms | word.near)
        by_root = (self._roots.get(root, set()) for root in word.roots)
        return set[int]().union(*by_form, *by_root)
