"""Connections to the one file, one for each thread, with one writer at a time; knows no table.

Errors of SQLite leave this module as StoreError or StoreBusy with a sentence for a person.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import StoreBusy, StoreError

Value = str | int | float | None

BUSY_SECONDS = 10.0
LEAVE_SECONDS = 10.0  # that whoever is still reading or writing gets when the file is closed

_BUSY_CODES = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_SENTENCES = {
    sqlite3.SQLITE_NOTADB: "{path} is not a database; name another file with --db",
    sqlite3.SQLITE_CORRUPT: "the database {path} is damaged; restore it from a backup",
    sqlite3.SQLITE_CANTOPEN: "the database {path} cannot be opened: its folder is missing or not ours to use",
    sqlite3.SQLITE_READONLY: "the database {path} cannot be written: the file or its folder is read-only",
    sqlite3.SQLITE_PERM: "the database {path} cannot be used: access is denied",
    sqlite3.SQLITE_FULL: "the database {path} cannot grow: the disk is full",
    sqlite3.SQLITE_IOERR: "the database {path} cannot be read or written: the disk reports an error",
}


class Connections:
    """Hands every thread a connection of its own; reads never wait, writes wait for one another."""

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self._local = threading.local()
        self._opened: dict[threading.Thread, sqlite3.Connection] = {}
        self._register = threading.Lock()
        self._writer = threading.Lock()
        self._closed = False
        self._using = 0
        self._left = threading.Condition()

    def rows(self, sql: str, *parameters: Value, **named: Value) -> list[sqlite3.Row]:
        """All rows at once: a cursor left open would keep the write-ahead log from being emptied."""
        with self.errors(), self._in_use():
            found: list[sqlite3.Row] = self.get().execute(sql, named or parameters).fetchall()
            return found

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything that this thread reads inside is of one moment; may be nested."""
        with self.errors(), self._in_use():
            connection = self.get()
            if connection.in_transaction:
                yield
                return
            connection.execute("BEGIN")
            try:
                yield
            finally:
                connection.rollback()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is kept whole or not at all; inside another of this thread, a part of that."""
        if getattr(self._local, "writes", False):
            yield self.get()
            return
        with self.errors(), self._in_use(), self._writer:
            connection = self.get()
            # taking the write lock at once: a deferred transaction that reads before it writes fails
            # immediately against a second process, whatever the time-out
            connection.execute("BEGIN IMMEDIATE")
            self._local.writes = True
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                self._local.writes = False
                connection.rollback()  # nothing is left to undo after a COMMIT

    def get(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
        return connection

    def close(self) -> None:
        """Close the connections of all threads; the last one empties the write-ahead log.

        A thread that is just using its own is waited for: SQLite does not survive the closing of a connection
        that another thread works with.
        """
        with self._left:
            self._closed = True
            self._left.wait_for(lambda: not self._using, LEAVE_SECONDS)
        with self._register:
            for connection in self._opened.values():
                connection.close()
            self._opened.clear()

    @contextmanager
    def _in_use(self) -> Iterator[None]:
        depth = getattr(self._local, "depth", 0)
        with self._left:
            if self._closed and not depth:  # what has begun is finished
                raise StoreError("the database is closed")
            self._using += 1
        self._local.depth = depth + 1
        try:
            yield
        finally:
            self._local.depth = depth
            with self._left:
                self._using -= 1
                self._left.notify_all()

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn errors of SQLite into ours."""
        try:
            yield
        except sqlite3.Error as error:
            raise self._readable(error) from error

    def _connect(self) -> sqlite3.Connection:
        with self._register:
            if self._closed:
                raise StoreError("the database is closed")
            # any thread may close it, and no other thread ever uses it
            connection = sqlite3.connect(self.path, timeout=self._busy_seconds, check_same_thread=False)
            self._drop_finished_threads()
            self._opened[threading.current_thread()] = connection
        connection.isolation_level = None
        connection.row_factory = sqlite3.Row
        self._configure(connection)
        return connection

    def _configure(self, connection: sqlite3.Connection) -> None:
        # in WAL mode NORMAL survives the death of the process at any moment; only a power cut can lose
        # the last transactions, and even then the file stays sound
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    def _drop_finished_threads(self) -> None:
        for thread in [thread for thread in self._opened if not thread.is_alive()]:
            self._opened.pop(thread).close()

    def _readable(self, error: sqlite3.Error) -> StoreError:
        # the low byte is the primary code, whatever the extended one says
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _BUSY_CODES:
            return StoreBusy(f"another process is writing to {self.path}; try again in a moment")
        if code in _SENTENCES:
            return StoreError(_SENTENCES[code].format(path=self.path))
        return StoreError(f"the database {self.path} cannot be used: {error}")
