"""Names that a claim borrows from another clause: "it closed its plant in Tarn and opened one in Dolsk".

That closes none in Dolsk. It compares the small words in front of names and knows no grammar.
"""

from collections.abc import Iterator, Sequence

from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.clauses import Clauses
from bot.support.directions import is_at_home
from bot.support.lexicon import small_words
from bot.support.reading import Word, folded
from bot.support.whose import is_verb

ENOUGH = 2  # words that show of which clause a claim tells


def borrowed(case: Case) -> list[Reason]:
    """Names of another clause where the clause that all the rest stands in has a name in the same place."""
    return [
        Reason("merged", name.word.text)
        for alignment in case.alignments
        for name in alignment.matches
        if name.word.kind == "name" and is_at_home(name) and _is_borrowed(name, alignment, case)
    ]


def _is_borrowed(name: Match, alignment: Alignment, case: Case) -> bool:
    small = _small_before(name.word, alignment.words)
    if name.found is None or not small:
        return False
    sentence, rest = case.beside(name), _others(name, alignment)
    numbers = _parts(sentence)
    told_of = {numbers[word.place] for word in rest}
    if len(rest) < ENOUGH or len(told_of) != 1 or numbers[name.found.place] in told_of:
        return False
    beside = [word for word in sentence if numbers[word.place] in told_of]
    if any(not word.forms.isdisjoint(name.word.forms) for word in beside):
        return False
    taken = {id(match.found) for match in alignment.matches if match.aligned}
    names = [word for word in beside if word.kind == "name" and id(word) not in taken]
    return any(_small_before(word, sentence) == small for word in names)


def _others(name: Match, alignment: Alignment) -> list[Word]:
    """What the other words of a claim's clause rest on in the sentence of the name."""
    numbers = _parts(alignment.words)
    return [
        match.found
        for match in alignment.matches
        if match is not name and match.place == name.place and match.found is not None
        if is_at_home(match) and numbers[match.word.place] == numbers[name.word.place]
    ]


def _small_before(word: Word, sentence: Sequence[Word]) -> str:
    """The preposition, or the "and", in front of a name; "" for none."""
    before = sentence[word.place - 1] if word.place else None
    is_small = before is not None and folded(before) in small_words("prepositions") | small_words("and")
    return folded(before) if before is not None and is_small else ""


def _parts(sentence: Sequence[Word]) -> list[int]:
    """For every word the number of its clause, where what has no verb belongs to what stands in front."""
    clauses = Clauses(sentence)
    acts = {clauses.number(word) for word in _verbs(sentence)}
    numbers = [clauses.number(word) for word in sentence]
    return [max((act for act in acts if act <= number), default=0) for number in numbers]


def _verbs(sentence: Sequence[Word]) -> Iterator[Word]:
    for word in sentence:
        if is_verb(word, sentence) or folded(word) in small_words("finite"):
            yield word
