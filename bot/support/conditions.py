"""What is so only under a condition, or is no more than asked: a claim must tell its "if" or "whether", too.

It cuts sentences at their punctuation and knows nothing of what their clauses tell.
"""

from collections.abc import Iterator, Sequence

from bot.support.alignment import Alignment
from bot.support.case import Case, Reason
from bot.support.lexicon import small_words
from bot.support.reading import Word, folded


def conditions(case: Case) -> list[Reason]:
    """The openings of clauses that a claim tells as if they stood alone."""
    return [reason for alignment in case.alignments for reason in _of_sentence(alignment, case)]


def _of_sentence(alignment: Alignment, case: Case) -> Iterator[Reason]:
    """Clauses under a condition, or in question, of which the claim tells neither."""
    if any(_opens(alignment.words, word) or _asks(word) for word in alignment.words):
        return
    taken = {id(match.found) for match in alignment.matches if match.aligned}
    for place in alignment.places:
        clauses = _clauses(case.sources.sentence(place))
        bound = [{id(word) for one in _bound(clauses, at) for word in one} for at in range(len(clauses))]
        openings = (clause[0] for clause, words in zip(clauses, bound, strict=True) if words & taken)
        yield from (Reason("modality", opening.text) for opening in openings)


def _bound(clauses: Sequence[Sequence[Word]], at: int) -> list[Sequence[Word]]:
    """The clauses that are not simply so since one begins with "if", or asks whether."""
    clause = clauses[at]
    if any(map(_asks, clause)):
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
        opens = _opens(sentence, word) or folded(word) in small_words("whether")
        if not found or opens or word.start - found[-1][-1].end > 1:
            found.append([])
        found[-1].append(word)
    return found


def _opens(words: Sequence[Word], word: Word) -> bool:
    """Whether a word begins a condition: "if", "in case"; `words` are of its sentence, without a gap."""
    at = word.place - words[0].place
    phrase = "_".join(folded(one) for one in words[at : at + 2])
    return folded(word) in small_words("condition") or phrase in small_words("condition")


def _asks(word: Word) -> bool:
    return folded(word) in small_words("question")
