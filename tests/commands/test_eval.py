"""`whosaid eval`: its table, its JSON and its exit codes."""

import json

import pytest

from bot.cli import main
from bot.commands.eval import verdict
from bot.config import Settings
from bot.evaluation.results import CaseResult, TurnResult

ARTICLE = {
    "url": "https://herald.example.org/lamps",
    "title": "Lamps on the pier",
    "text": "The pier of Tarn got 40 lamps on Monday.\n\n“The pier is lit,” harbour master Mira Holm said.",
    "published": "2026-06-29T10:00:00+03:00",
}
GOOD = {"answered": True, "must": [["pier is lit"]], "cite_any": [ARTICLE["url"]], "speaker": "Holm"}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def library(tmp_path, capsys):
    (tmp_path / "articles.jsonl").write_text(json.dumps(ARTICLE), encoding="utf-8")
    assert main(["ingest", "--db", "library.db", "articles.jsonl"]) == 0
    capsys.readouterr()
    return "library.db"


def write_cases(folder, *expectations):
    turn = {"q": "what did Holm say?", "now": "2026-06-30"}
    lines = [
        {"id": f"c-{number}", "corpus": "another", "category": "said", "turns": [{**turn, "expect": expect}]}
        for number, expect in enumerate(expectations, 1)
    ]
    path = folder / "cases.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(path)


def test_own_cases_over_an_own_library(tmp_path, library, capsys):
    cases = write_cases(tmp_path, GOOD, {**GOOD, "must": [["dark"]]})
    assert main(["eval", cases, "--db", library]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[1].split() == ["said", "2", "1", "50%", "2", "100%"]
    assert "c-2 (said), turn 1: what did Holm say?\n    missing: dark\n" in out
    assert "2 answers, p50" in out


def test_json_is_one_object(tmp_path, library, capsys):
    assert main(["eval", write_cases(tmp_path, GOOD), "--db", library, "--json"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    shown = json.loads(out)
    assert (shown["cases"], shown["expected"], shown["violations"], shown["failures"]) == (1, 1, 0, [])


def test_an_evaluation_leaves_no_conversation_behind(tmp_path, library, capsys):
    cases = write_cases(tmp_path, GOOD)
    size = (tmp_path / library).stat().st_size
    assert main(["eval", cases, "--db", library]) == 0
    assert (tmp_path / library).stat().st_size == size
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "articles.jsonl", "cases.jsonl", library
    ]  # fmt: skip


def test_the_built_in_cases_need_no_library_and_leave_nothing_behind(tmp_path, capsys):
    assert main(["eval", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["violations"] == 0
    assert list(tmp_path.iterdir()) == []


def test_a_malformed_file_is_one_line_with_its_place(tmp_path, library, capsys):
    cases = write_cases(tmp_path, GOOD, {"answered": "perhaps"})
    assert main(["eval", cases, "--db", library]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.count("\n") == 1
    assert "cases.jsonl:2: turns.0.expect.answered" in streams.err


def test_the_built_in_cases_do_not_fit_another_library(library, capsys):
    assert main(["eval", "--db", library]) == 2
    assert "name CASES.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("misses", "violations", "code"), [((), (), 0), (("missing: x",), (), 0), ((), ("empty quote",), 1)]
)
def test_only_what_is_not_grounded_fails(misses, violations, code):
    fine = CaseResult("1", "said", (TurnResult("who?", (), (), 1, 1.0),))
    judged = CaseResult("2", "said", (TurnResult("who?", misses, violations, 1, 1.0),))
    assert verdict([fine, judged]) == code
