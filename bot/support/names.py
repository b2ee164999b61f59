"""Names of a claim and their counterparts in the sources; it knows nothing of who bears them."""

from collections.abc import Iterator, Sequence

from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.matching import relation
from bot.support.reading import Word

WITHIN = 2  # words that may stand between two parts of one name in the source


def unknown_names(case: Case) -> list[Reason]:
    """Names that stand nowhere in the sources and that the ledger does not resolve to."""
    known = [word for sentence in case.names.sentences for word in sentence]
    return [
        Reason("name", match.word.text)
        for alignment in case.alignments
        for match in alignment.matches
        if match.word.kind == "name" and match.relation in ("none", "near")
        if not any(relation(match.word, other) == "same" for other in known)
    ]


def joined_names(case: Case) -> list[Reason]:
    """Names of several words whose words belong to different names in the sources."""
    return [
        Reason("name", f"{one.word.text} {other.word.text}")
        for alignment in case.alignments
        for one, other in _pairs(alignment)
        if not _stand_together(one.word, other.word, case)
    ]


def _pairs(alignment: Alignment) -> Iterator[tuple[Match, Match]]:
    """Neighbouring words of one name, both of them known."""
    for one, other in zip(alignment.matches, alignment.matches[1:], strict=False):
        adjacent = other.word.place == one.word.place + 1 and other.word.start == one.word.end + 1
        if adjacent and one.word.kind == other.word.kind == "name":
            yield one, other


def _stand_together(one: Word, other: Word, case: Case) -> bool:
    """Whether some place has both words together, or one of them is known from nowhere else."""
    first, second = case.sources.find(one), case.sources.find(other)
    known = _together_in(case.names.sentences, one, other)
    return (
        known
        or not first
        or not second
        or any(
            place == place_ and 0 < abs(word.place - word_.place) <= WITHIN + 1
            for place, word, _ in first
            for place_, word_, _ in second
        )
    )


def _together_in(sentences: Sequence[Sequence[Word]], one: Word, other: Word) -> bool:
    return any(
        any(relation(one, word) == "same" for word in sentence)
        and any(relation(other, word) == "same" for word in sentence)
        for sentence in sentences
    )
