"""Trying again with growing pauses, as long as the error says that it helps; knows not what is tried."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from bot.errors import EndpointBusy, EndpointError

Result = TypeVar("Result")


class Retry:
    """`attempts` in all; pauses double from `first` seconds, a quarter of each up to chance."""

    def __init__(
        self,
        attempts: int = 4,
        first: float = 0.5,
        longest: float = 60.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._attempts = attempts
        self._first = first
        self._longest = longest
        self._sleep = sleep

    def __call__(self, call: Callable[[], Result]) -> Result:
        """The result of the first attempt that succeeds; raises what the last one raised.

        A pause that the endpoint asks for is kept, but gives up at once when it is over `longest` seconds.
        """
        for attempt in range(self._attempts - 1):
            try:
                return call()
            except EndpointError as error:
                pause = self._pause(attempt, error)
                if not error.retry_helps or pause > self._longest:
                    raise
            self._sleep(pause)
        return call()

    def _pause(self, attempt: int, error: EndpointError) -> float:
        own = min(self._longest, self._first * 2.0**attempt) * random.uniform(0.75, 1.0)  # noqa: S311 - no secret
        asked = error.retry_after if isinstance(error, EndpointBusy) else None
        return max(own, asked or 0.0)
