"""`whosaid ask`."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Whosaid


def test_a_question_is_answered_in_words(library: Whosaid) -> None:
    code, out, _ = library("ask", "what did Holm say about the ferry?", "--now", "2026-06-01")
    assert code == 0
    assert "We will raise it in August" in out
    assert "https://tarn.example/ferry" in out


def test_or_as_an_object(library: Whosaid) -> None:
    _, out, _ = library("ask", "what did Holm say?", "--json", "--now", "2026-06-01")
    answer = json.loads(out)
    assert (answer["answered"], answer["lang"], "id" in answer) == (True, "en", False)


def test_a_batch_gives_an_object_a_line(library: Whosaid, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    rows = [{"id": 7, "question": "what did Vale say?"}, {"id": 8, "question": "what did Zubkin say?"}]
    batch.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, out, _ = library("ask", "--batch", str(batch), "--now", "2026-06-01")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(answer["id"], answer["answered"]) for answer in answers] == [(7, True), (8, False)]


@pytest.mark.parametrize("arguments", [(), ("who?", "--batch", "b.jsonl")])
def test_one_question_or_one_batch(library: Whosaid, arguments: tuple[str, ...]) -> None:
    code, out, err = library("ask", *arguments)
    assert (code, out) == (2, "")
    assert "whosaid ask" in err
