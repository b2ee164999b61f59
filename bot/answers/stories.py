"""Stories as they are shown: title, sources, speakers and a short cited summary of each; it decides no story.

What is quoted is cut out of the articles by code: nothing here writes a sentence of its own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.articles.layout import annotate
from bot.models import Article, Citation, Span
from bot.store import Store, StoryRecord
from bot.stories.profile import OPENING
from bot.stories.weights import RELATED
from bot.stories.words import event_words
from bot.support.address import addresses_reader

_LINES = 3  # of a summary
_SHORTEST = 40  # characters of a sentence that tells something
_NEW = 0.6  # of the words of a further line, none of which stand in the lines before


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell one event, in the order of publication."""

    id: int
    title: str
    articles: tuple[Article, ...]
    first: str | None  # as the sources word them; None when no article has a date
    last: str | None
    speakers: tuple[str, ...]  # who is quoted most, first
    sources: tuple[str, ...]
    summary: tuple[Citation, ...]
    related: tuple[int, ...]  # other stories of the same matter, the nearest first


def list_stories(store: Store, since: int | None, until: int | None) -> Iterator[Story]:
    """The stories told in a period (seconds since the epoch, `until` exclusive), the latest first."""
    for record in store.stories.between(since, until):
        with store.snapshot():
            yield tell(store, record)


def tell(store: Store, record: StoryRecord) -> Story:
    """A story with everything that is shown of it."""
    held = store.articles.get(record.articles)
    articles = tuple(held[one] for one in record.articles if one in held)
    central = most_central(articles, store.stories.links(record.articles))
    dates = [article.published for article in articles if article.published]
    return Story(
        id=record.id,
        title=central[0].title,
        articles=articles,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        speakers=_speakers(store, articles),
        sources=tuple(dict.fromkeys(article.source for article in articles if article.source)),
        summary=tuple(_summary(central)),
        related=tuple(store.stories.related(record.id, RELATED)),
    )


def most_central(articles: Sequence[Article], links: Mapping[tuple[int, int], float]) -> list[Article]:
    """The articles by how much they agree with the others, the first of equals first."""
    agreement: Counter[int] = Counter()
    for pair, score in links.items():
        for article_id in pair:
            agreement[article_id] += score  # type: ignore[assignment]
    return sorted(articles, key=lambda article: -agreement[article.id])


def _speakers(store: Store, articles: Sequence[Article]) -> tuple[str, ...]:
    said = [one for article in articles for one in store.statements.of_article(article.id)]
    return tuple(name for name, _ in Counter(one.speaker for one in said if one.speaker).most_common())


def _summary(central: Sequence[Article]) -> Iterator[Citation]:
    """The opening sentence of the most central article, and those of others that tell something new."""
    told: set[str] = set()
    number = 0
    for article in central:
        span = _opening(article)
        words = {*event_words(article.text[span.start : span.end], frozenset())} if span else set()
        if span and len(words - told) > _NEW * len(words):
            told |= words
            number += 1
            yield _citation(number, article, span)
        if number == _LINES:
            return


def _opening(article: Article) -> Span | None:
    """The first sentence of prose."""
    beginning = article.text[:OPENING]
    layout = annotate(beginning, article.title, article.language)
    prose = (span for span in layout.sentences if span not in layout.headings)
    return next((span for span in prose if _tells(beginning[span.start : span.end])), None)


def _tells(sentence: str) -> bool:
    """Long enough, and nothing that an article asks or orders: that is nobody's news."""
    return len(sentence) >= _SHORTEST and not addresses_reader(sentence)


def _citation(number: int, article: Article, span: Span) -> Citation:
    return Citation(
        number,
        article.id,
        article.url,
        article.title,
        article.source,
        article.published,
        *span,
        quote=article.text[span.start : span.end],
    )
