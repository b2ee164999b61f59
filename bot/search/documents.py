"""What of an article goes into the search index: one document a passage and one a statement.

It knows nothing of the index that takes them, nor of the database they come from.
"""

from collections.abc import Sequence
from typing import Literal

from bot.language.dates import timestamp
from bot.language.lemmas import shadow
from bot.models import Article, Passage, SearchDocument, Span, Statement

Kind = Literal["passage", "statement"]


def documents(
    article: Article,
    passages: Sequence[Passage],
    statements: Sequence[Statement],
    speaker_ids: Sequence[int] = (),
) -> list[SearchDocument]:
    """Documents of one article; `speaker_ids` has one id a statement, 0 where the speaker is unknown."""
    title = shadow(article.title)
    published = timestamp(article.published)
    speakers = tuple(speaker_ids) or (0,) * len(statements)

    def document(kind: Kind, number: int, span: Span, speaker_id: int = 0) -> SearchDocument:
        body = shadow(article.text[span.start : span.end])
        return SearchDocument(kind, number, article.id, title, body, speaker_id, published, article.language)

    found = [document("passage", passage.id, passage.span) for passage in passages]
    for statement, speaker_id in zip(statements, speakers, strict=True):
        found.append(document("statement", statement.id, statement.context, speaker_id))
    return found
