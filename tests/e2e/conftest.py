"""Fixtures of the end-to-end tests: the sample library, taken in once and copied for every test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.front import Chat
from tests.e2e.support import sampled
from tests.telegram.fake_api import FakeTelegram


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the sample articles, not to be written to."""
    database = tmp_path_factory.mktemp("samples") / "library.db"
    with sampled(database):
        return database


@pytest.fixture
def library(sample_library: Path, tmp_path: Path) -> Path:
    """A database of the sample articles of the test's own."""
    return Path(shutil.copy(sample_library, tmp_path / "library.db"))


@pytest.fixture
def api() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture(params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["en", "ru"])
def chat(request: pytest.FixtureRequest, api: FakeTelegram) -> Chat:
    return Chat(api, request.param)
