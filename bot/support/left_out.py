"""What a claim may not leave out: "former", "some", "proposed to", and whose wife somebody is.

A word of the source that turns what stands behind it must stand in the claim, too, or one of its kind. It
knows single sentences; hedges such as "may" are the concern of `bot.support.modality`, clauses with "if" of
`bot.support.conditions`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Literal

from bot.statements.office_words import is_office_word
from bot.support.alignment import Alignment
from bot.support.case import Case, Reason, ReasonKind
from bot.support.forms import is_adjective, is_genitive
from bot.support.lexicon import is_past_form, small_words, word_groups, word_set
from bot.support.negation import is_no_doubt, tells_anew
from bot.support.reading import Word, folded, is_russian

GAP = 1  # characters between two words: more are punctuation
REACH = 4  # words from one that limits, or owns, to the other
GOVERNED = 6  # words from one that makes unreal to what it governs
OPENING = 2  # words in front of a verb in which "who" stands
BETWEEN = 2  # of these that carry meaning and stand between
NOUNS = ("ion", "ions")  # of English
LIMITING, OFFICE, UNREAL = "limiting.txt", "limiting_office.txt", "unreal.txt"
MOST = "most"


def left_out(case: Case) -> list[Reason]:
    """Words that turn what a claim takes from its sources, and that it does not have."""
    return [Reason(*told) for alignment in case.alignments for told in _turned(alignment, case)]


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
            turning = list(takewhile(bool, (turns(one, alignment.words) for one in rests)))
            if len(turning) == len(rests):
                yield "modality", f"{turning[0]} {match.word.text}"


def _limited(rest: _Rest, claim: Sequence[Word]) -> str:
    """What limits a word: "former", "some of the", "20% of"; adjectives may stand between."""
    behind = rest.sentence[rest.word.place + 1 : rest.word.place + 2]
    of = False
    for one in (*rest.before(REACH), *(word for word in behind if _is_candidate(word))):
        if turns := _limits(one, rest, claim):
            return one.text if turns == "missed" else ""
        if one.kind == "number" and of and not rest.is_taken(one):
            return one.text
        if (one.kind == "word" and not is_adjective(one)) or one.kind == "name":
            return ""
        of = folded(one) in small_words("end of")
    return ""


def _limits(one: Word, rest: _Rest, claim: Sequence[Word]) -> Literal["missed", "told", ""]:
    """Whether a word limits the one that is taken, and whether the claim tells it or need not."""
    if rest.is_taken(one) or _is_superlative(one, rest.sentence) or _is_rough(one, rest.sentence):
        return ""
    for name in (LIMITING, OFFICE):
        if groups := _groups(one, rest.sentence, name):
            return "told" if _is_whole(name, one, rest) or _has(claim, groups, name) else "missed"
    return ""


def _is_whole(name: str, one: Word, rest: _Rest) -> bool:
    return name == OFFICE and not _is_office_limited(rest.word, one)


def _is_office_limited(word: Word, one: Word) -> bool:
    """Whether a word of office limits another: before a name it is a title, in "the deputy left" a noun."""
    title = word.kind == "name" and one.place < word.place
    return not title and not is_past_form(word.text)


def _is_superlative(word: Word, sentence: Sequence[Word]) -> bool:
    """ "The most famous" limits nobody, "most famous singers" does."""
    before = sentence[max(0, word.place - 1) : word.place]
    return folded(word) == MOST and any(folded(one) in small_words("determiners") for one in before)


def _is_rough(word: Word, sentence: Sequence[Word]) -> bool:
    """Of "some 40 people" the number tells how many."""
    return any(one.kind == "number" for one in sentence[word.place + 1 : word.place + 2])


def _governed(rest: _Rest, claim: Sequence[Word]) -> str:
    """What makes unreal what a word tells: "proposed to", "lifted a ban on"."""
    between = 0
    for one in rest.before(GOVERNED):
        groups = _groups(one, rest.sentence, UNREAL)
        if groups and not _is_mere_noun(one, rest.sentence):
            told = rest.is_taken(one) or _is_past(one, rest) or _has(claim, groups, UNREAL)
            return "" if told or is_no_doubt(rest.sentence, one.place) else one.text
        between += one.kind != "stop"
        if between > BETWEEN or folded(one) in small_words("agent"):  # "rejected by the council"
            return ""
        if tells_anew(rest.sentence, one.place):
            return ""
    return ""


def _is_mere_noun(word: Word, sentence: Sequence[Word]) -> bool:
    """A noun beside a verb of the list: a discussion has its subject, and a suspect is somebody."""
    if word.text.endswith(NOUNS):
        return folded(word) not in word_groups(UNREAL)
    before = sentence[max(0, word.place - 1) : word.place]
    opens = all(folded(one) in small_words("determiners") or is_adjective(one) for one in before)
    return opens and bool(_groups(word, sentence, OFFICE))


def _is_past(one: Word, rest: _Rest) -> bool:
    """Whether the English relative clause of a verb is over: "who promised to help left Dolsk"."""
    opening = rest.sentence[max(0, one.place - OPENING) : one.place]
    if not any(folded(word) in small_words("relative") for word in opening):
        return False
    behind = pairwise(rest.sentence[one.place : rest.word.place + 1])
    return any(
        _is_finite(word) and folded(before) not in small_words("infinitive") for before, word in behind
    )


def _is_finite(word: Word) -> bool:
    """Whether an English word is rather the verb of a sentence: "left", "moved", "would"."""
    return folded(word) in small_words("finite") or is_past_form(word.text)


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
    belongs = is_russian(rest.word) and is_genitive(rest.word)
    for one in rest.before(REACH):
        belongs = belongs or folded(one) in small_words("belonging to")
        if _is_owned(one):
            if belongs:
                yield one
            return
        if one.kind == "name" and is_russian(one) and not is_genitive(one):
            return
        if one.kind == "word" and not (is_adjective(one) or is_office_word(one.text)):
            return


def _groups(word: Word, sentence: Sequence[Word], name: str) -> frozenset[int]:
    """The lines of a list on which a word stands, by itself or with the next one."""
    table = word_groups(name)
    at = word.place - sentence[0].place
    rest = [folded(one) for one in sentence[at + 1 : at + 2]]
    forms = {folded(word), *word.forms}
    entries = (*forms, *(f"{form} {behind}" for form in forms for behind in rest))
    return frozenset[int]().union(*(table.get(entry, ()) for entry in entries))


def _has(claim: Sequence[Word], groups: frozenset[int], name: str) -> bool:
    return any(groups & _groups(word, claim, name) for word in claim)


def _is_owned(word: Word) -> bool:
    return not word.forms.isdisjoint(word_set("owned.txt"))


def _is_candidate(word: Word) -> bool:
    return not word.forms.isdisjoint({"candid", "candidat"})
