"""`whosaid chat` for a person and for a program."""

import io
import json
from typing import Any

import pytest

from tests.commands.conftest import Whosaid


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))


def objects(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_lines_in_lines_out(library: Whosaid, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, '{"q": "what did Holm say?"}', "", "[]", '{"q": "and what did Vale say?"}')
    code, out, _ = library("chat", "--json", "--now", "2026-06-01")
    first, bad, second = objects(out)
    assert code == 0
    assert [claim["speaker"] for claim in first["claims"]] == ["Ida Holm"]
    assert list(bad) == ["error"]
    assert [claim["speaker"] for claim in second["claims"]] == ["Joe Vale"]


def test_a_reset_says_nothing_and_forgets(library: Whosaid, monkeypatch: pytest.MonkeyPatch) -> None:
    follow = '{"q": "when did she say that?"}'
    typed(monkeypatch, '{"q": "what did Holm say?"}', '{"reset": true}', follow)
    _, out, _ = library("chat", "--json", "--now", "2026-06-01")
    assert [answer["answered"] for answer in objects(out)] == [True, False]


def test_plain_text_for_a_pipe(library: Whosaid, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "what did Vale say?", "/quit", "what did Holm say?")
    code, out, _ = library("chat", "--now", "2026-06-01")
    assert code == 0
    assert "The otter is not to blame" in out
    assert "August" not in out
