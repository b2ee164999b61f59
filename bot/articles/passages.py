"""Cuts a text into passages for retrieval: about 120 words, whole sentences; it knows nothing of an index."""

from collections.abc import Iterator, Set
from itertools import pairwise

from bot.models import Annotation, Span

PASSAGE_WORDS = 120
_LONGEST_SENTENCE = 400  # words; a longer "sentence" is a table or an attack, and is cut at white space


def cut_passages(annotation: Annotation, text: str) -> tuple[Span, ...]:
    """Passages in order: no boilerplate inside, every sentence in exactly one, headings with what follows."""
    headings = frozenset(annotation.headings)
    return tuple(passage for run in _runs(annotation, text) for passage in _cut(run, headings, text))


def _runs(annotation: Annotation, text: str) -> Iterator[list[Span]]:
    """Sentences between two pieces of boilerplate."""
    borders = iter(annotation.boilerplate)
    border = next(borders, None)
    run: list[Span] = []
    for sentence in annotation.sentences:
        while border is not None and border.end <= sentence.start:
            if run:
                yield run
                run = []
            border = next(borders, None)
        run.extend(_pieces(sentence, text))
    if run:
        yield run


def _pieces(sentence: Span, text: str) -> Iterator[Span]:
    """The sentence itself, or its parts when it is monstrous."""
    words = text[sentence.start : sentence.end].split()
    if len(words) <= _LONGEST_SENTENCE:
        yield sentence
        return
    position = sentence.start
    for first in range(0, len(words), PASSAGE_WORDS):
        start = end = position
        for number, word in enumerate(words[first : first + PASSAGE_WORDS]):
            found = text.index(word, end)
            start = found if number == 0 else start
            end = found + len(word)
        yield Span(start, end)
        position = end


def _cut(run: list[Span], headings: Set[Span], text: str) -> Iterator[Span]:
    """Even parts of a run, each as near to PASSAGE_WORDS as whole sentences allow."""
    sizes = [len(text[start:end].split()) for start, end in run]
    leads = [span in headings for span in run]
    for first, after in pairwise([0, *_borders(sizes, leads), len(run)]):
        yield Span(run[first].start, run[after - 1].end)


def _borders(sizes: list[int], leads: list[bool]) -> Iterator[int]:
    """The sentences that begin a new passage; a heading counts with what it leads to."""
    total = sum(sizes)
    target = total / max(1, round(total / PASSAGE_WORDS))
    first = words = 0
    for number, size in enumerate(sizes):
        coming = sum(sizes[number : number + 1 + leads[number]])
        if number > first and not leads[number - 1] and words + coming / 2 > target:
            yield number
            first, words = number, 0
        words += size
