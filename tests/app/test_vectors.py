"""Vectors while the bot runs: asked for when something came in, not otherwise."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app.library import Whosaid, open_whosaid
from bot.app.vectors import Filling, embedded
from bot.config import load_settings
from bot.ingest import analyse
from bot.models import Draft
from tests.app.test_feeds import until
from tests.llm.fake_openai import KEY, MODEL, FakeOpenAI, Fault

REFUSED = Fault(401, b"{}")


@pytest.fixture
def api() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(models=(MODEL,)) as server:
        yield server


@pytest.fixture
def whosaid(tmp_path: Path, api: FakeOpenAI, monkeypatch: pytest.MonkeyPatch) -> Iterator[Whosaid]:
    for name, value in {
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": api.url,
        "EMBED_MODEL": MODEL,
        "ANSWER_MODEL": "none",
    }.items():
        monkeypatch.setenv(name, value)
    with open_whosaid(load_settings(None).model_copy(update={"whosaid_db": tmp_path / "a.db"})) as opened:
        yield opened


def take_in(whosaid: Whosaid, number: int) -> None:
    text = f"Otter number {number} stole a fish. The ferry waited for {number} minutes."
    whosaid.store.articles.save([analyse(Draft(f"https://tarn.example/{number}", f"Otter {number}", text))])


def vectors(whosaid: Whosaid) -> int:
    return whosaid.store.vectors.count(whosaid.store.vectors.model(MODEL))


def test_what_comes_in_while_the_bot_runs_gets_vectors(whosaid: Whosaid) -> None:
    take_in(whosaid, 1)
    with embedded(whosaid, 0.01):
        until(lambda: vectors(whosaid) == 1)
        take_in(whosaid, 2)
        until(lambda: vectors(whosaid) == 2)


def test_nothing_is_asked_for_while_nothing_comes_in(whosaid: Whosaid, api: FakeOpenAI) -> None:
    filler = whosaid.vector_filler()
    assert filler
    round_of, goes_on = Filling(whosaid.store, filler), threading.Event()
    take_in(whosaid, 1)
    round_of(goes_on)
    asked = len(api.calls)
    for _ in range(3):
        round_of(goes_on)
    assert len(api.calls) == asked > 0


def test_an_endpoint_that_fails_is_asked_again_later(
    whosaid: Whosaid, api: FakeOpenAI, caplog: pytest.LogCaptureFixture
) -> None:
    filler = whosaid.vector_filler()
    assert filler
    take_in(whosaid, 1)
    api.fail(REFUSED)
    round_of = Filling(whosaid.store, filler, after_failure=0.01)
    with caplog.at_level(logging.WARNING):
        round_of(threading.Event())
    assert "tried again" in caplog.text
    round_of(threading.Event())
    assert vectors(whosaid) == 1


def test_a_round_ends_with_the_bot(whosaid: Whosaid) -> None:
    filler = whosaid.vector_filler()
    assert filler
    take_in(whosaid, 1)
    ends = threading.Event()
    ends.set()
    Filling(whosaid.store, filler)(ends)
    assert vectors(whosaid) == 0


def test_without_a_model_nothing_is_done(tmp_path: Path) -> None:
    with (
        open_whosaid(load_settings(None).model_copy(update={"whosaid_db": tmp_path / "b.db"})) as opened,
        embedded(opened),
    ):
        assert "vectors" not in {thread.name for thread in threading.enumerate()}
