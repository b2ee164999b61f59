"""`whosaid restore`."""

import json
from pathlib import Path

from tests.commands.conftest import Whosaid


def test_a_backup_is_put_back_and_answers(library: Whosaid, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert library("backup", str(copy))[0] == 0
    code, out, _ = library("restore", str(copy), "--json")
    told = json.loads(out)
    assert code == 0
    assert told["articles"] == 2
    assert Path(told["before"]).exists()
    code, out, _ = library("search", "ferry", "--json")
    assert "tarn.example/ferry" in out


def test_what_is_no_backup_is_refused(library: Whosaid, tmp_path: Path) -> None:
    bad = tmp_path / "bad.db"
    bad.write_text("words")
    code, _, err = library("restore", str(bad))
    assert code == 1
    assert err.startswith("whosaid: ")
    assert library("restore", str(tmp_path / "none.db"))[0] == 1
