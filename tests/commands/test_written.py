"""Answers written by a model, by the commands over a loopback endpoint."""

import json
import time
from collections.abc import Iterator

import pytest

from bot.cli import main
from tests.commands.conftest import Whosaid
from tests.llm.fake_openai import CHAT_MODEL, KEY, FakeOpenAI, Fault
from tests.llm.writers import answer, claim, quoting, read

ASKED = "What did Ida Holm say?"


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeOpenAI]:
    with FakeOpenAI(write=quoting) as server:
        settings = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": server.url, "ANSWER_MODEL": CHAT_MODEL}
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        yield server


def test_the_model_writes_and_the_answer_says_so(library: Whosaid, api: FakeOpenAI) -> None:
    code, out, _ = library("ask", ASKED, "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["composer"] == f"openai:{CHAT_MODEL}"
    assert answer["judged"] == {"kept": 1, "repaired": 0, "dropped": 0}
    assert answer["claims"][0]["speaker"] == "Ida Holm"
    assert len(api.calls) == 1


@pytest.mark.parametrize(
    "fault", [Fault(429, b"{}"), Fault(500, b"{}"), Fault(401, b"{}"), Fault(finish=None), Fault(cut=30)]
)
def test_a_failing_endpoint_is_replaced_by_the_sources_at_once(
    library: Whosaid, api: FakeOpenAI, fault: Fault
) -> None:
    code, plain, _ = library("ask", ASKED, "--json")
    assert code == 0
    api.fail(fault, times=3)
    api.write = lambda _: '{"claims": []}'
    began = time.monotonic()
    code, out, err = library("ask", ASKED, "--json")
    assert time.monotonic() - began < 10
    assert code == 0
    assert ASKED not in err
    answer = json.loads(out)
    assert answer["composer"] == "extractive"
    assert answer["claims"] == json.loads(plain)["claims"]


def test_without_a_model_nothing_is_sent(
    library: Whosaid, api: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWER_MODEL", "none")
    _, out, _ = library("ask", ASKED, "--json")
    assert json.loads(out)["composer"] == "extractive"
    assert api.calls == []


def test_a_prompt_that_cannot_be_used_is_named(
    library: Whosaid, api: FakeOpenAI, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROMPTS_DIR", "nowhere")
    assert main(["ask", ASKED, "--db", "library.db"]) == 2
    assert "answer.md cannot be read" in capsys.readouterr().err


def test_doctor_tells_whether_the_model_answers_and_what_it_took(
    library: Whosaid, api: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MODEL_PRICE_IN", "1000")
    library("ask", ASKED)
    api.write = lambda _: '{"fine": true}'
    code, out, _ = library("doctor", "--json")
    found = {row["name"]: row for row in map(json.loads, out.splitlines())}
    assert code == 0
    assert found["model"]["words"] == f"{CHAT_MODEL} at 127.0.0.1 answers"
    assert "1 calls, 0 failed" in found["use"]["words"]
    assert "claims: 1 kept, 0 replaced by their source, 0 dropped" in found["use"]["words"]
    assert "cost 0.00" not in found["use"]["words"]
    monkeypatch.setenv("MODEL_TOKENS_PER_DAY", "10")
    api.fail(Fault(404, b"{}"))
    code, out, _ = library("doctor")
    assert code == 1
    assert "does not answer, so the sources do" in out
    assert "MODEL_TOKENS_PER_DAY used up" in out
    _, out, _ = library("ask", ASKED)
    assert "The budget for answers written by a model is used up" in out


def test_a_question_that_is_not_understood_is_worded_anew_by_the_model(
    library: Whosaid, api: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECK_MODEL", CHAT_MODEL)
    meant = {"question": "What did Ida Holm say?"}
    api.write = lambda body: (
        json.dumps(meant) if "did not understand" in body["messages"][0]["content"] else quoting(body)
    )
    _, out, _ = library("ask", "Ida Holm, hmm?", "--json")
    assert json.loads(out)["answered"]


def test_a_digest_is_told_by_the_model_or_else_by_the_sources(
    library: Whosaid, api: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "“We will raise it in August,” Ida Holm said."
    asked = ("digest", "--since", "2026-05-01", "--until", "2026-05-06")
    api.write = lambda body: answer(
        *(claim(told, one, speaker=one.speaker) for one in read(body).pieces if "raise it" in one.text)
    )
    _, out, _ = library(*asked)
    assert f"– {told} [1]" in out
    assert len(api.calls) == 2
    api.fail(Fault(500, b"{}"), times=9)
    _, out, err = library(*asked)
    assert "August,” mayor Ida Holm said. [1]" in out
    assert told not in out + err
    api.recover()
    monkeypatch.setenv("MODEL_TOKENS_IN_ALL", "1")
    _, out, _ = library(*asked)
    assert "The budget for digests written by a model is used up" in out
    assert "August,” mayor Ida Holm said. [1]" in out
    monkeypatch.setenv("DIGEST_MODEL", "none")
    assert "budget" not in library(*asked)[1]
