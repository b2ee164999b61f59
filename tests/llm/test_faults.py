"""Statuses and Retry-After as errors of ours."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import openai
import pytest

from bot.errors import (
    EndpointAnswerError,
    EndpointBusy,
    EndpointFailed,
    EndpointRefused,
    EndpointUnreachable,
    EndpointUnsuited,
)
from bot.llm.faults import of_status, readable_errors, seconds_of


@pytest.mark.parametrize(
    ("status", "expected", "helps"),
    [
        (400, EndpointUnsuited, False),
        (401, EndpointRefused, False),
        (404, EndpointRefused, False),
        (408, EndpointFailed, True),
        (418, EndpointRefused, False),
        (429, EndpointBusy, True),
        (502, EndpointFailed, True),
    ],
)
def test_each_status_has_its_error(status, expected, helps):
    error = of_status(status, "models.example")
    assert type(error) is expected
    assert error.retry_helps is helps
    assert "models.example" in str(error)
    assert str(status) in str(error)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(None, None), ("2.5", 2.5), ("-1", None), ("inf", None), ("nan", None), ("soon", None)],
)
def test_retry_after_in_seconds(header, seconds):
    assert seconds_of(header) == seconds


def test_retry_after_as_a_date():
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert 80 < (seconds_of(later) or 0) <= 90
    assert seconds_of("Thu, 01 Jan 2015 00:00:00 GMT") == 0


def test_whatever_else_the_library_raises_is_wrapped():
    with pytest.raises(EndpointAnswerError, match="cannot be read"), readable_errors("models.example"):
        raise openai.OpenAIError("something new")
    with pytest.raises(EndpointUnreachable, match="in time"), readable_errors("models.example"):
        raise httpx2.ReadTimeout("half-way")
    with pytest.raises(EndpointUnreachable, match="cut"), readable_errors("models.example"):
        raise httpx2.ReadError("half-way")
