"""What of an article goes into the search index: one document a passage, with who speaks in it.

Statements have none of their own: they are found by the passages that hold them. That halves the index and
the time to build it, and a topic often stands beside the words that were said. It knows nothing of the index,
nor of the database.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from bot.language.dates import timestamp
from bot.language.lemmas import index_terms
from bot.models import Article, Passage, SearchDocument, Span

Spoken = tuple[Span, int]  # the context of a statement, and its speaker


def documents(
    article: Article, passages: Sequence[Passage], spoken: Iterable[Spoken] = ()
) -> list[SearchDocument]:
    """Documents of one article, its passages given in the order of the text."""
    title = index_terms(article.title)
    published = timestamp(article.published)
    speakers = _speakers(passages, spoken)
    return [
        SearchDocument(
            passage.id,
            article.id,
            title,
            index_terms(article.text[passage.span.start : passage.span.end]),
            tuple(sorted(speakers[place])),
            published,
        )
        for place, passage in enumerate(passages)
    ]


def _speakers(passages: Sequence[Passage], spoken: Iterable[Spoken]) -> list[set[int]]:
    """Who speaks in each passage; those of one article do not overlap."""
    ends = [passage.span.end for passage in passages]
    found: list[set[int]] = [set() for _ in passages]
    for context, speaker_id in spoken:
        place = bisect_right(ends, context.start)
        while place < len(passages) and passages[place].span.start < context.end:
            found[place].add(speaker_id)
            place += 1
    return found
