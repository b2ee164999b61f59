"""Compares the statements found in a hand-made article with what a careful reader takes from it.

A statement is the one meant when its content covers the piece given; of several, the innermost (the
shortest) counts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.articles.layout import annotate
from bot.language.names import word_key
from bot.language.tokens import words
from bot.models import Span, Statement
from bot.statements.find import find_statements
from tests.statements.attribution.gold import GoldArticle, Said, Unsaid

COVERED = 0.8  # share of a piece that the content must cover
REFUSED = 0.5  # the same for a refusal: "to comment" of "declined to comment" will do
ARTICLES = {"the", "a", "an"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing looked at: a measure, the class of language, whether it is right, and what to tell if not."""

    measure: str
    group: str
    right: bool
    note: str


def judge(article: GoldArticle) -> list[Verdict]:
    """All verdicts on the statements that our code finds in an article."""
    annotation = annotate(article.text, article.title, article.language)
    found = find_statements(article.text, annotation, article.published)
    verdicts = [verdict for gold in article.said for verdict in _on_said(article, gold, found)]
    verdicts += [_on_unsaid(article, gold, found) for gold in article.unsaid]
    verdicts += [_on_found(article, statement) for statement in found]
    return verdicts


def rates(verdicts: Iterable[Verdict]) -> dict[str, tuple[int, int]]:
    """How many are right, and how many there are, of every measure."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for verdict in verdicts:
        right[verdict.measure] += verdict.right
        total[verdict.measure] += 1
    return {measure: (right[measure], count) for measure, count in total.items()}


def _on_said(article: GoldArticle, gold: Said, found: Sequence[Statement]) -> Iterator[Verdict]:
    piece = f"{article.name} [{gold.group}] “{article.text[slice(*gold.place)]}”"
    least = REFUSED if gold.declined else COVERED
    one = min((one for one in found if _share(one, gold.place) >= least), key=_size, default=None)
    yield Verdict("recall", gold.group, one is not None, f"{piece}: not found")
    for measure, is_right, note in _answers(gold, one) if one else _unanswered(gold):
        yield Verdict(measure, gold.group, is_right, f"{piece}: {note}")


def _answers(gold: Said, one: Statement) -> Iterator[tuple[str, bool, str]]:
    """Measure, whether it is right, and a note, for a statement that was found."""
    is_right = _is_any(one.speaker, gold.speakers)
    yield "speaker", is_right, f"by {one.speaker}, not {gold.speakers[0]}"
    yield "credited", is_right, f"by {one.speaker}, not {gold.speakers[0]}"
    yield "kind", one.kind in gold.kinds, f"{one.kind}, not {gold.kinds[0]}"
    if gold.declined or one.declined:
        yield "declined", gold.declined == one.declined, f"declined is {one.declined}"
    if gold.on or one.said_on:
        yield "day", gold.on == one.said_on, f"on {one.said_on}, not {gold.on}"
    if gold.chain or (one.chain and gold.chain is not None):
        yield "chain", _is_chain(one.chain, gold.chain), f"chain {one.chain}, not {gold.chain}"


def _unanswered(gold: Said) -> Iterator[tuple[str, bool, str]]:
    """What is wrong when a statement is not found at all."""
    yield "credited", False, "not found"
    for measure, is_asked in (("declined", gold.declined), ("day", gold.on), ("chain", gold.chain)):
        if is_asked:
            yield measure, False, "not found"


def _on_unsaid(article: GoldArticle, gold: Unsaid, found: Sequence[Statement]) -> Verdict:
    false = [
        one
        for one in found
        if _share(one, gold.place) >= REFUSED and (not gold.by or _is_any(one.speaker, (gold.by,)))
    ]
    piece = article.text[slice(*gold.place)]
    by = false[0].speaker if false else None
    return Verdict("unsaid", gold.group, not false, f"{article.name} [{gold.group}] “{piece}”: by {by}")


def _on_found(article: GoldArticle, statement: Statement) -> Verdict:
    """Is a statement of our code one that the article tells of, under a name that may be its speaker?"""
    met = [gold for gold in article.said if _share(statement, gold.place) > 0]
    places = [*(gold.place for gold in article.said), *(gold.place for gold in article.unsaid)]
    listed = any(_share(statement, place) > 0 for place in places)
    names = [name for gold in met for link in (gold.speakers, *(gold.chain or ())) for name in link]
    shown = " … ".join(article.text[slice(*span)] for span in statement.spans)
    note = f"{article.name} “{shown}”: by {statement.speaker}"
    if not listed:
        return Verdict("precision", "not listed", False, note)
    is_open = any(gold.chain is None for gold in met)
    return Verdict("precision", "credit", not met or is_open or _is_any(statement.speaker, names), note)


def _share(statement: Statement, place: Span) -> float:
    inside = sum(max(0, min(s.end, place.end) - max(s.start, place.start)) for s in statement.spans)
    return inside / (place.end - place.start)


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.spans)


def _is_chain(given: Sequence[str], gold: Sequence[Sequence[str]] | None) -> bool:
    return gold is not None and len(given) == len(gold) and all(map(_is_any, given, gold))


def _is_any(given: str | None, gold: Iterable[str]) -> bool:
    """Is a name one of those given, whatever its spelling, article and quotation marks?"""
    return any(name == "-" if given is None else _key(given) == _key(name) for name in gold)


def _key(name: str) -> tuple[str, ...]:
    return tuple(word_key(word) for word in words(name) if word.lower() not in ARTICLES)
