"""The command line as other programs call it: real processes' worth of arguments, exit codes and streams."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import COMMANDS, main
from bot.commands import load
from bot.config import Settings

ARTICLE = {
    "url": "https://herald.example.org/ferry",
    "title": "Ferry late again",
    "text": "The ferry to Tarn was late again on Sunday.\n\n“Fog is fog,” harbour master Mira Holm said. "
    "She said a second boat would come by August.",
    "published": "2026-06-29T10:00:00+03:00",
    "source": "Herald",
}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def library(tmp_path: Path) -> str:
    source = tmp_path / "articles.jsonl"
    source.write_text(json.dumps(ARTICLE), encoding="utf-8")
    database = str(tmp_path / "library.db")
    assert main(["ingest", "--db", database, str(source)]) == 0
    return database


Output = Callable[[], str]


@pytest.fixture
def output(capsys: pytest.CaptureFixture[str]) -> Output:
    return lambda: capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_loads_and_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert load(name).run is not None
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert f"whosaid {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["nonsense"], ["ask"], ["ask", "a", "--batch", "b"], ["search", "x", "-k", "0"], ["chat", "--what"]],
)
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(arguments)
    except SystemExit as ended:
        code = int(str(ended.code))
    assert code == 2
    assert capsys.readouterr().err


def test_a_bad_moment_is_one_line(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "who?", "--db", library, "--now", "soon"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "soon" in error


def test_a_file_that_is_no_database_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"this is no database at all, not even nearly" * 50)
    assert main(["ask", "who?", "--db", str(junk)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("whosaid: ")
    assert error.count("\n") == 1
    assert junk.read_bytes().startswith(b"this is no database")


def test_ingest_reports_and_is_idempotent(tmp_path: Path, library: str, output: Output) -> None:
    output()
    assert main(["ingest", "--json", "--db", library, str(tmp_path / "articles.jsonl")]) == 0
    report = json.loads(output())
    assert (report["added"], report["unchanged"], report["failed"]) == (0, 1, [])


def test_ingest_of_nothing_but_bad_inputs_fails(tmp_path: Path, output: Output) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert (
        main(["ingest", "--json", "--db", str(tmp_path / "x.db"), str(empty), str(tmp_path / "none.txt")])
        == 1
    )
    failed = json.loads(output())["failed"]
    assert [Path(item["source"]).name for item in failed] == ["empty.txt", "none.txt"]


def test_ingest_reads_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: Output) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(json.dumps(ARTICLE).encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert main(["ingest", "--json", "--db", str(tmp_path / "x.db"), "-"]) == 0
    assert json.loads(output())["added"] == 1


def test_ask_cites_the_very_words(library: str, output: Output) -> None:
    output()
    assert main(["ask", "what did Holm say?", "--json", "--db", library, "--now", "2026-06-30"]) == 0
    answer = json.loads(output())
    assert answer["answered"]
    citations = [citation for claim in answer["claims"] for citation in claim["citations"]]
    assert citations
    for citation in citations:
        assert ARTICLE["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert {claim["speaker"] for claim in answer["claims"]} == {"Mira Holm"}


def test_articles_of_the_future_are_not_seen(library: str, output: Output) -> None:
    output()
    assert main(["ask", "what did Holm say?", "--json", "--db", library, "--now", "2026-06-28"]) == 0
    assert not json.loads(output())["answered"]


def test_a_refusal_is_done(library: str, output: Output) -> None:
    output()
    assert main(["ask", "what did Zubkin say about whales?", "--db", library]) == 0
    assert "Zubkin" in output()


def test_a_batch_keeps_ids_and_order(tmp_path: Path, library: str, output: Output) -> None:
    batch = tmp_path / "batch.jsonl"
    lines = [
        {"id": "b", "question": "what did Holm say?"},
        {"id": "a", "question": "кто такая Холм?", "lang": "ru"},
    ]
    batch.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    output()
    assert main(["ask", "--batch", str(batch), "--db", library]) == 0
    answers = [json.loads(line) for line in output().splitlines()]
    assert [(answer["id"], answer["lang"]) for answer in answers] == [("b", "en"), ("a", "ru")]


def test_search_shows_passages_with_their_offsets(library: str, output: Output) -> None:
    output()
    assert main(["search", "fog at the ferry", "--json", "-k", "1", "--db", library]) == 0
    [result] = json.loads(output())["results"]
    assert ARTICLE["text"][result["start"] : result["end"]] == result["text"]


def test_the_ledger_can_be_filtered(library: str, output: Output) -> None:
    output()
    assert main(["statements", "--db", library, "--speaker", "Холм"]) == 0
    rows = [json.loads(line) for line in output().splitlines()]
    assert {row["speaker"] for row in rows} == {"Mira Holm"}
    assert main(["statements", "--db", library, "--speaker", "Holm", "--about", "boats"]) == 0
    assert "second boat" in output()
    assert main(["statements", "--db", library, "--since", "2026-07-01"]) == 0
    assert output() == ""


def chat(
    lines: list[str], library: str, monkeypatch: pytest.MonkeyPatch, output: Output
) -> list[dict[str, object]]:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    output()
    assert main(["chat", "--json", "--db", library]) == 0
    return [json.loads(line) for line in output().splitlines()]


def test_a_chat_remembers_until_it_is_reset(
    library: str, monkeypatch: pytest.MonkeyPatch, output: Output
) -> None:
    first = '{"q": "what did Holm say?"}'
    follow = '{"q": "and what did she say about August?"}'
    answers = chat([first, follow, '{"reset": true}', follow], library, monkeypatch, output)
    assert [answer["answered"] for answer in answers] == [True, True, False]


def test_a_line_that_cannot_be_read_gets_an_error_in_its_place(
    library: str, monkeypatch: pytest.MonkeyPatch, output: Output
) -> None:
    answers = chat(["{", '{"q": "what did Holm say?"}'], library, monkeypatch, output)
    assert list(answers[0]) == ["error"]
    assert answers[1]["answered"]


def test_doctor_looks_at_everything(library: str, output: Output) -> None:
    output()
    assert main(["doctor", "--json", "--db", library]) == 0
    findings = {row["name"]: row for row in map(json.loads, output().splitlines())}
    assert list(findings) == ["settings", "database", "index", "feeds", "telegram"]
    assert "1 articles" in findings["database"]["words"] or "1 article" in findings["database"]["words"]
