"""Bounds on an answer of the endpoint: so many bytes, so many seconds; it knows nothing of what is in it.

The time-outs of an HTTP client count from one packet to the next, so a server that drips keeps a caller
for ever; and `openai` reads answers whole, those that tell of errors, too.
"""

import time
from collections.abc import Callable, Iterator

import httpx2

Clock = Callable[[], float]


class AnswerTooLong(httpx2.ReadError):
    """More bytes than any honest answer has."""


class AnswerTooSlow(httpx2.ReadTimeout):
    """The whole took longer than one packet may."""


class BoundedStream(httpx2.SyncByteStream):
    """The bytes of another stream, up to a number and a moment."""

    def __init__(self, inner: httpx2.SyncByteStream, longest: int, deadline: float, clock: Clock) -> None:
        self._inner = inner
        self._left = longest
        self._deadline = deadline
        self._clock = clock

    def __iter__(self) -> Iterator[bytes]:
        for part in self._inner:
            self._left -= len(part)
            if self._left < 0:
                raise AnswerTooLong("the answer does not end")
            if self._clock() > self._deadline:
                raise AnswerTooSlow("the answer drips")
            yield part

    def close(self) -> None:
        """Give the connection back."""
        self._inner.close()


def bounding(longest: int, clock: Clock = time.monotonic) -> Callable[[httpx2.Response], None]:
    """A response hook for an HTTP client; the read time-out of the request counts for the whole answer."""

    def bound(response: httpx2.Response) -> None:
        if response.headers.get("content-encoding", "identity") != "identity":
            # we ask for plain answers: a small packed one may unpack to any size
            raise AnswerTooLong("the answer is packed")
        seconds = response.request.extensions.get("timeout", {}).get("read")
        deadline = clock() + seconds if seconds else float("inf")
        assert isinstance(response.stream, httpx2.SyncByteStream)
        response.stream = BoundedStream(response.stream, longest, deadline, clock)

    return bound
