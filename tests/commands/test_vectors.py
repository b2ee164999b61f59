"""Vectors by the commands over a loopback endpoint: ingest makes them, search uses them, doctor counts."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers.meaning import nothing_near
from bot.app.endpoint import connected, near_in, vector_filler
from bot.config import load_settings
from bot.store import open_store
from tests.commands.conftest import Whosaid
from tests.e2e.support import environment, run, start
from tests.llm.fake_openai import KEY, MODEL, FakeOpenAI, Fault

RUSSIAN = "гудок дредноута"  # no English word means the same to the lexicon


@pytest.fixture
def api() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(models=(MODEL, "other")) as server:
        yield server


@pytest.fixture
def configured(api: FakeOpenAI, monkeypatch: pytest.MonkeyPatch) -> FakeOpenAI:
    for name, value in settings_of(api).items():
        monkeypatch.setenv(name, value)
    return api


def settings_of(api: FakeOpenAI, model: str = MODEL) -> dict[str, str]:
    return {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": api.url, "EMBED_MODEL": model, "ANSWER_MODEL": "none"}


def urls(out: str) -> list[str]:
    return [found["url"] for found in json.loads(out)["results"]]


def test_a_russian_question_finds_an_english_article_only_with_vectors(
    whosaid: Whosaid, articles: Path, configured: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = whosaid("ingest", str(articles))
    assert code == 0
    assert "vectors: 2 of 2 passages" in err
    assert "vectors" not in out
    assert urls(whosaid("search", "--json", RUSSIAN)[1])[0] == "https://tarn.example/ferry"
    monkeypatch.delenv("EMBED_MODEL")
    assert urls(whosaid("search", "--json", RUSSIAN)[1]) == []


def test_without_a_model_nothing_is_sent_and_nothing_is_loaded(
    library: Whosaid, api: FakeOpenAI, tmp_path: Path
) -> None:
    script = (
        "import sys, bot.cli\n"
        "code = bot.cli.main(['ask', 'what sank?', '--db', 'library.db'])\n"
        "sys.exit(code or bool({'openai', 'httpx2'} & {*sys.modules}))"
    )
    own = {**settings_of(api), "EMBED_MODEL": " "}
    asked = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(**own), capture_output=True, check=False
    )
    assert asked.returncode == 0, asked.stderr
    assert b"The ferry to Tarn sank" in asked.stdout
    assert api.calls == []


def test_only_a_model_makes_vectors(tmp_path: Path, configured: FakeOpenAI) -> None:
    settings = load_settings(None)
    with open_store(tmp_path / "library.db") as store:
        off = settings.model_copy(update={"embed_model": ""})
        assert connected(off) is None
        assert near_in(store, off, None) is nothing_near
        assert vector_filler(store, off, None) is None
        endpoint = connected(settings)
        assert endpoint is not None
        assert near_in(store, settings, endpoint) is not nothing_near
        assert vector_filler(store, settings, endpoint) is not None
        endpoint.close()


def test_a_failing_endpoint_costs_no_article_and_no_answer(
    whosaid: Whosaid, articles: Path, configured: FakeOpenAI
) -> None:
    configured.fail(Fault(401, b"{}"), times=9)
    code, out, err = whosaid("ingest", str(articles))
    assert code == 0
    assert out.startswith("2 added")
    assert "vectors: 0 of 2 passages; the endpoint 127.0.0.1 does not accept the key" in err
    assert "the next ingest goes on from here" in err
    configured.recover()
    assert "vectors: 2 of 2 passages\n" in whosaid("ingest", str(articles))[2]
    configured.fail(Fault(wait=9.0))
    began = time.monotonic()
    assert urls(whosaid("search", "--json", "ferry")[1])[0] == "https://tarn.example/ferry"
    assert time.monotonic() - began < 4


def test_doctor_tells_how_far_the_vectors_are(
    library: Whosaid, configured: FakeOpenAI, articles: Path
) -> None:
    assert "0 of 2 passages, model toy-embed" in library("doctor")[1]
    library("ingest", str(articles))
    code, out, _ = library("doctor", "--json")
    rows = {row["name"]: row for row in map(json.loads, out.splitlines())}
    assert code == 0
    assert rows["vectors"] == {"name": "vectors", "fine": True, "words": "2 of 2 passages, model toy-embed"}
    configured.dim = 32
    code, out, _ = library("doctor")
    assert code == 1
    assert "another length" in out
    configured.fail(Fault(401, b"{}"))
    code, out, err = library("doctor")
    assert code == 1
    assert "OPENAI_API_KEY" in out
    assert KEY not in out + err


def test_a_killed_run_goes_on_where_it_was(api: FakeOpenAI, tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {
                "url": f"https://tarn.example/{number}",
                "title": f"Otter {number}",
                "text": f"Otter {number} sat.",
            }
        )
        for number in range(200)
    ]
    source = tmp_path / "many.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    api.faulty_texts = {"Otter": Fault(wait=0.25)}
    process = start(tmp_path, "ingest", str(source), **settings_of(api), WORKERS="1")
    deadline = time.monotonic() + 60
    while held(tmp_path) < 64 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.kill()
    process.communicate()
    done = held(tmp_path)
    assert 64 <= done < 200
    api.faulty_texts = {}
    api.calls.clear()
    code, _, err = run(tmp_path, "ingest", str(source), **settings_of(api))
    assert code == 0
    assert "vectors: 200 of 200 passages" in err
    assert len(api.texts()) == 200 - done + 1


def held(folder: Path) -> int:
    """How many vectors are stored."""
    if not (folder / "whosaid.db").exists():
        return 0
    with open_store(folder / "whosaid.db") as store:
        return store.vectors.count(store.vectors.model(MODEL))


def test_another_model_replaces_the_vectors(api: FakeOpenAI, articles: Path, tmp_path: Path) -> None:
    assert run(tmp_path, "ingest", str(articles), **settings_of(api))[0] == 0
    assert "0 of 2 passages, model other" in run(tmp_path, "doctor", **settings_of(api, "other"))[1]
    assert "2 of 2" in run(tmp_path, "ingest", str(articles), **settings_of(api, "other"))[2]
    assert "0 of 2 passages, model toy-embed" in run(tmp_path, "doctor", **settings_of(api))[1]
