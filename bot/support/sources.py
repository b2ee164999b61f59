"""The texts that a claim is checked against, indexed by everything that a word may be found under.

It finds words; what they prove is not its concern.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.support.matching import ROOT, Relation, pivots, relation
from bot.support.reading import Reading, Word, read

Place = tuple[int, int]  # text, sentence
Hit = tuple[Place, Word, Relation]


class Sources:
    """Several texts read; a place is a sentence of one of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.readings: tuple[Reading, ...] = tuple(map(read, texts))
        self._words: dict[object, list[tuple[Place, Word]]] = defaultdict(list)
        for number, reading in enumerate(self.readings):
            for place, sentence in enumerate(reading.sentences):
                for word in sentence:
                    for key in _keys(word):
                        self._words[key].append(((number, place), word))

    def places(self) -> Iterator[Place]:
        """Every sentence, in order."""
        for number, reading in enumerate(self.readings):
            yield from ((number, place) for place in range(len(reading.sentences)))

    def sentence(self, place: Place) -> tuple[Word, ...]:
        """The words of one sentence."""
        return self.readings[place[0]].sentences[place[1]]

    def words(self, places: Iterable[Place]) -> list[Word]:
        """The words of some sentences, in order."""
        return [word for place in places for word in self.sentence(place)]

    def shown(self, place: Place) -> str:
        """A sentence as it is written."""
        reading = self.readings[place[0]]
        return reading.text[slice(*reading.spans[place[1]])]

    def find(self, word: Word) -> list[Hit]:
        """Every word that may stand for `word`, with what the two have in common."""
        found: dict[tuple[Place, int], Hit] = {}
        for key in _keys(word, asked=True):
            for place, other in self._words.get(key, ()):
                at = (place, other.place)
                if at not in found and (how := relation(word, other)) != "none":
                    found[at] = (place, other, how)
        return list(found.values())


@lru_cache(maxsize=64)
def sources_of(texts: tuple[str, ...]) -> Sources:
    """Texts are indexed once for all the claims that cite them."""
    return Sources(texts)


def _keys(word: Word, asked: bool = False) -> Iterator[object]:
    yield from word.forms
    if word.kind == "stop":
        return
    yield from word.groups
    yield from pivots(word, asked)
    if len(word.text) >= ROOT:
        yield ("root", word.text[:ROOT].lower())
