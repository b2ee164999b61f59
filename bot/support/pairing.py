"""Whether what a claim puts together stands together: "twelve were hurt and two died" lets no twelve die.

It compares clauses of one sentence by what they count and what they name; it knows no grammar.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.directions import is_at_home
from bot.support.lexicon import small_words
from bot.support.matching import opposed
from bot.support.reading import Word, folded

NEAR = 3  # words of a claim from one to the other of what it tells together
# characters between two words of different clauses; a dash with its blanks has three
CUTS = (2, *range(4, 99))
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
    for clause in map(set, _clauses(alignment.words)):
        told = [match for match in home if match.word in clause]
        for number in told:
            for other in told:
                near = abs(other.word.place - number.word.place) <= NEAR
                if number.word.kind == "number" != other.word.kind and number.place == other.place and near:
                    yield number, other


def crossed(case: Case) -> list[Reason]:
    """Words of a claim's clause that rest on two clauses, one of which has the opposite of the other's word.

    "Eggs became cheaper and milk dearer" lets no eggs become dearer.
    """
    found: list[Reason] = []
    for alignment in case.alignments:
        home = [match for match in alignment.matches if is_at_home(match) and match.word.kind != "number"]
        for clause in map(set, _clauses(alignment.words)):
            told = [match for match in home if match.word in clause]
            taken = {id(match.found) for match in told}
            for one in told:
                for other in told:
                    near = abs(one.word.place - other.word.place) <= NEAR
                    if near and one.place == other.place and _is_crossed(one, other, taken, case):
                        found.append(Reason("opposite", f"{one.word.text} {other.word.text}"))
    return found


def _is_crossed(one: Match, other: Match, taken: set[int], case: Case) -> bool:
    """Whether the clause of one word has the opposite of the other, and neither stands in both clauses."""
    if one.found is None or other.found is None or not other.found.sides:
        return False
    clauses = _clauses(case.beside(one))
    at, away = _number_of(clauses, one.found), _number_of(clauses, other.found)
    if _stands_in(other.found, clauses[at]) or _stands_in(one.found, clauses[away]):
        return False
    if _first(clauses[at]) is one.found and _first(clauses[away]) is other.found and at < away:
        return False  # one subject of both: "Dolsk beat Tarn but lost to Ladozhsk"
    return any(opposed(other.found, word) for word in clauses[at] if id(word) not in taken)


def _first(clause: Sequence[Word]) -> Word | None:
    return next((word for word in clause if word.kind != "stop"), None)


def _stands_in(word: Word, clause: Sequence[Word]) -> bool:
    return any(not word.forms.isdisjoint(other.forms) for other in clause)


def _has_own(number: Match, other: Match, alignment: Alignment, case: Case) -> bool:
    if number.found is None or other.found is None:
        return False
    clauses = _clauses(case.beside(number))
    of_number, of_other = _number_of(clauses, number.found), _number_of(clauses, other.found)
    if of_number == of_other:
        return False
    beside = next(clause for clause in _clauses(alignment.words) if other.word in clause)
    taken = {id(match.found) for match in alignment.matches if match.aligned and match.word in beside}
    if of_number < of_other:
        return any(word.kind == "number" and id(word) not in taken for word in clauses[of_other])
    # what stands in front may be of both clauses, unless the later one has another of its kind: "in June"
    return any(_excludes(other.found, word) and id(word) not in taken for word in clauses[of_number])


def _excludes(one: Word, other: Word) -> bool:
    sets = {number for number, _ in one.members}
    return any(number in sets for number, _ in other.members) and not one.members & other.members


def _number_of(clauses: Sequence[Sequence[Word]], word: Word) -> int:
    return next(at for at, clause in enumerate(clauses) if any(one is word for one in clause))


def _clauses(sentence: Sequence[Word]) -> list[list[Word]]:
    """A sentence cut at its punctuation and its "and"."""
    found: list[list[Word]] = [[]]
    for before, word in pairwise((None, *sentence)):
        assert word is not None
        if before is not None and (folded(word) in small_words("and") or word.start - before.end in CUTS):
            found.append([])
        found[-1].append(word)
    return found


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
