"""`whosaid statements`."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Whosaid


@pytest.mark.parametrize(
    ("filters", "speakers"),
    [
        ((), ["Ida Holm", "Joe Vale"]),
        (("--speaker", "Хольм"), ["Ida Holm"]),
        (("--speaker", "Zubkin"), []),
        (("--about", "otter"), ["Joe Vale"]),
        (("--since", "2026-05-05"), ["Joe Vale"]),
        (("--until", "2026-05-04"), ["Ida Holm"]),
        (("--since", "2026-05-04", "--until", "2026-05-04"), []),
        (("--article", "https://tarn.example/ferry"), ["Ida Holm"]),
    ],
)
def test_filters(library: Whosaid, filters: tuple[str, ...], speakers: list[str]) -> None:
    code, out, _ = library("statements", *filters)
    assert code == 0
    assert sorted(json.loads(line)["speaker"] for line in out.splitlines()) == speakers


def test_a_bad_date_is_a_wrong_usage(library: Whosaid) -> None:
    code, out, err = library("statements", "--since", "May")
    assert (code, out) == (2, "")
    assert "May" in err


def test_what_a_rewritten_article_no_longer_says(library: Whosaid, tmp_path: Path) -> None:
    said = ["“The ferry is safe,” said Ida Holm.", "“It sails on Monday,” she said."]
    rewritten = ["The ferry had an accident. “It  sails on Monday”, said Ida Holm."]
    for number, lines in enumerate((said, rewritten)):
        article = {"url": "https://tarn.example/safe", "title": "Ferry", "text": "\n\n".join(lines)}
        file = tmp_path / f"{number}.jsonl"
        file.write_text(json.dumps(article), encoding="utf-8")
        assert library("ingest", str(file))[0] == 0
    code, out, _ = library("statements", "--gone", "--speaker", "Holm")
    assert code == 0
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["“The ferry is safe,”"]
    assert library("statements", "--gone", "--article", "https://tarn.example/ferry")[1] == ""
