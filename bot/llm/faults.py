"""What `openai` raises as errors of our tree; it knows nothing of what was asked.

No message repeats what the endpoint sent: servers echo keys and questions in their errors. So the cause is
chained only where it comes from our own side of the wire.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from time import time

import httpx2
import openai

from bot.errors import (
    EndpointAnswerError,
    EndpointBusy,
    EndpointError,
    EndpointFailed,
    EndpointRefused,
    EndpointUnreachable,
    EndpointUnsuited,
)
from bot.llm.bounds import AnswerTooLong

_OF_THE_REQUEST = frozenset({400, 413, 422})
_BUSY = 429
_TIMED_OUT = 408
_SENTENCES = {
    401: "does not accept the key; check OPENAI_API_KEY",
    403: "does not allow this with the key; check OPENAI_API_KEY and the name of the model",
    404: "knows no such address or model; check OPENAI_BASE_URL and the name of the model",
}


@contextmanager
def readable_errors(host: str) -> Iterator[None]:
    """Turn errors of `openai` into ours; `host` names the endpoint in the sentence."""
    try:
        yield
    except openai.APIConnectionError as error:
        raise _unanswered(error, host) from error
    except openai.APIStatusError as error:
        raise of_status(error.status_code, host, error.response.headers.get("retry-after")) from None
    except httpx2.HTTPError as error:  # while a streamed answer is read, which `openai` does not watch
        raise _broken_off(error, host) from error
    except openai.OpenAIError:
        raise EndpointAnswerError(f"the endpoint {host} gives an answer that cannot be read") from None


def _unanswered(error: openai.APIConnectionError, host: str) -> EndpointError:
    if isinstance(error, openai.APITimeoutError):
        return EndpointUnreachable(f"the endpoint {host} does not answer in time")
    return _broken_off(error.__cause__, host)


def _broken_off(error: BaseException | None, host: str) -> EndpointError:
    if isinstance(error, AnswerTooLong):
        return EndpointAnswerError(f"the endpoint {host} answers at a length that no answer has")
    if isinstance(error, httpx2.TimeoutException):
        return EndpointUnreachable(f"the endpoint {host} does not answer in time")
    return EndpointUnreachable(f"the endpoint {host} cannot be reached, or cut the connection")


def of_status(status: int, host: str, retry_after: str | None = None) -> EndpointError:
    """The error for an HTTP status."""
    if status == _BUSY:
        return EndpointBusy(f"the endpoint {host} asks us to slow down (429)", seconds_of(retry_after))
    if status in _OF_THE_REQUEST:
        return EndpointUnsuited(f"the endpoint {host} cannot use what it was sent ({status})")
    if status >= 500 or status == _TIMED_OUT:
        return EndpointFailed(f"the endpoint {host} reports a fault of its own ({status})")
    why = _SENTENCES.get(status, "refuses; check OPENAI_BASE_URL")
    return EndpointRefused(f"the endpoint {host} {why} ({status})")


def seconds_of(retry_after: str | None) -> float | None:
    """The seconds that a Retry-After header tells, in either of its forms; None when it tells none."""
    if retry_after is None:
        return None
    try:
        seconds = float(retry_after)
    except ValueError:
        return _seconds_until(retry_after)
    return seconds if 0.0 <= seconds < float("inf") else None


def _seconds_until(date: str) -> float | None:
    try:
        return max(0.0, parsedate_to_datetime(date).timestamp() - time())
    except (ValueError, OverflowError, OSError):
        return None
