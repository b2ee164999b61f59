"""Lines of JSON that ask something: what is read and what is refused, with its place."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.batches import read_batch, read_line
from bot.config import load_settings
from bot.errors import UsageError

SETTINGS = load_settings(None)
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_a_line_has_its_own_moment_and_language() -> None:
    asked = read_line(
        '{"id": 3, "question": "кто?", "now": "2026-07-01T10:00:00+03:00", "lang": "ru"}',
        "question",
        NOW,
        SETTINGS,
    )
    assert (asked.text, asked.identity, asked.language) == ("кто?", 3, "ru")
    assert asked.now == datetime(2026, 7, 1, 7, 0, tzinfo=UTC)


def test_a_line_without_a_moment_is_asked_now() -> None:
    assert read_line('{"q": "who?"}', "q", NOW, SETTINGS).now == NOW


def test_reset_needs_no_question() -> None:
    assert read_line('{"reset": true}', "q", NOW, SETTINGS).reset


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "null",
        "{}",
        '{"q": 5}',
        '{"q": "x", "now": "soon"}',
        '{"q": "x", "now": 7}',
        '{"q": "x", "lang": "de"}',
    ],
)
def test_a_bad_line_is_refused(line: str) -> None:
    with pytest.raises(UsageError):
        read_line(line, "q", NOW, SETTINGS)


def test_a_batch_names_the_place_of_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_text('{"id": 1, "question": "a"}\n\n{"id": 2}\n', encoding="utf-8")
    lines = read_batch(str(path), NOW, SETTINGS)
    assert next(lines).text == "a"
    with pytest.raises(UsageError, match=r"batch\.jsonl:3"):
        next(lines)


def test_a_missing_batch_is_a_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        next(read_batch(str(tmp_path / "none.jsonl"), NOW, SETTINGS))
