"""Following a library: replacing, replaying, clearing; other processes; death in the middle."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.errors import SearchIndexError
from bot.index import SearchIndex

HOLDER = """
import sys
from pathlib import Path
from bot.index.files import IndexFiles
with IndexFiles(Path(sys.argv[1]), "").writer():
    print("writing", flush=True)
    sys.stdin.readline()
"""
FOLLOWER = """
import sys
from pathlib import Path
from bot.index import SearchIndex
from bot.models import SearchDocument
index = SearchIndex(Path(sys.argv[1]))
for number in range(index.sequence() + 1, 61):
    documents = [SearchDocument(number * 10 + part, number, "", "bridge") for part in range(3)]
    index.apply([(number, documents)], number)
    print(number, flush=True)
"""


def start(script, folder):
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library.db-index"


def test_a_new_index_is_empty(folder, ask):
    index = SearchIndex(folder)
    assert index.sequence() == 0
    assert index.search(ask("bridge")) == []


def test_sequence_and_documents_outlive_the_process(folder, passage, ask):
    SearchIndex(folder).apply([(1, [passage(1, "bridge")])], 5)
    index = SearchIndex(folder)
    assert index.sequence() == 5
    assert [(hit.id, hit.article_id) for hit in index.search(ask("bridge"))] == [(1, 1)]


def test_an_article_is_replaced_and_replaying_does_no_harm(folder, passage, ask):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge"), passage(2, "bridge")]), (2, [passage(3, "bridge", 2)])], 2)
    for _ in range(3):
        index.apply([(1, [passage(4, "bridge")])], 3)
    assert [hit.id for hit in index.search(ask("bridge"))] == [3, 4]
    assert index.sequence() == 3


def test_one_batch_may_name_an_article_twice(folder, passage, ask):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge")]), (1, [passage(2, "bridge")])], 2)
    assert [hit.id for hit in index.search(ask("bridge"))] == [2]


def test_an_article_without_documents_disappears(folder, passage, ask):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge")])], 1)
    index.apply([(1, [])], 2)
    assert index.search(ask("bridge")) == []


def test_clear(folder, passage, ask):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge")])], 9)
    index.clear()
    assert index.sequence() == 0
    assert index.search(ask("bridge")) == []


def test_a_batch_that_fails_half_way_leaves_nothing(folder, passage, ask):
    def changes():
        yield 1, [passage(1, "bridge")]
        raise ArithmeticError("no further")

    index = SearchIndex(folder)
    with pytest.raises(ArithmeticError):
        index.apply(changes(), 1)
    assert index.sequence() == 0
    assert index.search(ask("bridge")) == []
    index.apply([(1, [passage(1, "bridge")])], 1)
    assert index.sequence() == 1


def test_what_fails_in_making_changes_is_no_damage(folder, passage, ask):
    def changes():
        yield 1, [passage(2, "ferry")]
        raise ValueError("not of the index")

    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge")])], 1)
    with pytest.raises(ValueError, match="not of the index"):
        index.apply(changes(), 2)
    assert index.sequence() == 1
    assert [hit.id for hit in index.search(ask("bridge"))] == [1]


def test_many_small_commits_do_not_pile_up_files(folder, passage, ask):
    index = SearchIndex(folder)
    for number in range(1, 31):
        index.apply([(number, [passage(number, "bridge", number)])], number)
    assert len(index.search(ask("bridge"))) == 30
    assert sum(found.suffix == ".idx" for found in folder.rglob("*")) < 20


def test_another_process_that_writes_is_named_and_search_goes_on(folder, passage, ask):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge")])], 1)
    holder = start(HOLDER, folder)
    assert holder.stdout.readline() == "writing\n"
    with pytest.raises(SearchIndexError, match="another process is writing") as raised:
        index.apply([(2, [passage(2, "bridge", 2)])], 2)
    assert raised.value.retry_helps
    assert [hit.id for hit in index.search(ask("bridge"))] == [1]
    assert holder.communicate("\n")[1] == ""
    index.apply([(2, [passage(2, "bridge", 2)])], 2)
    assert index.sequence() == 2


def test_what_another_process_commits_is_seen(folder, passage, ask):
    reader = SearchIndex(folder)
    writer = SearchIndex(folder)
    for number in (1, 2):
        writer.apply([(number, [passage(number, "bridge", number)])], number)
        assert reader.sequence() == number
        assert len(reader.search(ask("bridge"))) == number


def test_killed_while_following_it_opens_and_catches_up(folder, ask):
    for number in (1, 7, 20):
        follower = start(FOLLOWER, folder)
        lines = [follower.stdout.readline() for _ in range(number)]
        os.kill(follower.pid, signal.SIGKILL)
        follower.communicate()
        index = SearchIndex(folder)
        assert index.sequence() >= int(lines[-1])
        assert len(index.search(ask("bridge", limit=500))) == 3 * index.sequence()
    assert start(FOLLOWER, folder).communicate()[1] == ""
    index = SearchIndex(folder)
    assert index.sequence() == 60
    assert len(index.search(ask("bridge", limit=500))) == 180


def test_threads_search_while_one_writes(folder, passage, ask):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge")])], 1)

    def write(number):
        index.apply([(number, [passage(number, "bridge", number)])], number)

    def search(_):
        return len(index.search(ask("bridge"))) >= 1

    with ThreadPoolExecutor(6) as pool:
        writes = [pool.submit(write, number) for number in range(2, 22)]
        assert all(pool.map(search, range(200)))
        for done in writes:
            done.result()
    assert len(index.search(ask("bridge"))) == 21


def test_documents_that_hold_the_commonest_of_some_terms_are_counted(folder, passage):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge"), passage(2, "bridge")]), (2, [passage(3, "pier")])], 2)
    assert index.count(["pier", "bridge"]) == 2
    assert index.count(["ferry"]) == 0
    assert index.count([]) == 0
    assert index.size() == 4  # with the one that tells the sequence number
