"""`whosaid backup`."""

import json
from pathlib import Path

from tests.commands.conftest import Whosaid


def test_into_a_folder_under_the_day_and_hour(library: Whosaid, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    code, out, _ = library("backup", str(folder), "--json")
    told = json.loads(out)
    [copy] = folder.iterdir()
    assert (code, told["file"], told["bytes"]) == (0, str(copy), copy.stat().st_size)


def test_only_the_newest_are_kept_and_nothing_else_is_touched(library: Whosaid, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    library("backup", str(folder))
    [first] = folder.iterdir()
    stem = first.name[: -len("20260101-000000.db")].rstrip("-")
    for day in range(1, 5):
        (folder / f"{stem}-2020010{day}-000000.db").touch()
    (folder / "notes.db").touch()
    first.unlink()
    code, out, _ = library("backup", str(folder), "--keep", "2")
    assert code == 0
    assert "3 older removed" in out
    names = sorted(path.name for path in folder.iterdir())
    assert f"{stem}-20200104-000000.db" in names
    assert "notes.db" in names
    assert len(names) == 3


def test_wrong_usage_and_files_in_the_way(library: Whosaid, tmp_path: Path) -> None:
    taken = tmp_path / "taken.db"
    taken.touch()
    assert library("backup", str(taken))[0] == 1
    code, _, err = library("backup", str(taken), "--keep", "2")
    assert (code, "for a folder" in err) == (2, True)
    assert library("backup", str(tmp_path / "copies"), "--keep", "2")[0] == 0
    assert len(list((tmp_path / "copies").iterdir())) == 1
