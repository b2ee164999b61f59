"""`whosaid doctor`."""

import json
from pathlib import Path

from bot.commands.doctor import examine
from bot.config import load_settings
from tests.commands.conftest import Whosaid


def test_all_is_well(library: Whosaid) -> None:
    code, out, _ = library("doctor")
    assert code == 0
    assert "FIX" not in out
    assert "2 articles, 2 statements" in out


def test_one_object_a_finding(library: Whosaid) -> None:
    _, out, _ = library("doctor", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["name"] for row in rows] == ["settings", "database", "index", "feeds", "telegram"]
    assert all(row["fine"] for row in rows)


def test_a_database_that_cannot_be_read_must_be_fixed(tmp_path: Path) -> None:
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"no database " * 100)
    settings = load_settings(None).model_copy(update={"whosaid_db": junk})
    findings = {finding.name: finding.fine for finding in examine(settings)}
    assert findings == {"settings": True, "database": False, "telegram": True}


def test_something_to_fix_is_the_exit_code(whosaid: Whosaid, tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"no database " * 100)
    code, out, _ = whosaid("doctor")
    assert code == 1
    assert out.splitlines()[1].startswith("FIX")
