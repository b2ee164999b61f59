"""Settings: what is read, what is refused, and that `.env.example` tells the truth."""

import re
from pathlib import Path

import pytest

from bot.config import Settings, load_settings
from bot.errors import UsageError

EXAMPLE = Path(__file__).resolve().parent.parent / ".env.example"


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def write(folder: Path, text: str) -> Path:
    path = folder / ".env"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_lists_every_setting_with_its_default_and_meaning() -> None:
    listed = re.findall(r"^# (.+)\n([A-Z_]+)=(.*)$", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    expected = [
        (field.description, name.upper(), "" if field.default is None else str(field.default))
        for name, field in Settings.model_fields.items()
    ]
    assert listed == expected


def test_the_example_can_be_used_as_it_is() -> None:
    assert load_settings(EXAMPLE) == load_settings(None)


def test_a_file_is_read_and_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "WORKERS=3\nTIME_ZONE=Europe/Moscow\n")
    monkeypatch.setenv("WORKERS", "5")
    settings = load_settings(path)
    assert settings.workers == 5
    assert settings.zone.key == "Europe/Moscow"


def test_the_token_never_shows_itself(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, "TELEGRAM_TOKEN=123:secret\n"))
    assert settings.token == "123:secret"
    assert "secret" not in f"{settings!r} {settings}"


@pytest.mark.parametrize("token", ["", "   "])
def test_a_blank_token_is_no_token(tmp_path: Path, token: str) -> None:
    assert load_settings(write(tmp_path, f'TELEGRAM_TOKEN="{token}"\n')).token is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("WORKERS=many", "WORKERS"),
        ("WORKERS=-1", "WORKERS"),
        ("TIME_ZONE=Moscow time", "TIME_ZONE"),
        ("TIME_ZONE=../../etc/passwd", "TIME_ZONE"),
        ("LOG_LEVEL=LOUD", "LOG_LEVEL"),
        ("MAX_FILE_MB=0", "MAX_FILE_MB"),
    ],
)
def test_a_bad_setting_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(UsageError, match=named):
        load_settings(write(tmp_path, text))


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings(None).workers = 9  # type: ignore[misc]
