"""The files of the index: opening, noticing what other processes commit, beginning anew; knows no query."""

import shutil
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tantivy import Index, IndexWriter, Query, Schema, Searcher

from bot.errors import SearchIndexError
from bot.index.fields import SEQUENCE_ARTICLE, VERSION, build_schema

WRITER_MEMORY = 64_000_000  # bytes; one thread of it indexes 25,000 passages a second
_Stamp = tuple[int, int, int]


class DamagedIndexError(SearchIndexError):
    """The files cannot be read as an index."""


@dataclass(frozen=True, slots=True)
class _Opened:
    index: Index
    searcher: Searcher
    stamp: _Stamp | None  # of meta.json, which every commit replaces


class IndexFiles:
    """Keeps one index open; a damaged one is thrown away and begun anew, empty."""

    def __init__(self, folder: Path, library: str) -> None:
        self.schema: Schema = build_schema()
        self.folder = folder / f"v{VERSION}-{library or 'library'}"
        self._opening = threading.Lock()
        self._writing = threading.Lock()
        self._drop_others()
        self._opened = self._open_or_begin()

    def searcher(self) -> Searcher:
        """The newest commit of any process; looks into the files only when they changed."""
        stamp = self._stamp()
        if stamp is None or stamp != self._opened.stamp:
            with self._opening:
                self._opened = self._reloaded()
        return self._opened.searcher

    @contextmanager
    def writer(self) -> Iterator[IndexWriter]:
        """What is done inside is committed at the end, all or nothing; what it raises stays as it is."""
        with self._writing:
            with readable_errors(self.folder):
                self.searcher()  # opens the folder again if it was replaced
                writer = self._opened.index.writer(WRITER_MEMORY, 1)
            try:
                yield writer
                with readable_errors(self.folder):
                    writer.commit()
            finally:
                # gives the lock back; merges that the commit set off end here, or they would never be done
                with readable_errors(self.folder):
                    writer.wait_merging_threads()

    def begin_anew(self) -> None:
        """Throw the index away and start an empty one."""
        with self._opening:
            self._remove(self.folder)
            self._opened = self._open_or_begin()

    def _reloaded(self) -> _Opened:
        index, stamp = self._opened.index, self._stamp()
        if stamp is None:
            return self._open_or_begin()
        try:
            with readable_errors(self.folder):
                index.reload()
                return _Opened(index, index.searcher(), stamp)
        except DamagedIndexError:
            return self._open_or_begin()

    def _open_or_begin(self) -> _Opened:
        try:
            return self._open()
        except DamagedIndexError:
            with readable_errors(self.folder):
                self._remove(self.folder)
            return self._open()

    def _open(self) -> _Opened:
        with readable_errors(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            index = Index(self.schema, path=str(self.folder))
            index.config_reader("manual")
            stamp = self._stamp()
            index.reload()
            searcher = index.searcher()
            # damage that opening does not notice shows in the first query and the first fast field
            last_sequence(self.schema, searcher)
            return _Opened(index, searcher, stamp)

    def _stamp(self) -> _Stamp | None:
        try:
            found = (self.folder / "meta.json").stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _drop_others(self) -> None:
        """Remove indexes of other versions, and of libraries whose database was replaced."""
        for other in self.folder.parent.glob("v*-*"):
            if other != self.folder:
                self._remove(other)

    def _remove(self, folder: Path) -> None:
        """Move away first: another process then sees the folder whole or not at all."""
        doomed = folder.with_name(f"removed-{uuid.uuid4().hex}")
        try:
            folder.rename(doomed)
        except FileNotFoundError:
            return
        shutil.rmtree(doomed, ignore_errors=True)


def last_sequence(schema: Schema, searcher: Searcher) -> int:
    """The number in the sequence document; 0 when there is none."""
    query = Query.term_query(schema, "article_id", SEQUENCE_ARTICLE)
    addresses = [address for _, address in searcher.search(query, 1).hits]
    values = searcher.fast_field_values("sequence", addresses)
    return int(values[0]) if values and values[0] is not None else 0


@contextmanager
def readable_errors(folder: Path) -> Iterator[None]:
    """Turn what tantivy and the file system raise into SearchIndexError; DamagedIndex when it is damage."""
    try:
        yield
    except OSError as error:
        raise SearchIndexError(f"the search index {folder} cannot be used: {error}") from error
    except (ValueError, RuntimeError) as error:
        if "LockBusy" in str(error):
            message = "another process is writing to the search index; try again in a moment"
            raise SearchIndexError(message) from error
        raise DamagedIndexError(f"the search index {folder} is damaged ({error})") from error
    except BaseException as error:
        # tantivy panics on some damaged files; the class of that cannot be imported and is no Exception
        if type(error).__name__ == "PanicException":
            raise DamagedIndexError(f"the search index {folder} is damaged ({error})") from error
        raise
