"""What sources stand for, and reading them."""

import gzip
import io
import json
from pathlib import Path

import pytest

from bot.articles.limits import Limits
from bot.errors import UsageError
from bot.ingest.inputs import Input, drafts, expand
from bot.models import Draft, Failure

LINE = json.dumps({"url": "https://lumen.example/1", "title": "A", "text": "One."}) + "\n"


def test_folders_are_read_sorted_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.secret", ".hidden/x.txt", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Title\n\nText.", encoding="utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    names = [item.name for item in expand([str(tmp_path)]) if isinstance(item, Input)]
    assert names == [str(tmp_path / name) for name in ("a/z.txt", "b.txt", "c.txt")]


def test_what_is_missing_is_a_failure() -> None:
    (failure,) = expand(["/no/such/file"])
    assert failure == Failure("/no/such/file", "no such file or folder")


def test_addresses_are_refused_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="no addresses"):
        next(iter(expand(["a.txt", "https://lumen.example/1"])))


def test_json_lines_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "n.dat"
    path.write_text(LINE + "{bad\n" + LINE, encoding="utf-8")
    first, bad, last = drafts(Input("n.dat", path), Limits())
    assert isinstance(first, Draft)
    assert isinstance(bad, Failure)
    assert isinstance(last, Draft)
    assert bad.source == "n.dat:2"


def test_packed_files(tmp_path: Path) -> None:
    path = tmp_path / "n.gz"
    path.write_bytes(gzip.compress(LINE.encode() * 3))
    assert len(list(drafts(Input("n.gz", path), Limits()))) == 3
    path.write_bytes(gzip.compress(b"Title\n\nText."))
    (draft,) = drafts(Input("n.gz", path), Limits())
    assert isinstance(draft, Draft)


def test_a_packed_file_cut_off_keeps_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "n.gz"
    lines = "".join(LINE.replace("/1", f"/{number}") for number in range(9000))
    path.write_bytes(gzip.compress(lines.encode())[:-20])
    *found, failure = drafts(Input("n.gz", path), Limits())
    assert len(found) > 1000
    assert isinstance(failure, Failure)
    assert "cut off" in failure.error


def test_json_lines_may_be_longer_than_a_file(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text(LINE * 100, encoding="utf-8")
    found = list(drafts(Input("n.jsonl", path), Limits(file=1000)))
    assert len(found) == 100
    assert all(isinstance(one, Draft) for one in found)


def test_a_line_over_its_limit_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text(LINE.replace("One.", "x" * 200_000) + LINE, encoding="utf-8")
    long, after = drafts(Input("n.jsonl", path), Limits(text=1000))
    assert isinstance(long, Failure)
    assert long.source == "n.jsonl:1"
    assert isinstance(after, Draft)


def test_a_packed_line_without_end_is_not_unpacked_to_it(tmp_path: Path) -> None:
    path = tmp_path / "n.gz"
    path.write_bytes(gzip.compress(LINE.encode() + b"{" + b" " * 5_000_000 + b"\n" + LINE.encode()))
    first, long, end = drafts(Input("n.gz", path), Limits(file=1_000_000, text=1000))
    assert isinstance(first, Draft)
    assert isinstance(long, Failure)
    assert isinstance(end, Failure)
    assert "nothing behind it was read" in end.error


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(LINE.encode() * 2), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert len(list(drafts(Input("stdin"), Limits()))) == 2
    assert not stdin.closed


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (failure,) = drafts(Input("gone", tmp_path / "gone"), Limits())
    assert isinstance(failure, Failure)
    assert "cannot be read" in failure.error
