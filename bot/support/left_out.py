"""What a claim may not leave out: "former", "some", "if", "proposed to", and whose wife somebody is.

A word of the source that turns what stands behind it must stand in the claim, too, or one of its kind. It
knows single sentences; hedges such as "may" are the concern of `bot.support.modality`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.language.cases import name_readings
from bot.language.morphology import morph
from bot.language.wordclass import word_class
from bot.statements.office_words import is_office_word
from bot.support.alignment import Alignment
from bot.support.case import Case, Reason, ReasonKind
from bot.support.lexicon import small_words, word_groups, word_set
from bot.support.reading import Word, folded, is_russian

GAP = 1  # characters between two words: more are punctuation
REACH = 4  # words from one that limits, or owns, to the other
GOVERNED = 6  # words from one that makes unreal to what it governs
BETWEEN = 2  # of these that carry meaning and stand between
NOUNS = ("ion", "ions")  # of English: a discussion has its subject, whatever comes of it
CONDITIONS = {("in", "case"), ("в", "случае"), ("при", "условии"), ("provided", "that")}
WHETHER = "whether"
IN_QUESTION = frozenset({WHETHER, "ли"})
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
        """The words in front, the nearest first, up to punctuation; but for the comma of ", что"."""
        behind = self.word
        for one in reversed(self.sentence[max(0, self.word.place - reach) : self.word.place]):
            more = one.kind == "number" or folded(behind) in small_words("that")  # "20% of", ", что"
            if behind.start - one.end > GAP + more:
                return
            behind = one
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
    """What limits a word: "former", "some of the", "20% of"; adjectives may stand between."""
    if rest.word.kind == "number":
        return ""
    behind = rest.sentence[rest.word.place + 1 : rest.word.place + 2]
    of = False
    for one in (*rest.before(REACH), *(word for word in behind if _is_candidate(word))):
        groups = _groups(one, LIMITING)
        if groups and not rest.is_taken(one):
            return "" if _has(claim, groups, LIMITING) else one.text
        if one.kind == "number" and of and not rest.is_taken(one):
            return one.text
        if (one.kind == "word" and not _is_adjective(one)) or one.kind == "name":
            return ""
        of = folded(one) in small_words("end of")
    return ""


def _governed(rest: _Rest, claim: Sequence[Word]) -> str:
    """What makes unreal what a word tells: "proposed to", "lifted a ban on"."""
    between = 0
    for one in rest.before(GOVERNED):
        groups = _groups(one, UNREAL)
        if groups and not one.text.endswith(NOUNS):
            return "" if rest.is_taken(one) or _has(claim, groups, UNREAL) else one.text
        between += one.kind != "stop"
        if between > BETWEEN:
            return ""
    return ""


def _owned(rest: _Rest, claim: Sequence[Word]) -> str:
    """Whose a name or office is: "the wife of", "'s lawyer"; adjectives and offices may stand between."""
    if rest.word.kind != "name" and not is_office_word(rest.word.text):
        return ""
    behind = rest.sentence[rest.word.place + 1 : rest.word.place + 2]
    owned = [word for word in behind if _is_owned(word) and word.start - rest.word.end == len("'s ")]
    owned += _owned_before(rest)
    if not owned or rest.is_taken(owned[0]) or any(map(_is_owned, claim)):
        return ""
    return owned[0].text


def _owned_before(rest: _Rest) -> Iterator[Word]:
    """What stands in front and belongs to the word by "of" or by its case; "spokesman Vetrov" is Vetrov."""
    belongs = is_russian(rest.word) and _is_genitive(rest.word)
    for one in rest.before(REACH):
        belongs = belongs or folded(one) in small_words("belonging to")
        if _is_owned(one):
            if belongs:
                yield one
            return
        if one.kind == "name" and is_russian(one) and not _is_genitive(one):
            return
        if one.kind == "word" and not (_is_adjective(one) or is_office_word(one.text)):
            return


def _is_genitive(word: Word) -> bool:
    parses = (parse for parse, _ in name_readings(word.text)) if word.kind == "name" else morph(folded(word))
    return any(parse.case == "gent" for parse in parses)


def _conditions(alignment: Alignment, case: Case) -> Iterator[tuple[ReasonKind, str]]:
    """Clauses under a condition, or in question, of which the claim tells neither."""
    if any(_opens(alignment.words, word) or folded(word) in IN_QUESTION for word in alignment.words):
        return
    taken = {id(match.found) for match in alignment.matches if match.aligned}
    for place in alignment.places:
        clauses = _clauses(case.sources.sentence(place))
        for at, clause in enumerate(clauses):
            bound = _bound(clauses, at)
            if any(id(word) in taken for one in bound for word in one):
                yield "modality", clause[0].text


def _bound(clauses: Sequence[Sequence[Word]], at: int) -> list[Sequence[Word]]:
    """The clauses that are not simply so since one begins with "if", or asks whether."""
    clause = clauses[at]
    if any(folded(word) in IN_QUESTION for word in clause):
        return [clause]
    if not _opens(clause, clause[0]):
        return []
    # "only if": what stands before has no words of its own
    before = [one for one in clauses[:at] if any(word.kind != "stop" for word in one)]
    return [clause, *(before[-1:] or clauses[at + 1 : at + 2])]


def _clauses(sentence: Sequence[Word]) -> list[list[Word]]:
    """A sentence cut at its punctuation and before its "if" and "whether"."""
    found: list[list[Word]] = []
    for word in sentence:
        opens = _opens(sentence, word) or folded(word) == WHETHER
        if not found or opens or word.start - found[-1][-1].end > 1:
            found.append([])
        found[-1].append(word)
    return found


def _opens(sentence: Sequence[Word], word: Word) -> bool:
    """Whether a word begins a condition: "if", "in case"."""
    at = next((at for at, one in enumerate(sentence) if one is word), 0)
    two = tuple(folded(one) for one in sentence[at : at + 2])
    return two[0] in small_words("condition") or two in CONDITIONS


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
