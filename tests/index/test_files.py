"""Damage, other versions and other libraries: the index begins anew and never fails to open."""

import os

import pytest

from bot.errors import SearchIndexError
from bot.index import SearchIndex
from bot.index.fields import VERSION

DAMAGES = {
    "gone": lambda file: file.unlink(),
    "empty": lambda file: os.truncate(file, 0),
    "half": lambda file: os.truncate(file, file.stat().st_size // 2),
    "noise": lambda file: file.write_bytes(bytes(range(256)) * 9),
}
SUFFIXES = (".json", ".idx", ".term", ".fast", ".fieldnorm", ".store", ".pos")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library.db-index"


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_damaged_index_begins_anew_or_is_whole(folder, passage, ask, suffix, damage):
    SearchIndex(folder).apply([(1, [passage(1, "bridge")])], 4)
    for file in [found for found in folder.rglob(f"*{suffix}") if found.is_file()]:
        DAMAGES[damage](file)
    index = SearchIndex(folder)
    hits = [hit.id for hit in index.search(ask("bridge"))]
    assert (index.sequence(), hits) in [(0, []), (4, [1])]
    index.apply([(2, [passage(2, "ferry", 2)])], 5)
    assert index.sequence() == 5
    assert [hit.id for hit in index.search(ask("ferry"))] == [2]


def test_damage_done_to_an_open_index_is_told_and_mended(folder, passage, ask):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge")])], 1)
    for file in folder.rglob("meta.json"):
        file.write_text("{}")
    assert index.search(ask("bridge")) == []
    assert index.sequence() == 0


def test_a_folder_deleted_under_an_open_index(folder, passage, ask):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge")])], 1)
    for inner in list(folder.iterdir()):
        inner.rename(folder.with_name("gone"))
    assert index.sequence() == 0
    index.apply([(1, [passage(1, "bridge")])], 1)
    assert [hit.id for hit in index.search(ask("bridge"))] == [1]


def test_another_library_or_version_starts_empty_and_the_old_files_go(folder, passage):
    SearchIndex(folder, "first").apply([(1, [passage(1, "bridge")])], 7)
    (folder / "v0-first").mkdir()
    (folder / "notes.txt").write_text("mine")
    assert SearchIndex(folder, "first").sequence() == 7
    assert SearchIndex(folder, "second").sequence() == 0
    assert sorted(found.name for found in folder.iterdir()) == ["notes.txt", f"v{VERSION}-second"]


def test_a_place_where_no_folder_can_be_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(SearchIndexError, match="cannot be used"):
        SearchIndex(tmp_path / "file" / "index")


def test_begin_anew_is_empty(folder, passage):
    index = SearchIndex(folder)
    index.apply([(1, [passage(1, "bridge")])], 3)
    index._files.begin_anew()
    assert index.sequence() == 0
