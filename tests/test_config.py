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
        ("OPENAI_BASE_URL=localhost:11434", "OPENAI_BASE_URL"),
        ("OPENAI_BASE_URL=ftp://models.example/v1", "OPENAI_BASE_URL"),
        ("OPENAI_BASE_URL=http://[::1", "OPENAI_BASE_URL"),
        ("OPENAI_BASE_URL=http://models.example:port/v1", "OPENAI_BASE_URL"),
        ("OPENAI_API_KEY=ключ", "OPENAI_API_KEY"),
        ("EMBED_MODEL=some-model", "EMBED_MODEL needs an endpoint: set OPENAI_API_KEY"),
    ],
)
def test_a_bad_setting_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(UsageError, match=named):
        load_settings(write(tmp_path, text))


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings(None).workers = 9  # type: ignore[misc]


@pytest.mark.parametrize(
    "line", ["OPENAI_API_KEY=sk-sécret", "OPENAI_BASE_URL=https://me:sk-secret@models.example/v1"]
)
def test_a_bad_secret_is_not_repeated(tmp_path: Path, line: str) -> None:
    with pytest.raises(UsageError) as raised:
        load_settings(write(tmp_path, line))
    assert "sk-" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "key", "url"),
    [
        ("OPENAI_API_KEY=sk-secret", "sk-secret", "https://api.openai.com/v1"),
        ("OPENAI_BASE_URL=http://localhost:11434/v1", "", "http://localhost:11434/v1"),
        (
            'OPENAI_BASE_URL=http://[::1]:8000/v1\nOPENAI_API_KEY=" sk-secret "',
            "sk-secret",
            "http://[::1]:8000/v1",
        ),
    ],
)
def test_an_endpoint_needs_a_key_or_an_address(tmp_path: Path, text: str, key: str, url: str) -> None:
    settings = load_settings(write(tmp_path, f"EMBED_MODEL=some-model\n{text}\n"))
    assert (settings.endpoint_key, settings.endpoint_url) == (key, url)
    assert "sk-secret" not in f"{settings!r} {settings}"
