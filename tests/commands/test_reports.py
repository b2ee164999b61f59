"""`whosaid reports`: to read, and as cases that `whosaid eval` asks."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.library import open_whosaid
from bot.config import load_settings
from bot.store import Shown
from tests.commands.conftest import Whosaid

NOW = datetime(2026, 5, 9, 12, 0, tzinfo=UTC)


@pytest.fixture
def reported(library: Whosaid, tmp_path: Path) -> Whosaid:
    """Somebody asked and called the first citation wrong."""
    settings = load_settings(None).model_copy(update={"whosaid_db": tmp_path / "library.db"})
    with open_whosaid(settings) as whosaid:
        answer = whosaid.answerer.ask("what did Holm say?", NOW)
        shown = Shown(1, 7, 5, "telegram:1", 0, int(NOW.timestamp()), answer, id=1)
        assert whosaid.store.reports.add(shown, 1, 7, int(NOW.timestamp()) + 60)
    return library


def test_what_is_exported_is_asked_and_fails_as_long_as_the_answer_is_the_same(
    reported: Whosaid, tmp_path: Path
) -> None:
    cases = tmp_path / "cases.jsonl"
    code, out, err = reported("reports", "--export", str(cases))
    assert (code, out) == (0, "")
    assert "1 cases written" in err
    code, out, _ = reported("eval", str(cases), "--json")
    shown = json.loads(out)
    assert (code, shown["cases"], shown["expected"]) == (0, 1, 0)
    case = json.loads(cases.read_text(encoding="utf-8"))
    case["turns"][0]["expect"]["must_not"] = ["otter"]
    cases.write_text(json.dumps(case), encoding="utf-8")
    assert json.loads(reported("eval", str(cases), "--json")[1])["expected"] == 1


def test_readable(reported: Whosaid) -> None:
    code, out, _ = reported("reports")
    assert code == 0
    assert out.splitlines()[0] == "1. 2026-05-09 12:01  what did Holm say?"
    assert "said: Ida Holm: “We will raise it in August,” mayor Ida Holm said." in out
    assert "(Ferry sinks, https://tarn.example/ferry)" in out


def test_json_is_a_case_a_line(reported: Whosaid) -> None:
    code, out, _ = reported("reports", "--json")
    assert code == 0
    assert json.loads(out)["notes"]["url"] == "https://tarn.example/ferry"


def test_without_reports(library: Whosaid, tmp_path: Path) -> None:
    assert library("reports")[:2] == (0, "No reports.\n")
    assert library("reports", "--json")[:2] == (0, "")


def test_a_file_that_cannot_be_written_is_one_line(reported: Whosaid, tmp_path: Path) -> None:
    code, _, err = reported("reports", "--export", str(tmp_path / "missing" / "cases.jsonl"))
    assert code == 2
    assert err.startswith("whosaid: cannot write ")
