"""What a claim may not leave out: "former", "some", "if", "proposed to", and whose wife somebody is.

A word of the source that turns what stands behind it must stand in the claim, too, or one of its kind. It knows
single sentences; hedges such as "may" are the concern of `bot.support.modality`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.language.morphology import morph
from bot.language.wordclass import word_class
from bot.statements.office_words import is_office_word
from bot.support.alignment import Alignment
from bot.support.case import Case, Reason, ReasonKind
from bot.support.lexicon import small_words, word_groups, word_set
from bot.support.reading import Word, folded, is_russian

GAP = 2  # characters between two words: more are a dash, or the end of a quotation
REACH = 4  # words from one that limits, or owns, to the other
GOVERNED = 6  # words from one that makes unreal to what it governs
BETWEEN = 2  # of these that carry meaning and stand between
LIMITING, UNREAL = "limiting.txt", "unreal.txt"


def left_out(case: Case) -> list[Reason]:
    """Words that turn what a claim takes from its sources, and that it does not have."""
    return [
        Reason(*told)
        for alignment in case.alignments
        for told in (*_turned(alignment, case), *_conditions(alignment, case))
    ]


@dataclass(frozen=True, slots=True)
class _Rest:
    """A word of a source that the claim takes, in its sentence; `taken` are all that it takes."""

    word: Word
    sentence: Sequence[Word]
    taken: frozenset[int]

    def is_taken(self, word: Word) -> bool:
        return id(word) in self.taken

    def before(self, reach: int) -> Iterator[Word]:
        """The words in front, the nearest first, as far as no other punctuation than a comma stands there."""
        start = self.word.start
        for one in reversed(self.sentence[max(0, self.word.place - reach) : self.word.place]):
            if start - one.end > GAP:
                return
            start = one.start
            yield one


def _turned(alignment: Alignment, case: Case) -> Iterator[tuple[ReasonKind, str]]:
    """Each word that is turned in every sentence that it may rest on, with what turns it."""
    taken = frozenset(id(match.found) for match in alignment.matches if match.aligned)
    for match in alignment.matches:
        if not match.aligned or match.found is None:
            continue
        places = [*case.counterparts(match, alignment), (match.found, case.beside(match))]
        rests = [_Rest(word, sentence, taken) for word, sentence in places]
        for turns in (_limited, _governed, _owned):
            turning = [turns(one, alignment.words) for one in rests]
            if all(turning):
                yield "modality", f"{turning[0]} {match.word.text}"


def _limited(rest: _Rest, claim: Sequence[Word]) -> str:
    """What limits a word: "former", "some of the"; adjectives may stand between."""
    if rest.word.kind == "number":
        return ""
    behind = rest.sentence[rest.word.place + 1 : rest.word.place + 2]
    for one in (*rest.before(REACH), *(word for word in behind if _is_candidate(word))):
        if not rest.is_taken(one) and (groups := _groups(one, LIMITING)):
            return "" if _has(claim, groups, LIMITING) else one.text
        if one.kind != "stop" and not _is_adjective(one):
            return ""
    return ""


def _governed(rest: _Rest, claim: Sequence[Word]) -> str:
    """What makes unreal what a word tells: "proposed to", "lifted a ban on"."""
    between = 0
    for one in rest.before(GOVERNED):
        groups = _groups(one, UNREAL)
        if groups:
            return "" if rest.is_taken(one) or _has(claim, groups, UNREAL) else one.text
        between += one.kind != "stop"
        if between > BETWEEN:
            return ""
    return ""


def _owned(rest: _Rest, claim: Sequence[Word]) -> str:
    """Whose name or office a word is: "the wife of", "'s lawyer"; adjectives and offices may stand between."""
    if rest.word.kind != "name" and not is_office_word(rest.word.text):
        return ""
    behind = rest.sentence[rest.word.place + 1 : rest.word.place + 2]
    owners = [word for word in behind if word.start - rest.word.end == len("'s ")]
    for one in rest.before(REACH):
        if _is_owned(one):
            owners.append(one)
        if one.kind == "word" and not (_is_adjective(one) or is_office_word(one.text)):
            break
    told = next((one for one in owners if _is_owned(one)), None)
    if told is None or rest.is_taken(told) or any(map(_is_owned, claim)):
        return ""
    return told.text


def _conditions(alignment: Alignment, case: Case) -> Iterator[tuple[ReasonKind, str]]:
    """Clauses that hold only under a condition which the claim does not tell."""
    if any(folded(word) in small_words("condition") for word in alignment.words):
        return
    for place in alignment.places:
        clauses = _clauses(case.sources.sentence(place))
        taken = {id(match.found) for match in alignment.matches if match.aligned}
        for at, clause in enumerate(clauses):
            told = _condition(clause)
            if told is None:
                continue
            bound = clause if told != clause[0] else clauses[at - 1] if at else (clauses[1:2] or [[]])[0]
            if any(id(word) in taken for word in bound):
                yield "modality", told.text


def _clauses(sentence: Sequence[Word]) -> list[list[Word]]:
    """A sentence cut at its punctuation and before its "if"."""
    found: list[list[Word]] = []
    for word in sentence:
        opens = folded(word) in small_words("condition")
        if not found or opens or word.start - found[-1][-1].end > 1:
            found.append([])
        found[-1].append(word)
    return found


def _condition(clause: Sequence[Word]) -> Word | None:
    first = clause[0]
    return first if folded(first) in small_words("condition") else None


def _groups(word: Word, name: str) -> frozenset[int]:
    table = word_groups(name)
    return frozenset[int]().union(*(table.get(form, ()) for form in {folded(word), *word.forms}))


def _has(claim: Sequence[Word], groups: frozenset[int], name: str) -> bool:
    return any(groups & _groups(word, name) for word in claim)


def _is_owned(word: Word) -> bool:
    return not word.forms.isdisjoint(word_set("owned.txt"))


def _is_candidate(word: Word) -> bool:
    return not word.forms.isdisjoint({"candid", "candidat"})


def _is_adjective(word: Word) -> bool:
    if is_russian(word):
        return any(parse.pos in {"ADJF", "PRTF"} for parse in morph(folded(word))[:2])
    return word_class(word.text) in {"adjective", "participle"}
