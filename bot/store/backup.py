"""Copies a library while others use it, checks the copy, puts one back; knows no table but the migrations'.

SQLite's online backup (https://www.sqlite.org/backup.html): the copy is of one moment, and everybody goes on.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from bot.errors import StoreBusy, StoreError
from bot.store.schema import APPLICATION_ID, MIGRATION_NAMES, MIGRATIONS

_PAGES = 2000  # copied at a time; between two such steps a writer gets its turn
_PRIVATE = 0o600  # what people asked is in it
_SIDES = ("-wal", "-shm", "-journal")


def back_up(library: Path, copy: Path) -> int:
    """Write a checked copy of a library, which may be in use, to a new file; its size in bytes.

    The file appears under its name only when it is whole. Raises StoreError: when there is no library, the
    copy exists already, the disk is full, or the copy does not pass the check.
    """
    if not library.is_file():
        raise StoreError(f"there is no database {library} to back up")
    if copy.exists():
        raise StoreError(f"{copy} exists already; name another file")
    draft = copy.with_name(f"{copy.name}.partial")
    try:
        with _readable_errors(copy):
            draft.unlink(missing_ok=True)
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE))
            with _opened(library) as source, _opened(draft) as target:
                source.backup(target, pages=_PAGES, sleep=0.01)
                target.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        check(draft)
        draft.replace(copy)
        return copy.stat().st_size
    finally:
        for side in ("", *_SIDES):
            draft.with_name(draft.name + side).unlink(missing_ok=True)


def check(library: Path) -> None:
    """Raise StoreError unless a file is a sound library that this program can read."""
    if not library.is_file():
        raise StoreError(f"there is no file {library}")
    with _readable_errors(library), _opened(library) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        if application_id != APPLICATION_ID:
            raise StoreError(f"{library} is no database of Whosaid")
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise StoreError(f"{library} is damaged: {found}")
        if {each.name for each in MIGRATIONS.applied(Database(connection))} - {*MIGRATION_NAMES}:
            raise StoreError(f"{library} was written by a newer version of Whosaid; update the program")


def restore(copy: Path, library: Path) -> Path | None:
    """Put a checked copy in the place of a library that nobody uses; where the old one was moved to, if any.

    Raises StoreError, StoreBusy when the library is in use.
    """
    check(copy)
    aside = None
    with _readable_errors(library):
        if library.exists():
            _need_alone(library)
            aside = _free_name(library)
            for side in ("", *_SIDES):
                old = library.with_name(library.name + side)
                if old.exists():
                    old.replace(aside.with_name(aside.name + side))
    back_up(copy, library)
    return aside


def _need_alone(library: Path) -> None:
    """Raise StoreBusy when another connection to the library is open, even one that does nothing."""
    with _opened(library) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreBusy(f"{library} is in use: stop the bot first") from error
        connection.rollback()


def _free_name(library: Path) -> Path:
    names = (library.with_name(f"{library.name}.before-restore{n or ''}") for n in range(10_000))
    return next(name for name in names if not name.exists())


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@contextmanager
def _readable_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be used: {error}") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}") from error
