"""How well statements are on a topic: their own words, what stands around them, their article.

A statement that is not on the topic scores 0: an unrelated one must never pass for an answer.
"""

import math
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.answers.evidence import FoundStatement
from bot.answers.library import Library
from bot.answers.places import without_asked_nouns
from bot.language.dates import timestamp
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import words as all_words
from bot.models import Article, Span, Statement
from bot.search.coverage import Word, asked_words, bag, names_share, plain_share, share
from bot.search.matcher import matcher_for
from bot.search.weights import IN_CONTEXT, IN_LEAD, IN_NEIGHBOURHOOD, IN_TITLE

ABOUT = 0.45  # least share of the topic that a statement and its surroundings cover
ABOUT_NAMES = 0.5  # the same for the names in it: nothing on Gaza is nothing about Gaza
ABOUT_PLAIN = 0.3
NEAR_BEST = 0.6  # a statement far behind the best match is on something else
FRESH = 0.15  # of two that fit alike the newer comes first
FRESH_DAYS = 30.0
UNDATED_DAYS = 365.0


def judge(
    statements: Sequence[Statement], topic: str, library: Library, now: datetime, strict: bool = True
) -> list[FoundStatement]:
    """Statements with their articles and scores; with a topic only those on it, best first."""
    articles = library.articles(statement.article_id for statement in statements)
    topic_words = Topic(asked_words(without_asked_nouns(topic)), strict)
    words = topic_words.words
    near = [one for one in statements if not words or topic_words.touches(one, articles[one.article_id])]
    readable = library.readable({one.article_id for one in near})
    found: list[FoundStatement] = []
    for statement in near:
        article = articles[statement.article_id]
        spans = readable.get(article.id, ())
        score = topic_words.score(statement, article, spans) if words else 1.0
        if score:
            fresh = FRESH * math.exp(-_age(article, now) / FRESH_DAYS)
            found.append(
                FoundStatement(statement, article, score + fresh, None, shown_parts(statement, spans))
            )
    if not words:
        return found
    best = max((one.score for one in found), default=0.0)
    return sorted((one for one in found if one.score >= NEAR_BEST * best), key=lambda one: -one.score)


class Topic:
    """The words of one topic against many statements; their own words count most.

    Without `strict` the names of the topic are enough, when it has any.
    """

    def __init__(self, words: Sequence[Word], strict: bool = True) -> None:
        self.words = words
        self._strict = strict
        self._matcher = matcher_for(tuple(words))

    def touches(self, statement: Statement, article: Article) -> bool:
        """Whether any word stands in a statement or in the title; if not, the score is 0."""
        whole = text_of(article, [statement.context, *statement.spans])
        return any(self._matcher.matches((whole, IN_CONTEXT), (article.title, IN_TITLE)))

    def score(self, statement: Statement, article: Article, readable: Sequence[Span]) -> float:
        """How well a statement is on the topic, 0 when it is not."""
        own = overlaps(readable, statement.context) or statement.spans
        matches = self._matcher.matches((text_of(article, own), IN_CONTEXT), (article.title, IN_TITLE))
        if not any(matches):
            return 0.0
        if min(matches) < IN_NEIGHBOURHOOD:  # else there is nothing to gain from looking around
            around = self._matcher.matches(*_surroundings(statement, article, readable))
            matches = tuple(map(max, matches, around))
        covered = share(self.words, matches)
        enough = covered >= ABOUT and _are_both_kinds_there(self.words, matches, self._strict)
        return covered if enough else 0.0


def _surroundings(
    statement: Statement, article: Article, readable: Sequence[Span]
) -> list[tuple[str, float]]:
    """What stands around a statement and at the beginning of its article, each with its worth."""
    start, end = statement.context
    around = [span for span in readable if span.start < end and start < span.end]
    places = [(text_of(article, [span]), IN_NEIGHBOURHOOD) for span in around]
    return [*places, (text_of(article, readable[:1]), IN_LEAD)]


def _are_both_kinds_there(words: Sequence[Word], matches: Sequence[float], strict: bool) -> bool:
    """Whether enough of the names of a topic is there, and of the other words unless names will do."""
    named = any(word.name for word in words)
    plain_enough = plain_share(words, matches) >= ABOUT_PLAIN or (named and not strict)
    return plain_enough and names_share(words, matches) >= ABOUT_NAMES


def firm_share(words: Sequence[Word], text: str) -> float:
    """Share of the words that a text covers by the likeliest reading of its own words.

    «стоят» may be a form of «стоить» ("cost"), but hardly ever is.
    """
    forms = bag(text).forms
    if is_cyrillic(text):
        likely = {fold(parses[0].normal) for word in all_words(text) if (parses := morph(word))}
        forms = frozenset(form for form in forms if form in likely or not is_cyrillic(form))
    return share(words, [float(not word.forms.isdisjoint(forms)) for word in words])


def overlaps(spans: Sequence[Span], window: Span) -> tuple[Span, ...]:
    """The parts of `spans` within a window."""
    met = [span for span in spans if span.meets(window)]
    cut = (Span(max(span.start, window.start), min(span.end, window.end)) for span in met)
    return tuple(part for part in cut if part.start < part.end)


def shown_parts(statement: Statement, readable: Sequence[Span]) -> tuple[Span, ...]:
    """The context without boilerplate; words set apart without a cue are shown alone."""
    if not statement.cue:
        return statement.spans
    return overlaps(readable, statement.context) or (statement.context,)


def text_of(article: Article, spans: Iterable[Span]) -> str:
    """The text of some spans, joined."""
    return " ".join(article.text[span.start : span.end] for span in spans)


def _age(article: Article, now: datetime) -> float:
    published = timestamp(article.published)
    return max(0.0, now.timestamp() - published) / 86_400 if published else UNDATED_DAYS
