"""Whether a short sentence is put together from several ones of the sources, as only longer ones may be.

What two sentences tell apart need not hold together: that is how summarisers make facts up. It knows no
opposites and no numbers.
"""

from collections.abc import Iterator

from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.lexicon import word_set
from bot.support.matching import relation

SHORT = 12  # words that carry meaning; chosen on public sets of summaries, where longer ones do draw together


def merged(case: Case) -> list[Reason]:
    """The words of short sentences that stand in another sentence of the sources than the rest."""
    return [
        Reason("merged", " ".join(strays))
        for alignment in case.alignments
        if len(alignment.matches) <= SHORT and (strays := list(_strays(alignment, case)))
    ]


def _strays(alignment: Alignment, case: Case) -> Iterator[str]:
    for match in alignment.matches:
        away = match.aligned and match.place not in alignment.places[:1]
        if match.word.forms & word_set("light_words.txt"):
            continue
        if away and not _completes_name(match, alignment) and not _is_told(match, case):
            yield match.word.text


def _completes_name(match: Match, alignment: Alignment) -> bool:
    """The first name of somebody whom the sentence calls by the last, and the like."""
    return match.word.kind == "name" and any(
        other.word.kind == "name"
        and abs(other.word.place - match.word.place) == 1
        and other.place in alignment.places[:1]
        for other in alignment.matches
    )


def _is_told(match: Match, case: Case) -> bool:
    """Whether the ledger tells that a pronoun or an office of the sources means this one."""
    known = (word for sentence in case.names.sentences for word in sentence)
    return match.word.kind == "name" and any(relation(match.word, word) == "same" for word in known)
