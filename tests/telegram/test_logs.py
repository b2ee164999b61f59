"""Secrets stay out of the logs."""

import io
import logging

import pytest

from bot.telegram.logs import HIDDEN, TokenFilter, guard_logs, without_tokens
from tests.telegram.fake_api import TOKEN


@pytest.fixture
def logged():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logger = logging.getLogger("tests.secrets")
    logger.addHandler(handler)
    handler.addFilter(TokenFilter())
    yield logger, stream
    logger.removeHandler(handler)


def test_token_is_hidden_in_message_arguments_and_traceback(logged):
    logger, stream = logged
    logger.warning("https://api.telegram.org/bot%s/getMe", TOKEN)
    try:
        raise ValueError(f"bad {TOKEN}")
    except ValueError:
        logger.exception("failed with %r", {"token": TOKEN})
    assert TOKEN.split(":")[1] not in stream.getvalue()
    assert stream.getvalue().count(HIDDEN) == 3
    assert "Traceback" in stream.getvalue()


def test_other_records_are_untouched(logged):
    logger, stream = logged
    logger.warning("%d articles at 12:30", 5)
    assert stream.getvalue() == "5 articles at 12:30\n"


def test_words_without_tokens():
    assert without_tokens(f"a {TOKEN} b") == f"a {HIDDEN} b"
    assert without_tokens("summit at 10:30") == "summit at 10:30"


def test_guard_covers_every_handler_once_and_quietens_libraries():
    handler = logging.StreamHandler(io.StringIO())
    logging.getLogger().addHandler(handler)
    try:
        guard_logs()
        guard_logs()
    finally:
        logging.getLogger().removeHandler(handler)
    assert [type(each) for each in handler.filters] == [TokenFilter]
    for name in ("httpx", "httpx2", "openai"):
        assert not logging.getLogger(name).isEnabledFor(logging.INFO)
    assert not logging.getLogger("telegram.ext").isEnabledFor(logging.DEBUG)
