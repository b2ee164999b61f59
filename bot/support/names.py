"""Names of a claim and their counterparts in the sources; it knows nothing of who bears them."""

from collections.abc import Iterator, Sequence

from bot.statements.office_words import is_office_word
from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.matching import relation
from bot.support.reading import Word

TITLE = 3  # words in front of a name that may tell who it is
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


def others_titles(case: Case) -> list[Reason]:
    """Words in front of a name that the sources have in front of another, and other ones in front of this.

    "Finance minister Vetrov" out of "health minister Vetrov and finance minister Lugovoy".
    """
    return [
        Reason("name", f"{word.text} {match.word.text}")
        for alignment in case.alignments
        for match in alignment.matches
        if match.word.kind == "name" and match.aligned
        for word in _strange_title(match, alignment, case)
        if _among(word, _others_titles(match, alignment, case))
    ]


def _strange_title(match: Match, alignment: Alignment, case: Case) -> list[Word]:
    """The words in front of a name that no source has in front of it, if all have some."""
    own = [_title(word, beside) for word, beside in case.counterparts(match, alignment)]
    if not own or not all(own):
        return []
    strange = _title(match.word, alignment.words)
    if not all(any(map(_is_office, title)) for title in own):
        strange = [word for word in strange[:1] if word.kind == "word"]  # "команда Тарна"
    known = [word for title in own for word in title]
    return [word for word in strange if not _among(word, known)]


def _others_titles(match: Match, alignment: Alignment, case: Case) -> list[Word]:
    """The words in front of other names in the sentences that a claim rests on."""
    sentences = map(case.sources.sentence, alignment.places)
    return [
        title
        for sentence in sentences
        for word in sentence
        if word.kind == "name" and relation(match.word, word) != "same"
        for title in _title(word, sentence)
    ]


def _title(name: Word, sentence: Sequence[Word]) -> list[Word]:
    """The words that carry meaning right in front of a name, the nearest first."""
    found: list[Word] = []
    start = name.start
    for word in reversed(sentence[max(0, name.place - TITLE) : name.place]):
        if word.kind not in ("word", "name") or start - word.end > 1:
            break
        found.append(word)
        start = word.start
    return found


def _is_office(word: Word) -> bool:
    return is_office_word(word.text)


def _among(word: Word, others: Sequence[Word]) -> bool:
    return any(relation(word, other) in ("same", "synonym") for other in others)


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
