"""A model endpoint of the test's own, and a connection to it."""

from collections.abc import Iterator

import pytest

from bot.llm.endpoint import Endpoint
from tests.llm.fake_openai import KEY, FakeOpenAI


@pytest.fixture
def api() -> Iterator[FakeOpenAI]:
    with FakeOpenAI() as server:
        yield server


@pytest.fixture
def endpoint(api: FakeOpenAI) -> Iterator[Endpoint]:
    opened = Endpoint(api.url, KEY)
    yield opened
    opened.close()
