"""Progress on standard error."""

import pytest
from rich.console import Console
from rich.progress import Progress

from bot.commands.progress import Bar, Lines, progress


def test_lines_come_no_oftener_than_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Lines(between=3600.0)
    tell("news.jsonl", 7)
    assert capsys.readouterr().err == ""
    tell = Lines(between=0.0)
    tell("news.jsonl", 7)
    tell("indexing", 8, 9)
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("news.jsonl: 7 after")
    assert second.startswith("indexing: 8 of 9 after")


def test_a_bar_is_for_a_terminal_only() -> None:
    with progress() as tell:
        assert isinstance(tell, Lines)


def test_a_bar_shows_the_last_that_was_told() -> None:
    bar = Progress(console=Console(file=None, quiet=True))
    tell = Bar(bar)
    tell("news.jsonl", 7)
    tell("indexing", 8, 9)
    (task,) = bar.tasks
    assert (task.description, task.completed, task.total) == ("indexing", 8, 9)
