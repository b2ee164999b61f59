"""Fixtures of the end-to-end tests: the sample library, taken in once and copied for every test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app.library import Whosaid, open_whosaid
from bot.config import Settings
from tests.e2e.support import SAMPLES
from tests.telegram.fake_api import FakeTelegram


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the sample articles, not to be written to."""
    database = tmp_path_factory.mktemp("samples") / "library.db"
    with opened(database) as whosaid:
        report = whosaid.ingester().ingest([str(SAMPLES)])
    assert not report.failed
    return database


@pytest.fixture
def library(sample_library: Path, tmp_path: Path) -> Path:
    """A database of the sample articles of the test's own."""
    return Path(shutil.copy(sample_library, tmp_path / "library.db"))


@pytest.fixture
def api() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


def opened(database: Path, **chosen: str) -> Whosaid:
    """The real library over a database, whatever the settings of this machine, but for those chosen."""
    ours = {"telegram_token": None, "openai_api_key": None, "openai_base_url": "", "time_zone": "UTC"}
    settings = Settings(_env_file=None, whosaid_db=database, workers=1, **{**ours, **chosen})
    return open_whosaid(settings)
