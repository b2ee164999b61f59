"""`whosaid check`."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Whosaid


def test_a_claim_is_judged_in_words(library: Whosaid) -> None:
    code, out, _ = library("check", "Ida Holm said: “We will raise it in August.”", "--now", "2026-06-01")
    assert code == 0
    assert out.startswith("Supported.")
    assert "https://tarn.example/ferry" in out


def test_what_nothing_supports_is_done_too(library: Whosaid) -> None:
    code, out, _ = library("check", "The moon is made of cheese.", "--now", "2026-06-01")
    assert (code, out.startswith("Not found")) == (0, True)


def test_articles_of_later_are_not_seen(library: Whosaid) -> None:
    _, out, _ = library("check", "The ferry to Tarn sank on Sunday.", "--now", "2026-05-01", "--json")
    assert json.loads(out)["verdict"] == "unsupported"


def test_a_batch_gives_an_object_a_line_by_the_library_or_by_texts(library: Whosaid, tmp_path: Path) -> None:
    claim = "An otter stole a fish."
    rows = [
        {"id": 1, "claim": claim},
        {"id": 2, "claim": claim, "sources": ["The ferry sank."]},
        {"id": 3, "claim": "Joe Vale said: “We will raise it in August.”"},
        {"id": 4, "claim": claim, "sources": []},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, out, _ = library("check", "--batch", str(batch), "--now", "2026-06-01")
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(one["id"], one["verdict"]) for one in found] == [
        (1, "supported"),
        (2, "unsupported"),
        (3, "misattributed"),
        (4, "unsupported"),
    ]
    assert [one["supported"] for one in found] == [True, False, False, False]
    assert found[2]["claims"][0]["speaker"] == "Ida Holm"
    assert found[0]["citations"][0]["quote"] == claim


def test_what_was_not_looked_at_is_a_reason(library: Whosaid) -> None:
    _, out, _ = library("check", "An otter stole a fish. " * 30, "--now", "2026-06-01", "--json")
    found = json.loads(out)
    assert (found["supported"], found["reasons"]) == (False, ["too long"])


def test_texts_must_be_texts(library: Whosaid, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"claim": "x", "sources": "y"}', encoding="utf-8")
    code, _, err = library("check", "--batch", str(batch))
    assert code == 2
    assert "'sources' must be a list of texts" in err


@pytest.mark.parametrize("arguments", [(), ("it is so", "--batch", "b.jsonl")])
def test_one_claim_or_one_batch(library: Whosaid, arguments: tuple[str, ...]) -> None:
    code, out, err = library("check", *arguments)
    assert (code, out) == (2, "")
    assert "whosaid check" in err
