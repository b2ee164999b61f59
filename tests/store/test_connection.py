"""Threads and processes on one file: what waits, what does not, and what survives a kill."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreBusy, StoreError
from bot.store import open_store
from bot.store.connection import Connections

WRITER = """
import sys
from pathlib import Path
from bot.models import Analysed, Annotation, Draft, Passage, Span, Statement
from bot.store import open_store

def article(number):
    text = f"text {number % 70}"
    said = tuple(
        Statement((Span(0, 4),), Span(0, 4), "direct", "said", None, name, "person", ("mayor",))
        for name in ("Ann Lee", f"Bo Ray{'x' * (number % 5)}")
    )
    draft = Draft(f"u{number % 40}", "title", text, "2031-05-06")
    return Analysed(draft, "en", Annotation("en", (), ()), (Passage(Span(0, 4)),), said, f"print of {text}")

with open_store(Path(sys.argv[1])) as store:
    print("open", flush=True)
    for start in range(0, 200, 5):
        store.articles.save([article(number) for number in range(start, start + 5)])
        print(start, flush=True)
"""
CONTENT = (
    "SELECT * FROM articles",
    "SELECT * FROM article_versions",
    "SELECT * FROM passages",
    "SELECT * FROM statements",
    "SELECT * FROM speakers",
    "SELECT * FROM speaker_forms",
    "SELECT * FROM meta WHERE name <> 'identity' ORDER BY name",
)


def content(path):
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        return [file.execute(sql).fetchall() for sql in CONTENT]


def start_writer(path):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_killed_at_any_moment_and_run_again_ends_in_the_same_content(tmp_path):
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    assert start_writer(whole).communicate()[1] == ""
    for batches in (1, 9, 20, 33):
        writer = start_writer(killed)
        lines = [writer.stdout.readline() for _ in range(batches)]
        os.kill(writer.pid, signal.SIGKILL)
        writer.communicate()
        with open_store(killed) as store:
            # what was acknowledged is there, and no part of an article is
            assert store.sequence() >= 0
            assert all(change.spoken and change.passages for change in store.changes(0))
        assert lines[-1]
    assert start_writer(killed).communicate()[1] == ""
    assert content(killed) == content(whole)


def test_an_acknowledged_batch_survives_the_kill(path):
    writer = start_writer(path)
    for _ in range(3):
        writer.stdout.readline()
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    with open_store(path) as store:
        assert store.articles.count() >= 10


def test_threads_write_and_read_at_once(store, make_article, says):
    def write(number):
        return store.articles.save([make_article(f"u{number}", f"text {number}", says("Ann Lee"))])

    def read(_):
        changes = store.changes(0)
        return all(change.spoken for change in changes) and store.articles.count() >= len(changes)

    with ThreadPoolExecutor(8) as pool:
        written = [pool.submit(write, number) for number in range(60)]
        sound = list(pool.map(read, range(60)))
        outcomes = [future.result() for future in written]
    assert all(sound)
    assert outcomes == [["added"]] * 60
    assert store.speakers.get(range(1, 100))[0].statements == store.sequence() == 60


def test_connections_of_finished_threads_are_closed(store):
    for _ in range(30):
        thread = threading.Thread(target=store.sequence)
        thread.start()
        thread.join()
    opened = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.exists()]
    assert sum(found.name == "library.db" for found in opened) <= 4


def test_reads_do_not_wait_for_another_writer_and_writes_do(path, make_article):
    open_store(path).close()
    with (
        open_store(path, busy_seconds=0.2) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        store.articles.save([make_article("u1")])
        other.execute("BEGIN IMMEDIATE")
        assert store.articles.count() == 1
        began = time.monotonic()
        with pytest.raises(StoreBusy, match="another process is writing"):
            store.articles.save([make_article("u2", "two")])
        assert 0.1 < time.monotonic() - began < 5
        other.execute("ROLLBACK")
        assert store.articles.save([make_article("u2", "two")]) == ["added"]


def test_a_second_process_waits_for_its_turn(path, make_article):
    with open_store(path) as store:
        store.articles.save([make_article("mine")])
        writers = [start_writer(path) for _ in range(2)]
        for number in range(20):
            store.articles.save([make_article(f"mine {number}", f"of mine {number}")])
        assert [writer.communicate()[1] for writer in writers] == ["", ""]
        assert store.articles.count() == 21 + 40


def test_a_snapshot_is_of_one_moment(path, make_article):
    with open_store(path) as store, open_store(path) as other:
        with store.snapshot():
            before = store.sequence()
            other.articles.save([make_article("u1")])
            assert store.sequence() == before
        assert store.sequence() == before + 1


def test_the_log_is_emptied_in_spite_of_readers(path, make_article, says):
    with open_store(path) as store:
        for number in range(40):
            store.articles.save([make_article(f"u{number}", f"{number} " * 30_000, says("Ann Lee"))])
            next(store.statements.all())
        assert path.with_name("library.db-wal").stat().st_size < 12_000_000


def test_closing_waits_for_whoever_is_reading(path):
    connections = Connections(path)
    began, may_end = threading.Event(), threading.Event()
    read: list[int] = []

    def reading():
        with connections.snapshot():
            began.set()
            may_end.wait(10)
            read.append(connections.rows("SELECT 7 AS seven")[0]["seven"])

    reader = threading.Thread(target=reading)
    reader.start()
    began.wait(10)
    closing = threading.Thread(target=connections.close)
    closing.start()
    closing.join(0.1)
    assert closing.is_alive()
    may_end.set()
    closing.join(10)
    reader.join(10)
    assert read == [7]
    with pytest.raises(StoreError, match="closed"):
        connections.rows("SELECT 1")


def test_a_write_inside_a_write_is_a_part_of_it(path, store):
    connections = Connections(path)

    def inner(value):
        with connections.write() as connection:
            connection.execute("INSERT INTO meta VALUES (?, 1)", (value,))

    def failing():
        with connections.write():
            inner("three")
            raise StoreError("the outer one fails")

    with connections.write():
        inner("one")
        assert Connections(path).rows("SELECT 1 FROM meta WHERE name = 'one'") == []
        inner("two")
    with pytest.raises(StoreError):
        failing()
    inner("four")
    names = {row["name"] for row in connections.rows("SELECT name FROM meta WHERE value = 1")}
    assert names & {"one", "two", "three", "four"} == {"one", "two", "four"}
