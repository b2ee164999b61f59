"""The terminal chat over redirected input."""

import io
from datetime import UTC, datetime

import pytest

from bot.models import Answer
from bot.terminal.chat import converse

NOW = datetime(2026, 11, 24, tzinfo=UTC)


class Echo:
    """Answers with what it was asked and remembers what it was told to forget."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.forgotten: list[str] = []

    def ask(self, text: str, now: datetime, conversation: str | None = None) -> Answer:
        assert now == NOW
        self.asked.append(f"{conversation}:{text}")
        return Answer(text, text, "en", False, "off_topic", (), f"answer [red]to[/red] {text}")

    def reset(self, conversation: str) -> None:
        self.forgotten.append(conversation)


def talk(typed: str, monkeypatch: pytest.MonkeyPatch) -> Echo:
    echo = Echo()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    converse(echo, lambda: NOW)
    return echo


def test_each_line_is_a_question_and_the_end_of_input_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    echo = talk("who?\n\n  когда?  \n", monkeypatch)
    assert echo.asked == ["terminal:who?", "terminal:когда?"]
    assert capsys.readouterr().out == "answer [red]to[/red] who?\n\nanswer [red]to[/red] когда?\n\n"


def test_commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    echo = talk("/start\n/about\n/nonsense\n/new\n/quit\nnever asked\n", monkeypatch)
    assert echo.asked == ["terminal:help", "terminal:who are you?"]
    assert echo.forgotten == ["terminal"]
    assert "forgotten" in capsys.readouterr().out
