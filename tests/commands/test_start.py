"""`whosaid start` without a token: a chat over the samples."""

import io
from pathlib import Path

import pytest

from bot.cli import main
from bot.commands.start import SAMPLE_DB, SAMPLES
from bot.store import open_store


def test_the_samples_are_there() -> None:
    assert any(SAMPLES.iterdir())


@pytest.mark.parametrize("again", [False, True])
def test_it_loads_the_samples_and_talks(
    again: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(1 + again):
        monkeypatch.setattr("sys.stdin", io.StringIO("/help\n"))
        assert main(["start"]) == 0
        out, err = capsys.readouterr()
        assert "sample articles" in err
        assert out.strip()
    assert (tmp_path / SAMPLE_DB).is_file()
    with open_store(tmp_path / SAMPLE_DB) as store:
        assert len(store.stories.between(None, None)) > 1


def test_a_named_database_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["start", "--db", str(tmp_path / "own.db")]) == 0
    assert "sample articles" in capsys.readouterr().err
    assert (tmp_path / "own.db").is_file()
    assert not (tmp_path / SAMPLE_DB).exists()
