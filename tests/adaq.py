"""Token scores of attribution against sentences tagged with source, cue and content.

usage: python -m tests.adaq FILE.jsonl

A line is {"sentence", "tokens", "tags"} with the tags "source", "cue", "content" and "None". A token counts
for a label when most of it lies in a span of that kind; the scores are precision, recall and F1 of tokens.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.articles.layout import annotate
from bot.models import Span, Statement
from bot.statements.find import find_statements

LABELS = ("source", "cue", "content")


def places(sentence: str, tokens: Sequence[str]) -> Iterator[Span | None]:
    """Where each token stands; None for one that cannot be found after the last."""
    at = 0
    for token in tokens:
        found = sentence.find(token, at)
        if found < 0:
            yield None
            continue
        at = found + len(token)
        yield Span(found, at)


def spans_of(sentence: str, statement: Statement, label: str) -> Iterable[Span]:
    """The spans of one kind that a statement has in a sentence."""
    if label == "content":
        return statement.spans
    if label == "source":
        return (statement.mention,) if statement.mention else ()
    return cue_spans(sentence, statement)


def cue_spans(sentence: str, statement: Statement) -> Iterator[Span]:
    """The cue next to the speaker or the content: the model keeps its words, not its place."""
    if not statement.cue:
        return
    near = statement.mention or statement.spans[0]
    starts = [at for at in range(len(sentence)) if sentence.startswith(statement.cue, at)]
    best = min(starts, key=lambda at: abs(at - near.start), default=None)
    if best is not None:
        yield Span(best, best + len(statement.cue))


def predicted(sentence: str, tokens: Sequence[str]) -> list[set[str]]:
    """The labels of every token as our statements give them."""
    statements = find_statements(sentence, annotate(sentence, "", "ru"), None)
    return [labels_at(sentence, statements, place) for place in places(sentence, tokens)]


def labels_at(sentence: str, statements: Iterable[Statement], place: Span | None) -> set[str]:
    """The labels of one token."""
    return {
        label
        for label in LABELS
        for statement in statements
        for span in spans_of(sentence, statement, label)
        if place and 2 * (min(place.end, span.end) - max(place.start, span.start)) > place.end - place.start
    }


def score(lines: Iterable[str]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of every label."""
    hits: Counter[str] = Counter()
    given: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for row in map(json.loads, lines):
        for tag, labels in zip(row["tags"], predicted(row["sentence"], row["tokens"]), strict=True):
            given.update(labels)
            gold[tag] += 1
            hits[tag] += tag in labels
    return {label: rates(hits[label], given[label], gold[label]) for label in LABELS}


def rates(hits: int, given: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 from counts."""
    precision, recall = hits / given if given else 0.0, hits / gold if gold else 0.0
    both = precision + recall
    return {
        "p": round(precision, 3),
        "r": round(recall, 3),
        "f1": round(2 * precision * recall / both, 3) if both else 0.0,
    }


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        sys.stdout.write(json.dumps(score(file), indent=1) + "\n")
