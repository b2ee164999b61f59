"""One connection to Telegram, for one request at a time; it knows nothing of what is asked.

httpx, which PTB uses, takes a millisecond of processor for a request, which is half of what a simple bot does
for an update altogether; the engine under it takes half of that. Files and downloads, and all that goes
through a proxy, are left to httpx.
"""

import ssl
from typing import Any
from urllib.request import getproxies

import httpcore
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

Seconds = Any  # float, None for no limit, or PTB's mark of "not given"
NOT_GIVEN = BaseRequest.DEFAULT_NONE

_OTHERWISE = 5.0  # seconds to connect and to write, as with PTB
_HEADERS = [
    (b"User-Agent", BaseRequest.USER_AGENT.encode()),
    (b"Accept", b"application/json"),
    (b"Content-Type", b"application/json"),
]


class Lane(HTTPXRequest):
    """PTB's way to Telegram with one connection; another for files."""

    def __init__(self, patience: float, trusted: ssl.SSLContext) -> None:
        """`patience`: seconds that Telegram may take to answer."""
        super().__init__(1, read_timeout=patience, httpx_kwargs={"verify": trusted})
        self._trusted = trusted
        self._is_direct = not getproxies()
        self._engine = self._build_engine()

    def _build_engine(self) -> httpcore.AsyncConnectionPool:
        return httpcore.AsyncConnectionPool(self._trusted, max_connections=1)

    async def initialize(self) -> None:
        """Open the clients; the connections are made when they are needed."""
        await super().initialize()
        self._engine = self._build_engine()

    async def shutdown(self) -> None:
        """Close the connections."""
        await super().shutdown()
        await self._engine.aclose()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = NOT_GIVEN,
        write_timeout: Seconds = NOT_GIVEN,
        connect_timeout: Seconds = NOT_GIVEN,
        pool_timeout: Seconds = NOT_GIVEN,
    ) -> tuple[int, bytes]:
        """The status and the body of the response; raises NetworkError or TimedOut with the cause."""
        if not self._is_direct or method != "POST" or (request_data and request_data.contains_files):
            timeouts = (read_timeout, write_timeout, connect_timeout, pool_timeout)
            return await super().do_request(url, method, request_data, *timeouts)
        body = request_data.json_payload if request_data else b"{}"
        seconds = {
            "read": _or(read_timeout, self.read_timeout),
            "write": _or(write_timeout, _OTHERWISE),
            "connect": _or(connect_timeout, _OTHERWISE),
            "pool": _or(pool_timeout, _OTHERWISE),
        }
        headers = [*_HEADERS, (b"Content-Length", b"%d" % len(body))]
        try:
            response = await self._engine.request(
                method, url, headers=headers, content=body, extensions={"timeout": seconds}
            )
        except httpcore.TimeoutException as error:
            raise TimedOut from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error
        return response.status, response.content


def _or(seconds: Seconds, otherwise: float | None) -> float | None:
    return seconds if seconds is None or isinstance(seconds, int | float) else otherwise
