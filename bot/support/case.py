"""A claim beside its sources, aligned: what every check of this package is given, and what it gives back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.support.alignment import Alignment, Match, align
from bot.support.reading import Reading, Word, read
from bot.support.sources import Sources, sources_of

ReasonKind = Literal[
    "quoted words",
    "number",
    "unit",
    "date",
    "name",
    "negation",
    "opposite",
    "instead of",
    "modality",
    "swapped",
    "merged",
    "not in the source",
    "speaker",
    "chain",
]


class Reason(NamedTuple):
    """Why a claim is not supported: of what kind, and the words that it turns on."""

    kind: ReasonKind
    words: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}" if self.kind not in BARE else f"{self.kind} {self.words}"


CLOSE = frozenset({"same", "synonym"})
BARE = frozenset({"number", "name", "date", "speaker"})


@dataclass(frozen=True, slots=True)
class Case:
    """One claim; `names` are those that the ledger resolves pronouns and offices of the sources to."""

    claim: Reading
    sources: Sources
    alignments: tuple[Alignment, ...]
    names: Reading
    published: str | None = None  # of the sources: what "yesterday" counts from

    def counterparts(self, match: Match, alignment: Alignment) -> list[tuple[Word, tuple[Word, ...]]]:
        """Every word that one may rest on in the sentences chosen, each with its sentence."""
        hits = self.sources.find(match.word)
        return [
            (word, self.sources.sentence(place))
            for place, word, how in hits
            if place in alignment.places and how in CLOSE
        ]

    def beside(self, match: Match) -> tuple[Word, ...]:
        """The sentence of the word that a match rests on."""
        return self.sources.sentence(match.place) if match.place is not None else ()


def make_case(
    claim: str, texts: Sequence[str], names: Sequence[str] = (), published: str | None = None
) -> Case:
    """A claim aligned with its sources, sentence by sentence."""
    sources = sources_of(tuple(texts))
    reading = read(claim)
    alignments = tuple(align(words, sources) for words in reading.sentences)
    return Case(reading, sources, alignments, read(". ".join(names)), published)
