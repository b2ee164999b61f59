"""Follows the library and searches it; knows no SQL and no articles.

An index that is absent, damaged, of another version or of another library starts empty, and its owner
lets it catch up from sequence number 0.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from tantivy import Document, IndexWriter

from bot.errors import SearchIndexError
from bot.index.fields import BODY, SEQUENCE_ARTICLE, sequence_document, to_document
from bot.index.files import DamagedIndexError, IndexFiles, last_sequence, readable_errors
from bot.index.queries import END, build_query
from bot.models import Hit, SearchDocument, SearchQuery

OVERFETCH = 2  # times the wanted hits, so that those newer than the question can be left out
COLUMNS = ("id", "article_id", "published")


class SearchIndex:
    """The index of one library; usable from several threads, and in several processes at once.

    One process writes at a time; searches never wait, and see what any process has committed.
    """

    def __init__(self, folder: Path, library: str = "") -> None:
        """`library` tells one library from another (`Store.identity()`), should the database be replaced."""
        self._files = IndexFiles(folder, library)

    def sequence(self) -> int:
        """How far the index has followed the library; 0 when it is empty."""
        with self._mended(), self._readable():
            return last_sequence(self._files.schema, self._files.searcher())

    def apply(self, changes: Iterable[tuple[int, Sequence[SearchDocument]]], sequence: int) -> None:
        """Replace all documents of the given articles and note the sequence number, in one commit.

        Applying the same again does no harm. The changes are taken one by one while the index is written, so
        they may be many; what fails in making them is raised as it is, and nothing is kept. Raises
        SearchIndexError when another process is writing.
        """
        with self._mended(), self._files.writer() as writer:
            for article_id, batch in changes:
                with self._readable():
                    _replace(writer, article_id, map(to_document, batch))
            with self._readable():
                _replace(writer, SEQUENCE_ARTICLE, [sequence_document(sequence)])

    def search(self, query: SearchQuery) -> list[Hit]:
        """The best documents first; equal scores in the order of their ids."""
        if query.limit < 1 or not any(term.alternatives or term.nested for term in query.terms):
            return []
        with self._mended(), self._readable():
            return self._found(query)

    def count(self, terms: Iterable[str]) -> int:
        """How many documents hold the commonest of some terms in their text."""
        with self._mended():
            searcher = self._files.searcher()
            return max((searcher.doc_freq(BODY, term) for term in terms), default=0)

    def size(self) -> int:
        """How many documents there are, with the one that tells the sequence number."""
        with self._mended():
            return int(self._files.searcher().num_docs)

    def clear(self) -> None:
        """Empty the index; sequence() is 0 afterwards."""
        with self._mended(), self._files.writer() as writer, self._readable():
            writer.delete_all_documents()

    @contextmanager
    def _mended(self) -> Iterator[None]:
        """Damage found inside leaves an empty index, and is told as an error that a retry helps against."""
        try:
            yield
        except DamagedIndexError as error:
            self._files.begin_anew()
            raise SearchIndexError("the search index was damaged and is built anew; try again") from error

    def _readable(self) -> AbstractContextManager[None]:
        return readable_errors(self._files.folder)

    def _found(self, query: SearchQuery) -> list[Hit]:
        """Those of before `until` among more than are wanted; only when these are not enough, a filter.

        A filter that excludes costs half as much as the search itself (at a million passages 6 of 19 ms),
        and hardly any document is newer than the question.
        """
        if query.until is None or query.since is not None:
            return self._hits(query, query.limit)[0]
        hits, fetched = self._hits(query, OVERFETCH * query.limit, filtered=False)
        if len(hits) < query.limit and fetched == OVERFETCH * query.limit:
            return self._hits(query, query.limit)[0]
        return hits

    def _hits(self, query: SearchQuery, fetch: int, filtered: bool = True) -> tuple[list[Hit], int]:
        """The hits among the first documents, and how many of these there were."""
        searcher, bound = self._files.searcher(), END if query.until is None else query.until
        asked = query if filtered else replace(query, until=None)
        found = searcher.search(build_query(self._files.schema, searcher, asked), fetch, count=False).hits
        addresses = [address for _, address in found]
        columns = [searcher.fast_field_values(name, addresses) for name in COLUMNS]
        rows = zip(found, *columns, strict=True)
        seen = ((score, row) for (score, _), *row in rows if score > 0 and (row[-1] or 0) < bound)
        hits = [
            Hit(int(number or 0), int(article_id or 0), float(score), int(published or 0))
            for score, (number, article_id, published) in islice(seen, query.limit)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.id)), len(found)


def _replace(writer: IndexWriter, article_id: int, documents: Iterable[Document]) -> None:
    """New documents of an article in the place of those that it has."""
    writer.delete_documents_by_term("article_id", article_id)
    for document in documents:
        writer.add_document(document)
