"""Whether a short sentence is put together from several ones of the sources, as only longer ones may be.

What two sentences tell apart need not hold together: that is how summarisers make facts up. It knows no
opposites and no numbers.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.statements.office_words import is_office_word
from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.lexicon import small_words
from bot.support.matching import relation
from bot.support.reading import folded
from bot.support.sources import Place

MARKS = re.compile(r"[“”«»\"]")
SHORT = 12  # words that carry meaning; chosen on public sets of summaries, where longer ones do draw together


def merged(case: Case) -> list[Reason]:
    """What stands in another sentence of the sources than the rest: any of it in a short sentence.

    In a longer one a run of such words with one among them that no source has: a clause made up.
    """
    found: list[Reason] = []
    for alignment in case.alignments:
        short = len(alignment.matches) <= SHORT
        for strays in _runs(alignment, case):
            away = [match for match in strays if match.relation != "none"]
            if away and (short or 2 <= len(away) < len(strays)):
                found.append(Reason("merged", " ".join(match.word.text for match in strays)))
    return found


def _runs(alignment: Alignment, case: Case) -> Iterator[list[Match]]:
    """Neighbouring words that the sentence which most of a claim rests on does not have."""
    telling = [match for match in alignment.matches if not is_told(match, case)]
    places = Counter(match.place for match in telling if match.aligned)
    main = next(iter(places.most_common(1)), (None, 0))[0]
    if main is not None and not _may_mean_somebody(main, case):
        telling = [match for match in alignment.matches if not match.word.is_light]
    for away, run in groupby(telling, lambda match: _is_away(match, main, telling)):
        if away:
            yield list(run)


def _may_mean_somebody(place: Place, case: Case) -> bool:
    """Whether a sentence may be of one whom it does not name: by pronoun, by office, in his own words."""
    return MARKS.search(case.sources.shown(place)) is not None or any(
        folded(word) in small_words("subject pronouns") or is_office_word(word.text)
        for word in case.sources.sentence(place)
    )


def is_told(match: Match, case: Case) -> bool:
    """Whether a word needs no place of its own: a light one, or a name that the ledger gives to a pronoun."""
    if match.word.is_light:
        return True
    known = (word for sentence in case.names.sentences for word in sentence)
    return match.word.kind == "name" and any(relation(match.word, word) == "same" for word in known)


def _is_away(match: Match, main: Place | None, telling: Sequence[Match]) -> bool:
    if match.relation == "none":
        return match.word.kind == "word"
    return match.aligned and match.place != main and not _completes_name(match, main, telling)


def _completes_name(match: Match, main: Place | None, telling: Sequence[Match]) -> bool:
    """The first name of somebody whom the sentence calls by the last, and the like."""
    return match.word.kind == "name" and any(
        other.word.kind == "name" and abs(other.word.place - match.word.place) == 1 and other.place == main
        for other in telling
    )
