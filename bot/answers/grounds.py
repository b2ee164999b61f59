"""What claims are checked against: excerpts of articles with the ledger's statements in them.

Found in the library by the words of a claim, or made of texts that were given with it. It judges nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.answers.library import Library
from bot.language.script import detect_language
from bot.models import Article, Span, Statement
from bot.support.case import Case, make_case
from bot.support.quotations import quoted
from bot.support.sources import Place
from bot.support.speakers import names_in, statements_in

PASSAGES = 12  # that are looked at for one claim
ARTICLES = 5  # that are judged by for one claim
SPOKEN = 12  # statements on the words of a quotation that are looked at


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of an article, and the statements that overlap it, with their offsets in the article."""

    article: Article
    span: Span
    ledger: tuple[Statement, ...] = ()

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return self.article.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Ground:
    """Excerpts that may support a claim together: those of one article, or all texts that were given."""

    excerpts: tuple[Excerpt, ...]
    one_article: bool = True  # then the sentences that are cited must support a claim by themselves

    def case(self, claim: str) -> Case:
        """A claim beside the excerpts; the ledger and the titles tell whom they mean."""
        names = names_in(one for excerpt in self.excerpts for one in excerpt.ledger)
        titles = dict.fromkeys(excerpt.article.title for excerpt in self.excerpts)
        published = self.excerpts[0].article.published
        return make_case(claim, [one.text for one in self.excerpts], [*names, *titles], published)

    def ledgers(self) -> list[list[Statement]]:
        """For every excerpt its statements, with their sentences as offsets in the excerpt."""
        return [[one.moved(-excerpt.span.start) for one in excerpt.ledger] for excerpt in self.excerpts]

    def only(self, places: Iterable[Place], case: Case) -> "Ground":
        """No more than some sentences of a case, each with the whole statements that reach into it."""
        found: dict[Excerpt, None] = {}
        for text, number in places:
            excerpt = self.excerpts[text]
            inner = case.sources.readings[text].spans[number]
            found.setdefault(_cut(excerpt, inner.moved(excerpt.span.start)))
        return Ground(tuple(found))


def _cut(excerpt: Excerpt, span: Span) -> Excerpt:
    ledger = tuple(one for one in excerpt.ledger if one.context.meets(span))
    start = min([span.start, *(one.context.start for one in ledger)])
    end = max([span.end, *(one.context.end for one in ledger)])
    return Excerpt(excerpt.article, Span(start, end), ledger)


def given(texts: Sequence[str]) -> list[Ground]:
    """Texts that came with a claim, as one ground; they are numbered, since nothing else is known of them."""
    found = [
        Excerpt(
            Article(number, f"source:{number}", "", text, None, None, detect_language(text)),
            Span(0, len(text)),
            tuple(statements_in(text)),
        )
        for number, text in enumerate(texts, 1)
    ]
    return [Ground(tuple(found), one_article=False)] if found else []


def held(claim: str, library: Library, now: datetime) -> list[Ground]:
    """The articles of the library in which a claim may stand, best first, each a ground by itself."""
    found: dict[int, list[Span]] = {}
    for passage, article, _ in library.passages_in_depth(claim, now, None, PASSAGES):
        found.setdefault(article.id, []).append(passage.span)
    for words in quoted(claim):
        for one in library.statements_about(words, now)[:SPOKEN]:
            found.setdefault(one.article_id, []).append(one.context)
    articles = library.articles(found)
    chosen = [(articles[number], spans) for number, spans in found.items() if number in articles]
    return [_ground(article, spans, library) for article, spans in chosen[:ARTICLES]]


def _ground(article: Article, spans: Sequence[Span], library: Library) -> Ground:
    statements = library.statements_of(article.id)
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and joined[-1].meets(span):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return Ground(
        tuple(
            Excerpt(article, span, tuple(one for one in statements if one.context.meets(span)))
            for span in joined
        )
    )
