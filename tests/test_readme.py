"""README tells the truth: its transcript is what the program prints, and its commands exist."""

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.library import open_whosaid
from bot.cli import COMMANDS, main
from bot.commands.start import SAMPLES
from bot.config import load_settings
from bot.ingest.grouping import group_stories

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PROMPT = "whosaid> "


def transcript() -> list[tuple[str, str]]:
    """Questions and answers of the README, in order."""
    block = re.search(r"```transcript\n(.*?)```", README, re.DOTALL)
    assert block
    turns = block.group(1).strip().split(PROMPT)[1:]
    return [
        (question.strip(), answer.strip()) for question, _, answer in (turn.partition("\n") for turn in turns)
    ]


def test_the_transcript_is_real(tmp_path: Path) -> None:
    settings = load_settings(None).model_copy(update={"whosaid_db": tmp_path / "library.db"})
    assert len(transcript()) >= 5
    with open_whosaid(settings) as whosaid:
        whosaid.ingester().ingest([str(SAMPLES)])
        group_stories(whosaid.store)
        for question, expected in transcript():
            assert whosaid.answerer.ask(question, NOW, "readme").text.strip() == expected, question


def test_the_digests_are_real(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    block = re.search(r"```digest\n(.*?)```", README, re.DOTALL)
    assert block
    shown = block.group(1).strip().split("$ whosaid ")[1:]
    assert len(shown) == 2
    database = ["--db", str(tmp_path / "library.db"), "--now", NOW.isoformat()]
    assert main(["ingest", str(SAMPLES), *database[:2]]) == 0
    for command, _, expected in (one.partition("\n") for one in shown):
        capsys.readouterr()
        assert main([*shlex.split(command), *database]) == 0
        assert capsys.readouterr().out.strip() == expected.strip(), command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained(command: str) -> None:
    assert f"`whosaid {command}" in README


def test_every_link_to_a_file_leads_somewhere() -> None:
    root = Path(__file__).resolve().parent.parent
    for target in re.findall(r"\]\((?!https?://)([^)#]+)\)", README):
        assert (root / target).exists(), target
