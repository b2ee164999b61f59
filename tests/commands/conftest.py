"""A small library on disk, and the command line called as a function."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from bot.config import Settings

ARTICLES = (
    {
        "url": "https://tarn.example/ferry",
        "title": "Ferry sinks",
        "text": "The ferry to Tarn sank on Sunday.\n\n“We will raise it in August,” mayor Ida Holm said.",
        "published": "2026-05-03T10:00:00Z",
        "source": "Tarn Post",
    },
    {
        "url": "https://tarn.example/otter",
        "title": "Otter steals a fish",
        "text": "An otter stole a fish.\n\n“The otter is not to blame,” fisher Joe Vale said.",
        "published": "2026-05-05T10:00:00Z",
        "source": "Tarn Post",
    },
)
Whosaid = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    return path


@pytest.fixture
def whosaid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Whosaid:
    """Runs a command on the database of this test: exit code, standard output, standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*arguments, "--db", str(tmp_path / "library.db")])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def library(whosaid: Whosaid, articles: Path) -> Whosaid:
    """The same command line, on a database that holds the articles."""
    assert whosaid("ingest", str(articles))[0] == 0
    return whosaid
