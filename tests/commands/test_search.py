"""`whosaid search`."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Whosaid


def test_passages_for_a_person(library: Whosaid) -> None:
    code, out, _ = library("search", "otter fish", "--now", "2026-06-01")
    assert code == 0
    assert out.startswith("1. Otter steals a fish (2026-05-05")
    assert "https://tarn.example/otter" in out


def test_nothing_found(library: Whosaid) -> None:
    assert library("search", "zeppelin")[:2] == (0, "Nothing found.\n")


def test_passages_as_an_object_and_no_more_than_asked_for(library: Whosaid) -> None:
    _, out, _ = library("search", "said Tarn otter ferry", "--json", "-k", "1", "--now", "2026-06-01")
    found = json.loads(out)
    assert found["query"] == "said Tarn otter ferry"
    assert len(found["results"]) == 1


def test_a_batch(library: Whosaid, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(
        '{"id": "x", "question": "otter", "now": "2026-05-04"}\n{"question": "ferry"}\n', encoding="utf-8"
    )
    _, out, _ = library("search", "--batch", str(batch), "--now", "2026-06-01")
    first, second = (json.loads(line) for line in out.splitlines())
    assert (first["id"], first["results"]) == ("x", [])
    assert second["results"][0]["url"] == "https://tarn.example/ferry"


@pytest.mark.parametrize("arguments", [(), ("otter", "--batch", "b"), ("otter", "-k", "0")])
def test_wrong_usage(library: Whosaid, arguments: tuple[str, ...]) -> None:
    assert library("search", *arguments)[0] == 2
