"""Opens the database file, creating or migrating it; knows nothing of what is stored."""

import sqlite3
import time
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from bot.errors import StoreError
from bot.store.articles import Articles
from bot.store.clerk import Clerk
from bot.store.connection import BUSY_SECONDS, Connections
from bot.store.conversations import Conversations
from bot.store.feeds import Feeds
from bot.store.following import changes_since
from bot.store.inbox import Inbox
from bot.store.model_calls import ModelCalls
from bot.store.muted import Muted
from bot.store.naming import are_keys_current, make_keys_anew
from bot.store.outbox import Outbox
from bot.store.people import People
from bot.store.personal import PersonalData
from bot.store.reports import Reports
from bot.store.schema import APPLICATION_ID, MIGRATION_NAMES, MIGRATIONS
from bot.store.shown import ShownAnswers
from bot.store.speakers import Speakers
from bot.store.statements import Statements
from bot.store.stories import Stories
from bot.store.subscriptions import Subscriptions
from bot.store.talks import Talks
from bot.store.values import Change
from bot.store.vectors import Vectors

WAIT = 0.02  # seconds between two tries


class Store:
    """A library; usable from several threads and processes at once. Close it, or use it with `with`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self.clerk = Clerk(connections)
        self.articles = Articles(connections)
        self.statements = Statements(connections, self.articles)
        self.speakers = Speakers(connections)
        self.conversations = Conversations(connections)
        self.vectors = Vectors(connections)
        self.model_calls = ModelCalls(connections)
        self.feeds = Feeds(connections)
        self.talks = Talks(connections)
        self.shown = ShownAnswers(connections)
        self.reports = Reports(connections)
        self.people = People(connections)
        self.personal = PersonalData(connections)
        self.inbox = Inbox(connections)
        self.stories = Stories(connections)
        self.subscriptions = Subscriptions(connections)
        self.outbox = Outbox(connections)
        self.muted = Muted(connections)

    def changes(self, since: int, limit: int = 500) -> list[Change]:
        """The next articles stored or updated after sequence number `since`; empty when there are none."""
        return changes_since(self._connections, since, limit)

    def sequence(self) -> int:
        """The number of the last stored or updated article; 0 for an empty library."""
        sequence: int = self._connections.rows("SELECT value FROM meta WHERE name = 'sequence'")[0][0]
        return sequence

    def identity(self) -> str:
        """Tells this library from any other, wherever its file is copied; for what is derived from it."""
        identity: str = self._connections.rows("SELECT value FROM meta WHERE name = 'identity'")[0][0]
        return identity

    def snapshot(self) -> AbstractContextManager[None]:
        """Inside, all reads of this thread see the library as of one moment."""
        return self._connections.snapshot()

    def close(self) -> None:
        """Close the file; nothing of this store can be used afterwards."""
        self.clerk.close()
        self._connections.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(path: Path, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Open a library, creating it when absent and bringing an older one up to date.

    Raises StoreError when the file is not ours, damaged, out of reach or of a newer version, and
    StoreBusy when another process holds it for longer than `busy_seconds`.
    """
    if path.is_dir():
        raise StoreError(f"{path} is a folder; the database must be a file")
    connections = Connections(path, busy_seconds)
    with ExitStack() as on_failure:
        on_failure.callback(connections.close)
        with connections.errors():
            _prepare(connections, busy_seconds)
        on_failure.pop_all()
    return Store(connections)


def _prepare(connections: Connections, busy_seconds: float) -> None:
    connection = connections.get()
    # of one moment: another process may be creating the file between two reads
    with connections.snapshot():
        is_new = _is_new(connection, connections.path)
    if not is_new and not _pending(connection, connections.path) and are_keys_current(connection):
        return
    _use_write_ahead_log(connection, busy_seconds)
    # one transaction for the whole: two processes may create the file at once, or one die half-way
    with connections.write():
        MIGRATIONS.apply(Database(connection))
        if not are_keys_current(connection):
            make_keys_anew(connection)


def _use_write_ahead_log(connection: sqlite3.Connection, busy_seconds: float) -> None:
    """Switch the journal mode; SQLite does not wait for another process that is just doing so."""
    deadline = time.monotonic() + busy_seconds
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(WAIT)


def _is_new(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is empty; raises StoreError when it is the database of another program."""
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application_id != APPLICATION_ID and (application_id or tables):
        raise StoreError(f"{path} is a database of another program; name another file with --db")
    return not tables


def _pending(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether migrations wait; raises StoreError when the file has some that this program does not know."""
    database = Database(connection)
    pending = [migration.name for migration in MIGRATIONS.pending(database)]
    applied = {migration.name for migration in MIGRATIONS.applied(database)}
    if applied - {*MIGRATION_NAMES}:
        raise StoreError(f"{path} was written by a newer version of Whosaid; update the program")
    return bool(pending)
