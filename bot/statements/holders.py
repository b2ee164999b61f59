"""Who is meant by an office: of all who are said to have it those who hold it; it knows no names."""

from collections.abc import Callable, Iterable
from itertools import islice

from bot.language.lemmas import is_stop
from bot.language.script import fold
from bot.models import Speaker
from bot.statements.office_words import is_deputy, is_former
from bot.statements.offices import covers, same_office
from bot.statements.speaker_index import OfficeIndex, is_office_alone
from bot.statements.speaker_keys import office_of, phrase_words

OFTEN = 12  # offices of a speaker, most frequent first; those behind are slips
HEARD = 0.15  # share of the first one's statements from which an office worded as asked decides


class Holders:
    """Looks offices up in an index, and at who has them."""

    def __init__(self, offices: OfficeIndex, speakers: Callable[[Iterable[int]], list[Speaker]]) -> None:
        """`speakers` gives those of some ids, with most statements first."""
        self._offices = offices
        self._speakers = speakers

    def of(self, words: str) -> set[int]:
        """Everyone whom an office may mean, however it is worded."""
        return self._holding(words, self._by_concept(words) or self._by_wording(words))

    def of_concept(self, words: str) -> set[int]:
        """The same, where the words are an office that the lexicon knows and nothing else."""
        return self._holding(words, self._by_concept(words))

    def _by_concept(self, words: str) -> set[int]:
        keys = same_office(office_of(words)) if is_office_alone(words) else ()
        return next(filter(None, map(self._offices.holders, keys)), set())

    def _by_wording(self, words: str) -> set[int]:
        parts = phrase_words(words)
        return self._offices.worded(parts) if len(parts) > 1 else set()

    def _holding(self, words: str, ids: set[int]) -> set[int]:
        """Of those with an office those who hold it still, or no more ("the former mayor"); no envoys."""
        held = {one.id: _offices_like(words, one.offices) for one in self._speakers(ids)}
        held = {number: offices for number, offices in held.items() if offices}
        former = is_former(words)
        in_time = {number for number, offices in held.items() if former in map(is_former, offices)}
        # he who is mostly "the former president" is not the president, whatever older articles say
        mostly = {number for number in in_time if former or not is_former(held[number][0])}
        return self._as_worded(words, mostly or in_time or set(held) or ids)

    def _as_worded(self, words: str, ids: set[int]) -> set[int]:
        """Of some holders those whose office is worded so, if these are heard: "press secretary"."""
        found, worded = self._speakers(ids), _bare(words)
        exact = [one for one in found if worded in map(_bare, one.offices)]
        heard = exact and exact[0].statements >= HEARD * found[0].statements
        return {one.id for one in exact} if heard else ids


def has_office(words: str, offices: Iterable[str]) -> bool:
    """Whether one of some offices is what the words ask for, as the lexicon has it or by its wording."""
    known = [office for office in offices if is_former(office) == is_former(words)]
    if office_of(words):
        return bool(_offices_like(words, known))
    asked = {fold(word) for word in phrase_words(words) if not is_stop(word)}
    return any(asked <= {fold(word) for word in phrase_words(office)} for office in known)


def _bare(office: str) -> str:
    return " ".join(map(fold, phrase_words(office)))


def _offices_like(words: str, offices: Iterable[str]) -> list[str]:
    """Of some offices those that the words ask for, whether or not they are held still."""
    asked, below = tuple(same_office(office_of(words))), is_deputy(words)
    same = (office for office in islice(offices, OFTEN) if is_deputy(office) == below)
    return [office for office in same if any(covers(office_of(office), keys) for keys in asked)]
