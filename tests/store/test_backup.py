"""Copies of a library: whole, checked, made while others write, and put back."""

import sqlite3
import threading
from contextlib import closing

import pytest

from bot.errors import StoreBusy, StoreError
from bot.store import open_store
from bot.store.backup import back_up, check, restore


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "copy.db"


def urls(path):
    with open_store(path) as store:
        return [change.article.url for change in store.changes(0, 5000)]


def test_a_copy_holds_everything_in_one_private_file(path, store, make_article, copy):
    store.articles.save([make_article(f"u{n}", f"Text {n}.") for n in range(50)])
    assert back_up(path, copy) == copy.stat().st_size
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in copy.parent.iterdir() if one.name.startswith("copy")) == ["copy.db"]
    assert urls(copy) == [f"u{n}" for n in range(50)]


def test_a_copy_is_made_while_another_thread_writes(path, store, make_article, copy):
    over, written = threading.Event(), []

    def write():
        while not over.is_set():
            store.articles.save([make_article(f"u{len(written)}", f"Text {len(written)}. " * 200)])
            written.append(1)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        back_up(path, copy)
    finally:
        over.set()
        writer.join()
    found = urls(copy)
    assert found == [f"u{n}" for n in range(len(found))]
    check(copy)


def test_a_copy_replaces_nothing_and_leaves_nothing_behind_when_it_fails(path, store, copy, tmp_path):
    copy.write_text("precious")
    with pytest.raises(StoreError, match="exists already"):
        back_up(path, copy)
    assert copy.read_text() == "precious"
    with pytest.raises(StoreError, match="no database"):
        back_up(tmp_path / "none.db", tmp_path / "other.db")
    with pytest.raises(StoreError, match="cannot be"):
        back_up(path, tmp_path / "missing" / "other.db")
    assert not list(tmp_path.glob("*.partial*"))


def test_what_is_damaged_foreign_or_newer_is_not_taken(path, store, make_article, copy, tmp_path):
    store.articles.save([make_article(f"u{n}", f"Text {n}. " * 100) for n in range(200)])
    back_up(path, copy)
    data = bytearray(copy.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 20_000] = b"\xff" * 20_000
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(data)
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as file:
        file.execute("CREATE TABLE t (x)")
    newer = tmp_path / "newer.db"
    newer.write_bytes(copy.read_bytes())
    with closing(sqlite3.connect(newer)) as file, file:
        file.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('whosaid', '9', '')"
        )
    text = tmp_path / "text.db"
    text.write_text("words " * 500)
    for bad, words in (
        (damaged, "."),
        (foreign, "no database of"),
        (newer, "newer"),
        (text, "cannot be used"),
    ):
        with pytest.raises(StoreError, match=words):
            check(bad)
        with pytest.raises(StoreError):
            restore(bad, tmp_path / "library2.db")
    assert not (tmp_path / "library2.db").exists()


def test_a_copy_is_put_back_and_the_library_before_is_kept(path, make_article, copy):
    with open_store(path) as store:
        store.articles.save([make_article("old", "Old.")])
    back_up(path, copy)
    with open_store(path) as store:
        store.articles.save([make_article("new", "New.")])
    aside = restore(copy, path)
    assert urls(path) == ["old"]
    assert urls(aside) == ["old", "new"]
    assert urls(copy) == ["old"]
    assert restore(copy, path) not in {aside, None}


def test_a_copy_is_put_where_no_library_was(path, make_article, copy, tmp_path):
    with open_store(path) as store:
        store.articles.save([make_article("old", "Old.")])
    back_up(path, copy)
    assert restore(copy, tmp_path / "anew.db") is None
    assert urls(tmp_path / "anew.db") == ["old"]


def test_a_library_in_use_is_left_alone(path, make_article, copy):
    with open_store(path) as store:
        store.articles.save([make_article("old", "Old.")])
        back_up(path, copy)
        with pytest.raises(StoreBusy, match="stop the bot"):
            restore(copy, path)
        store.articles.save([make_article("new", "New.")])
    assert urls(path) == ["old", "new"]
