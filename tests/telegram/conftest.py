"""Fixtures of the Telegram tests."""

from collections.abc import Iterator

import pytest

from tests.telegram.fake_api import FakeTelegram


@pytest.fixture
def api() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server
