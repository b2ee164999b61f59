"""One HTTP connection that is kept open, for small requests one after another; it knows no Bot API.

It knows no proxies, redirects, cookies and compression either. A client that knows them all (httpx) takes a
millisecond of processor for a request, half of what a simple bot takes for an update, and this a tenth.
"""

import asyncio
import ssl
from urllib.parse import SplitResult, urlsplit

import h11

_CHUNK = 65_536  # bytes read at a time
_NEXT_ADDRESS = 0.25  # seconds until the next address of a server is tried beside the one before
_PORTS = {"http": 80, "https": 443}


class NotReachedError(OSError):
    """There was no connection, so nothing can have been asked."""


class Wire:
    """For one request at a time, to whatever server it was opened for last."""

    def __init__(self, trusted: ssl.SSLContext, agent: str) -> None:
        self._trusted = trusted
        self._agent = agent
        self._server = ""
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._protocol = h11.Connection(h11.CLIENT)

    async def post(
        self, url: str, body: bytes, connect: float | None, answer: float | None
    ) -> tuple[int, bytes]:
        """Send JSON; the status and the body of the response.

        `connect` and `answer` are seconds for each. Raises NotReachedError, TimeoutError when the answer
        takes longer, another OSError or h11.ProtocolError when the connection breaks.
        """
        parts = urlsplit(url)
        reader, writer = await self._opened(parts, connect)
        is_whole = False
        try:
            async with asyncio.timeout(answer):
                writer.write(self._request(parts, body))
                await writer.drain()
                response = await self._response(reader)
            is_whole = self._protocol.our_state is self._protocol.their_state is h11.DONE
            return response
        finally:
            if is_whole:
                self._protocol.start_next_cycle()
            else:
                # what comes later would be taken for the answer to the next request
                self.close()

    def close(self) -> None:
        """Close the connection; the next request opens another one."""
        if self._streams is not None:
            self._streams[1].transport.abort()
            self._streams = None

    async def _opened(
        self, parts: SplitResult, seconds: float | None
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        server = f"{parts.scheme}://{parts.netloc}"
        held = self._streams
        if held is not None and server == self._server and not (held[0].at_eof() or held[1].is_closing()):
            return held
        self.close()
        trusted = self._trusted if parts.scheme == "https" else None
        try:
            async with asyncio.timeout(seconds):
                port = parts.port or _PORTS[parts.scheme]
                opened = await asyncio.open_connection(
                    parts.hostname, port, ssl=trusted, happy_eyeballs_delay=_NEXT_ADDRESS
                )
        except (OSError, KeyError, ValueError) as error:
            raise NotReachedError(f"{type(error).__name__}: {error}") from error
        self._server, self._streams = server, opened
        self._protocol = h11.Connection(h11.CLIENT)
        return opened

    def _request(self, parts: SplitResult, body: bytes) -> bytes:
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path or "/"
        headers = [
            ("Host", parts.netloc),
            ("User-Agent", self._agent),
            ("Accept", "application/json"),
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(body))),
        ]
        events = (
            h11.Request(method="POST", target=target, headers=headers),
            h11.Data(body),
            h11.EndOfMessage(),
        )
        return b"".join(self._protocol.send(event) or b"" for event in events)

    async def _response(self, reader: asyncio.StreamReader) -> tuple[int, bytes]:
        status, content = 0, bytearray()
        while True:
            event = self._protocol.next_event()
            if event is h11.NEED_DATA:
                self._protocol.receive_data(await reader.read(_CHUNK))
            elif isinstance(event, h11.Response):
                status = event.status_code
            elif isinstance(event, h11.Data):
                content += event.data
            elif isinstance(event, h11.EndOfMessage):
                return status, bytes(content)
            elif not isinstance(event, h11.InformationalResponse):
                raise ConnectionResetError("the server ended the connection")
