"""A circuit breaker: after some failures in a row nothing is tried for a while; knows not what fails."""

import time
from collections.abc import Callable
from threading import Lock


class Breaker:
    """Usable from several threads; after each rest one attempt is let through, and decides.

    The rest doubles with every attempt that fails, from `rest` to `longest_rest` seconds.
    """

    def __init__(
        self,
        failures: int = 2,
        rest: float = 30.0,
        longest_rest: float = 600.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._failures = failures
        self._first_rest = self._rest = rest
        self._longest_rest = longest_rest
        self._clock = clock
        self._in_a_row = 0
        self._closed_until = 0.0
        self._lock = Lock()

    def allows(self) -> bool:
        """Whether to try now; whoever is told so reports how it went."""
        with self._lock:
            now = self._clock()
            if self._in_a_row < self._failures:
                return True
            if now < self._closed_until:
                return False
            self._closed_until = now + self._rest  # nobody else tries until this attempt has failed
            return True

    def succeeded(self) -> None:
        """Everything is well again."""
        with self._lock:
            self._in_a_row = 0
            self._rest = self._first_rest

    def failed(self, rest: float | None = None) -> None:
        """One more failure; `rest` are the seconds that the other side asks for, if it does."""
        with self._lock:
            self._in_a_row += 1
            if rest is not None:
                self._in_a_row = max(self._in_a_row, self._failures)
            if self._in_a_row >= self._failures:
                self._closed_until = self._clock() + min(max(self._rest, rest or 0.0), self._longest_rest)
            if self._in_a_row > self._failures:
                self._rest = min(self._rest * 2, self._longest_rest)
