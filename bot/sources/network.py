"""Sockets for one fetch: connects only to addresses that were checked, and ends at a deadline.

It is a backend of httpcore (the engine of httpx), because only there name look-up, connecting and every
single read can be held to both rules: a name that answers differently the second time (DNS rebinding) is
never looked up twice, and a server that sends a byte now and then does not keep us for hours. It knows
nothing of HTTP.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from bot.errors import Unreachable
from bot.sources.address import AddressPolicy

Resolve = Callable[[str, int], list[str]]


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a host, IPv4 first; Unreachable when there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(f"the host {host} is not known") from error
    ordered = sorted(found, key=lambda each: each[0] != socket.AF_INET)
    return list(dict.fromkeys(str(each[4][0]) for each in ordered))


class Deadline:
    """The moment at which a fetch ends, whatever happens.

    Only a look-up of the system's resolver may last longer, for nothing can stop it; the fetch ends with it.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self, wanted: float | None) -> float:
        """Seconds that an operation may take; Unreachable when none are left."""
        left = self._end - self._clock()
        if left <= 0:
            raise Unreachable("the server takes too long")
        return left if wanted is None else min(left, wanted)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self, policy: AddressPolicy, deadline: Deadline, resolve: Resolve = look_up) -> None:
        self._policy = policy
        self._deadline = deadline
        self._resolve = resolve
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Look the host up once, check every address that it has, and connect to one of these."""
        # a name with one inner address among public ones is a trap, so all of them must be fit
        addresses = [self._policy.check_ip(address) for address in self._resolve(host, port)]
        failure: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in addresses:
            try:
                left = self._deadline.left(timeout)
                stream = self._plain.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.NetworkError, httpcore.TimeoutException) as error:
                failure = error
            else:
                return _GuardedStream(stream, self._deadline)
        raise failure or Unreachable(f"the host {host} has no address")


class _GuardedStream(httpcore.NetworkStream):
    """A stream whose every operation ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _GuardedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
