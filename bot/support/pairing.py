"""Whether what a claim puts together stands together: "twelve were hurt and two died" lets no twelve die.

It compares clauses of one sentence by what they count and what they name; it knows no grammar.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.clauses import Clauses
from bot.support.counted import is_bare
from bot.support.directions import is_at_home
from bot.support.forms import is_adjective, is_noun
from bot.support.lexicon import small_words
from bot.support.matching import opposed
from bot.support.reading import Word, folded, is_russian

NEAR = 3  # words of a claim from one to the other of what it tells together
COUNTED = 2  # words from a number to what it counts
TURNING = ("time before", "time after", "because", "despite")


def mispaired(case: Case) -> list[Reason]:
    """Numbers told of what another clause of the sentence tells, which has a number of its own."""
    return [
        Reason("number", f"{number.word.text} {other.word.text}")
        for alignment in case.alignments
        for number, other in _neighbours(alignment)
        if _has_own(number, other, alignment, case)
    ]


def _neighbours(alignment: Alignment) -> Iterator[tuple[Match, Match]]:
    """Numbers of a claim with the words of their clause close to them that rest on the same sentence."""
    home = [match for match in alignment.matches if is_at_home(match) and not match.word.is_light]
    for number, other in _close(home, Clauses(alignment.words)):
        if number.word.kind == "number" != other.word.kind:
            yield number, other


def _close(matches: Sequence[Match], clauses: Clauses) -> Iterator[tuple[Match, Match]]:
    """Both orders of all pairs that stand close in one clause and rest on one sentence."""
    for at, one in enumerate(matches):
        for other in matches[at + 1 :]:
            if other.word.place - one.word.place > NEAR:
                break
            if one.place == other.place and clauses.number(one.word) == clauses.number(other.word):
                yield one, other
                yield other, one


def crossed(case: Case) -> list[Reason]:
    """Words of a claim's clause that rest on two clauses, one of which has the opposite of the other's word.

    "Eggs became cheaper and milk dearer" lets no eggs become dearer.
    """
    return [
        Reason("opposite", f"{one.word.text} {other.word.text}")
        for alignment in case.alignments
        for one, other in _crossing(alignment, case)
    ]


def _crossing(alignment: Alignment, case: Case) -> Iterator[tuple[Match, Match]]:
    home = [match for match in alignment.matches if is_at_home(match) and match.word.kind != "number"]
    here = Clauses(alignment.words)
    there = {place: Clauses(case.sources.sentence(place)) for place in alignment.places}
    taken = {(here.number(match.word), id(match.found)) for match in home}
    for one, other in _close(home, here):
        if one.place is None or one.found is None or other.found is None:
            continue
        clauses, clause = there[one.place], here.number(one.word)
        free = (word for word in clauses.beside(one.found) if (clause, id(word)) not in taken)
        if _is_crossed(one.found, other.found, free, clauses):
            yield one, other


def _is_crossed(one: Word, other: Word, free: Iterable[Word], clauses: Clauses) -> bool:
    """Whether a word of another clause has its opposite beside `one`, which the claim leaves free."""
    if not other.sides or not _is_apart(one, other, clauses):
        return False
    against = next((word for word in free if opposed(other, word)), None)
    return against is not None and not _goes_on(one, other, against, clauses)


def _is_apart(one: Word, other: Word, clauses: Clauses) -> bool:
    """Whether two words stand in two clauses, and neither in both."""
    beside, away = clauses.beside(one), clauses.beside(other)
    return not (_stands_in(other, beside) or _stands_in(one, away))


def _goes_on(one: Word, other: Word, against: Word, clauses: Clauses) -> bool:
    """Whether a later clause borrows a word of the one before: "beat Tarn but lost to Osk", "the old one"."""
    if other.place < one.place:
        return False
    away = clauses.beside(other)
    following = [word for word in away if word.place == other.place + 1]
    if any(folded(word) in small_words("one") for word in following):
        return True
    if is_russian(other) and is_adjective(other):
        return not any(is_adjective(word) or is_noun(word) for word in following)
    counts = any(word.kind == "number" and is_bare(word, away) for word in away)
    if counts and _is_counted(one, clauses.beside(one)):  # "lost three games and won six"
        return True
    return _first(away) is other and one.place < against.place


def _is_counted(word: Word, clause: Sequence[Word]) -> bool:
    return any(one.kind == "number" and 0 < word.place - one.place <= COUNTED for one in clause)


def _first(clause: Sequence[Word]) -> Word | None:
    return next((word for word in clause if word.kind != "stop"), None)


def _stands_in(word: Word, clause: Sequence[Word]) -> bool:
    return any(not word.forms.isdisjoint(other.forms) for other in clause)


def _has_own(number: Match, other: Match, alignment: Alignment, case: Case) -> bool:
    if number.found is None or other.found is None:
        return False
    here, there = Clauses(alignment.words), Clauses(case.beside(number))
    of_number, of_other = there.number(number.found), there.number(other.found)
    if of_number == of_other:
        return False
    clause = here.number(other.word)
    matches = (match for match in alignment.matches if match.aligned and here.number(match.word) == clause)
    taken = {id(match.found) for match in matches}
    if of_number < of_other:
        return any(word.kind == "number" and id(word) not in taken for word in there.beside(other.found))
    # what stands in front may be of both clauses, unless the later one has another of its kind: "in June"
    return any(_excludes(other.found, word) and id(word) not in taken for word in there.beside(number.found))


def _excludes(one: Word, other: Word) -> bool:
    sets = {number for number, _ in one.members}
    return any(number in sets for number, _ in other.members) and not one.members & other.members


def reversed_order(case: Case) -> list[Reason]:
    """What comes first, or is the cause, in the source and second in the claim: "A after B", "B after A"."""
    return [
        Reason("opposite", f"{word.text} {behind.word.text}")
        for alignment in case.alignments
        for word in alignment.words
        for kind in [next((kind for kind in TURNING if folded(word) in small_words(kind)), None)]
        for behind in [next((match for match in alignment.matches if match.word.place > word.place), None)]
        if kind and behind and behind.found and is_at_home(behind)
        for governed in _governed_after(behind.found, kind, case.beside(behind))
        if any(match.found is governed for match in alignment.matches if match.word.place < word.place)
    ]


def _governed_after(word: Word, kind: str, sentence: Sequence[Word]) -> Iterator[Word]:
    """What the words of a kind govern that stand behind a word in its sentence."""
    for turn in sentence:
        if word.place < turn.place and folded(turn) in small_words(kind):
            yield from islice((one for one in sentence[turn.place + 1 :] if one.kind != "stop"), 1)
