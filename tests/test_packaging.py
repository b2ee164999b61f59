"""The wheel holds everything that a running bot needs."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    built = next(
        WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    )
    return zipfile.ZipFile(built)


def data_files() -> list[str]:
    """Every file of the package that is no code, as the wheel names it."""
    inside = [path.relative_to(ROOT) for path in (ROOT / "bot").rglob("*") if path.is_file()]
    return sorted(str(path) for path in inside if path.suffix != ".pyc")


def test_code_word_lists_samples_and_prompts_are_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert set(data_files()) <= names
    assert {f"bot/prompts/{path.name}" for path in (ROOT / "prompts").iterdir()} <= names
    assert not any(name.startswith(("tests/", "shared/")) for name in names)


def test_the_console_script_is_declared(wheel: zipfile.ZipFile) -> None:
    entry = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "whosaid = bot.cli:main" in wheel.read(entry).decode()
