"""The files for running the bot as a service say what the program understands."""

import configparser
import re
from pathlib import Path

from bot.cli import COMMANDS
from bot.config import Settings

ROOT = Path(__file__).resolve().parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
UNIT = (ROOT / "whosaid.service").read_text(encoding="utf-8")
SETTINGS = {name.upper() for name in Settings.model_fields}


def test_only_settings_that_there_are_are_set() -> None:
    set_there = [
        *re.findall(r"\b([A-Z]+_[A-Z_]+)=", DOCKERFILE.partition("ENV")[2].partition("\n")[0]),
        *re.findall(r"^ +#? *([A-Z]+_[A-Z_]+):", COMPOSE, re.MULTILINE),
        *re.findall(r"^Environment=([A-Z_]+)=", UNIT, re.MULTILINE),
    ]
    assert len(set_there) >= 4
    assert {*set_there} - {"PYTHONUNBUFFERED"} <= SETTINGS


def test_only_commands_that_there_are_are_run() -> None:
    run = [
        *re.findall(r"^ExecStart=\S+/whosaid (\w+)$", UNIT, re.MULTILINE),
        *re.findall(r'^CMD \["(\w+)"\]$', DOCKERFILE, re.MULTILINE),
        *re.findall(r"whosaid whosaid (\w+)", COMPOSE),
    ]
    assert run == ["run", "run", "doctor", "backup"]
    assert {*run} <= {*COMMANDS}


def test_the_image_is_built_from_what_the_wheel_needs() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    assert all((ROOT / name).exists() for name in names)
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert names == kept


def test_the_bot_runs_without_rights_and_may_end_in_peace() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read_string(UNIT)
    service = unit["Service"]
    assert (service["DynamicUser"], service["NoNewPrivileges"], service["ProtectSystem"]) == (
        "yes",
        "yes",
        "strict",
    )
    assert int(service["TimeoutStopSec"]) >= 30
    assert "USER whosaid" in DOCKERFILE
    assert "cap_drop: [ALL]" in COMPOSE
    assert "stop_grace_period: 60s" in COMPOSE
