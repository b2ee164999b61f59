"""PTB's way to Telegram over aiohttp; it knows no method of the Bot API.

PTB brings a client of its own, over httpx, which takes twenty times the processor time for a request: as much
as all that a simple bot does for an update.
"""

import asyncio
import ssl
from base64 import b64encode
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

Seconds = Any  # float, None for no limit, or PTB's mark of "not given"

_CONNECT = 5.0  # seconds, as with PTB
# There was no connection, so that nothing can have been asked.
NEVER_ASKED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


class AiohttpRequest(BaseRequest):
    """At most `at_once` requests at a time; the others wait in the order in which they came."""

    def __init__(self, at_once: int, patience: float) -> None:
        """`patience`: seconds that Telegram may take to answer."""
        self._patience = patience
        self._at_once = at_once
        self._turn = asyncio.Semaphore(at_once)
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[tuple[str, str], dict[str, Any]] = {}

    @property
    def read_timeout(self) -> float | None:
        """Seconds that Telegram may take to answer."""
        return self._patience

    async def initialize(self) -> None:
        """Open the client; connections are made when they are needed, and through a proxy if one is set."""
        if self._session is not None:
            return
        trusted = ssl.create_default_context(cafile=certifi.where())
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._at_once, ssl=trusted),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  sending counts with the answer
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  whoever waits here may wait
    ) -> tuple[int, bytes]:
        """The status and the body of the response; raises NetworkError or TimedOut with the cause."""
        if self._session is None:
            raise RuntimeError("a request before initialize()")
        to_connect, to_read = _or(connect_timeout, _CONNECT), _or(read_timeout, self._patience)
        is_small = method == "POST" and not (request_data and request_data.contains_files)
        # without an end to the whole, a server that takes nothing more would hold a request for ever
        whole = to_connect + to_read if is_small and to_connect and to_read else None
        timeout = aiohttp.ClientTimeout(total=whole, sock_connect=to_connect, sock_read=to_read)
        try:
            async with (
                self._turn,
                self._session.request(
                    method,
                    url,
                    timeout=timeout,
                    allow_redirects=False,
                    **_body(request_data),
                    **self._proxy_to(url),
                ) as response,
            ):
                return response.status, await response.read()
        except NEVER_ASKED as error:
            raise NetworkError(f"not reached: {type(error).__name__}") from error
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error

    def _proxy_to(self, url: str) -> dict[str, Any]:
        """The proxy that the environment names for an address.

        aiohttp would look for it, and for passwords in files, at each request and in other threads.
        """
        parts = urlsplit(url)
        place = (parts.scheme, parts.hostname or "")
        if place not in self._proxies:
            named = None if proxy_bypass(place[1]) else getproxies().get(place[0])
            self._proxies[place] = _through(named, place[0]) if named else {}
        return self._proxies[place]


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None or not request_data.contains_files:
        data = request_data.json_payload if request_data else None
        return {"data": data, "headers": {"Content-Type": "application/json"} if data else None}
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (file_name, content, kind) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return {"data": form}


def _through(named: str, scheme: str) -> dict[str, Any]:
    """A proxy with its password apart, which aiohttp would quote when a tunnel is refused."""
    try:
        proxy = URL(named)
        bare = proxy.with_user(None)
    except ValueError:
        raise NetworkError("the proxy that the environment names has no valid address") from None
    if proxy.user is None or scheme == "http":  # without a tunnel there is no header for the proxy alone
        return {"proxy": proxy}
    told = b64encode(f"{proxy.user}:{proxy.password or ''}".encode()).decode()
    return {"proxy": bare, "proxy_headers": {"Proxy-Authorization": f"Basic {told}"}}


def _or(seconds: Seconds, otherwise: float | None) -> float | None:
    return seconds if seconds is None or isinstance(seconds, int | float) else otherwise
