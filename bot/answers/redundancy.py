"""Which name answers "which retailer lowered its prices?": the one most often told beside that. Pure.

Of sentences that tell as much of what is asked, the one with that name is shown: what answers a question
stands in several places, what does not in one (redundancy; Brill, Dumais and Banko, "An analysis of the
AskMSR question-answering system", 2002). It knows no question, only its words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from bot.language.names import Name, find_names
from bot.language.script import fold
from bot.language.tokens import words as words_of
from bot.search.coverage import Word, bag

Told = tuple[str, float]  # a sentence, and the share of what is asked that it tells, 0 to 1
ENOUGH = 0.1  # votes of the name with most from which on another is one of several
SHORTEST = 5  # letters of a name after which people are known by all but its last
LEAST = 0.3  # of what is asked: a sentence that tells less has no say

# words with which names of countries and states begin
BEFORE = frozenset({"new", "north", "south", "west", "east", "saudi", "united", "san", "sri", "costa", "el"})
QUOTED = re.compile(r"[“\"«]([^\W\d_][\w’'-]*(?:\s[\w’'-]+){0,4})[,.]?[”\"»]")  # titles; words of the year


class Votes:
    """The names of some passages that a question does not hold itself, with what speaks for each."""

    def __init__(
        self,
        words: Sequence[Word],
        passages: Iterable[tuple[float, Sequence[Told]]],
        kind: Sequence[Word] = (),
        known: Mapping[str, str] = MappingProxyType({}),
        *,
        several: bool = False,
    ) -> None:
        """`passages` are given with the worth of each, 0 to 1; each votes once for a name.

        `kind` are those of the words that say what is asked for, which its name may hold ("Tarn National
        Park"); `known` the names of that kind by index form, where a list tells them: of countries.
        With `several` each name is as good that enough speaks for.
        """
        self._several = several
        self._asked = _forms(word for word in words if word not in kind)
        self._kind, self._known = _forms(kind), known
        found: dict[str, float] = defaultdict(float)
        for worth, told in passages:
            for name, value in self._best(told).items():
                found[name] += worth * value
        self._found = found
        self._most = max(found.values(), default=0.0)

    def _best(self, told: Sequence[Told]) -> dict[str, float]:
        """The best that one passage has for each name; what tells half speaks a quarter."""
        best: dict[str, float] = {}
        for sentence, value in told:
            for name in self._names(sentence) if value >= LEAST else ():
                best[name] = max(best.get(name, 0.0), value**2)
        return best

    def _names(self, sentence: str) -> list[str]:
        """By their last words: Orlova is Vera Orlova; by the one that tells it where they are known."""
        names = [name.text for name in find_names(sentence)]
        if self._known:
            told = (words_of(name) for name in names)
            return [
                found for words in told for at in range(len(words)) if (found := self._known_at(words, at))
            ]
        free = [name for name in (*names, *QUOTED.findall(sentence)) if not self._is_asked(name)]
        return [last for name in free if (last := self._last(name))]

    def _is_asked(self, name: str) -> bool:
        return not self._asked.isdisjoint(bag(name).forms)

    def _last(self, name: str) -> str:
        """The last word of a name that does not say of what kind it is; "" when all do."""
        return next(
            (fold(one) for one in reversed(words_of(name)) if self._kind.isdisjoint(bag(one).forms)), ""
        )

    def _known_at(self, words: Sequence[str], at: int) -> str:
        """The listed name that ends there, "South Korea", not "Michael Jordan"; "" when there is none."""
        if at and fold(words[at - 1]) not in BEFORE:
            return ""
        forms = sorted(bag(words[at]).forms)
        found = next((self._known[form] for form in forms if form in self._known), "")
        return found if found and self._asked.isdisjoint(forms) else ""

    def may_answer(self, sentence: str) -> bool:
        """Whether a sentence names any of the names where these are known, or people called after one."""
        return not self._known or self.share(sentence) > 0 or any(map(self._is_after, find_names(sentence)))

    def _is_after(self, name: Name) -> bool:
        """ "Russians", "Japanese", "Texan": by the letters of the listed name."""
        low = fold(name.text)
        stems = (form[:-1] for form in self._known if len(form) >= SHORTEST)
        return any(low.startswith(stem) for stem in stems)

    def worth(self, sentence: str) -> float:
        """What a sentence is worth as an answer by its names, 0 to 1."""
        found = self.share(sentence)
        return float(found >= ENOUGH) if self._several else found

    def share(self, sentence: str) -> float:
        """What speaks for a name of a sentence against the name with most votes, 0 to 1."""
        votes = [self._found.get(name, 0.0) for name in self._names(sentence)]
        return max(votes, default=0.0) / self._most if self._most else 0.0


def _forms(words: Iterable[Word]) -> frozenset[str]:
    return frozenset[str]().union(*(word.forms for word in words))
