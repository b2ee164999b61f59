"""Opening files that are ours, not ours, damaged, out of reach, too new, or opened by others just now."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreBusy, StoreError
from bot.store import open_store
from bot.store.schema import MIGRATION_NAMES, MIGRATIONS


def sentence(path: Path) -> str:
    with pytest.raises(StoreError) as raised:
        open_store(path)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_file_that_is_no_database(path):
    path.write_text("These are my notes, and they are longer than any header of a database file. " * 40)
    before = path.read_bytes()
    assert "not a database" in sentence(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_as_it_is(path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    assert "another program" in sentence(path)
    assert path.read_bytes() == before


def test_a_folder(tmp_path):
    assert "folder" in sentence(tmp_path)


def test_a_missing_folder(tmp_path):
    assert "cannot be opened" in sentence(tmp_path / "missing" / "library.db")


def test_a_place_where_nothing_can_be_written():
    assert "cannot be" in sentence(Path("/proc/library.db"))


def test_a_library_of_a_newer_version(path):
    open_store(path).close()
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, '9999_later', '')",
            (MIGRATIONS.name,),
        )
    assert "newer version" in sentence(path)


def test_a_damaged_library(path, make_article):
    with open_store(path) as store:
        store.articles.save([make_article(f"u{number}", f"text {number} " * 500) for number in range(50)])
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"), open_store(path) as store:
        store.articles.by_url("u1")


def test_reopening_keeps_content_and_identity(path, make_article):
    with open_store(path) as store:
        store.articles.save([make_article("u1")])
        identity = store.identity()
    with open_store(path) as store:
        assert store.articles.count() == 1
        assert store.identity() == identity
    with open_store(path.with_name("other.db")) as other:
        assert other.identity() != identity


def test_an_empty_file_becomes_a_library(path):
    path.touch()
    with open_store(path) as store:
        assert store.sequence() == 0


def test_a_closed_store_says_so(path):
    store = open_store(path)
    store.close()
    store.close()
    with pytest.raises(StoreError):
        store.sequence()


def test_nothing_is_left_beside_the_file_after_closing(path, make_article):
    with open_store(path) as store:
        store.articles.save([make_article("u1")])
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_file_locked_by_another_program_is_busy(path):
    open_store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA locking_mode = EXCLUSIVE")
        file.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy, match="another process") as raised:
            open_store(path, busy_seconds=0.1)
    assert raised.value.retry_helps


def test_processes_that_create_one_file_at_once_all_succeed(path):
    script = (
        "import sys, pathlib; from bot.store import open_store; open_store(pathlib.Path(sys.argv[1])).close()"
    )
    others = [
        subprocess.Popen([sys.executable, "-c", script, str(path)], stderr=subprocess.PIPE) for _ in range(6)
    ]
    errors = [other.communicate()[1] for other in others]
    assert [other.returncode for other in others] == [0] * 6, errors


def test_migration_names_are_complete(path):
    open_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        applied = file.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert tuple(name for (name,) in applied) == MIGRATION_NAMES
