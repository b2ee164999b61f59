"""One connection to Telegram, for one request at a time; it knows nothing of what is asked.

Small requests go over a connection of our own. Files and downloads, and all that goes through a proxy, are
left to httpx, which PTB uses.
"""

import ssl
from typing import Any
from urllib.request import getproxies

import h11
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.telegram.wire import NotReachedError, Wire

Seconds = Any  # float, None for no limit, or PTB's mark of "not given"
NOT_GIVEN = BaseRequest.DEFAULT_NONE

_OTHERWISE = 5.0  # seconds to connect, as with PTB


class Lane(HTTPXRequest):
    """PTB's way to Telegram with one connection; another for files."""

    def __init__(self, patience: float, trusted: ssl.SSLContext) -> None:
        """`patience`: seconds that Telegram may take to answer."""
        super().__init__(1, read_timeout=patience, httpx_kwargs={"verify": trusted})
        self._is_direct = not getproxies()
        self._wire = Wire(trusted, BaseRequest.USER_AGENT)

    async def shutdown(self) -> None:
        """Close the connections."""
        await super().shutdown()
        self._wire.close()

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
        connect, answer = _or(connect_timeout, _OTHERWISE), _or(read_timeout, self.read_timeout)
        try:
            return await self._wire.post(url, body, connect, answer)
        except NotReachedError as error:
            raise NetworkError(f"not reached: {error}") from error
        except TimeoutError as error:
            raise TimedOut from error
        except (OSError, h11.ProtocolError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error


def _or(seconds: Seconds, otherwise: float | None) -> float | None:
    return seconds if seconds is None or isinstance(seconds, int | float) else otherwise
