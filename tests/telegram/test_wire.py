"""One connection that is kept open, and servers that answer in every way that HTTP allows, and some more."""

import asyncio
import socket
import ssl
from contextlib import asynccontextmanager

import h11
import pytest

from bot.telegram.wire import NotReachedError, Wire
from tests.telegram.support import until

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n"
CLOSING = b"HTTP/1.1 500 Oh\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"
UNTIL_CLOSED = b"HTTP/1.0 200 OK\r\n\r\nok"
CONTINUING = b"HTTP/1.1 100 Continue\r\n\r\n" + OK


class Server:
    """Gives each request the next of some answers; None cuts the connection, "" says nothing."""

    def __init__(self, *answers: bytes | None) -> None:
        self.answers = list(answers)
        self.requests: list[bytes] = []
        self.connections = 0
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while self.answers:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
                self.requests.append(head + await reader.readexactly(length))
                answer = self.answers.pop(0)
                if answer == b"":
                    await asyncio.sleep(60)
                writer.write(answer or b"")
                if answer is None or b"close" in answer or answer.startswith(b"HTTP/1.0"):
                    break
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()


@asynccontextmanager
async def serving(*answers):
    held = Server(*answers)
    async with await asyncio.start_server(held.serve, "127.0.0.1", 0) as server:
        held.port = server.sockets[0].getsockname()[1]
        wire = Wire(ssl.create_default_context(), "tests")

        async def post(body=b"{}", path="/x", answer=5.0):
            return await wire.post(f"http://127.0.0.1:{held.port}{path}", body, 5.0, answer)

        yield held, post
        wire.close()


async def test_requests_follow_one_another_on_one_connection():
    async with serving(OK, CHUNKED, CONTINUING) as (server, post):
        assert [await post(b'{"a": 1}', "/x?y=1") for _ in range(3)] == [(200, b"ok")] * 3
    assert server.connections == 1
    assert server.requests[0].startswith(b"POST /x?y=1 HTTP/1.1\r\n")
    assert server.requests[0].endswith(b'\r\n\r\n{"a": 1}')


@pytest.mark.parametrize(("first", "status"), [(CLOSING, 500), (UNTIL_CLOSED, 200)])
async def test_a_server_that_ends_the_connection_gets_a_new_one(first, status):
    async with serving(first, OK) as (server, post):
        assert await post() == (status, b"ok")
        assert await post() == (200, b"ok")
    assert server.connections == 2


@pytest.mark.parametrize(
    "first", [None, b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nX: close\r\n\r\nok", b"nonsense\r\n\r\n"]
)
async def test_what_breaks_off_is_an_error_and_the_next_request_goes_its_own_way(first):
    async with serving(first, OK) as (server, post):
        with pytest.raises((OSError, h11.ProtocolError)) as raised:
            await post()
        assert not isinstance(raised.value, NotReachedError)
        assert await post() == (200, b"ok")
    assert server.connections == 2


async def test_a_late_answer_is_not_taken_for_that_to_the_next_request():
    async with serving(b"", OK) as (server, post):
        with pytest.raises(TimeoutError):
            await post(answer=0.05)
        assert await post() == (200, b"ok")
    assert server.connections == 2


async def test_a_request_that_is_broken_off_is_not_waited_for():
    async with serving(b"", OK) as (server, post):
        asking = asyncio.create_task(post())
        await until(lambda: server.requests)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert await post() == (200, b"ok")


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}/", "ftp://127.0.0.1/", "http://127.0.0.1:99999/"])
async def test_where_nobody_listens_nothing_was_asked(url):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        wire = Wire(ssl.create_default_context(), "tests")
        with pytest.raises(NotReachedError):
            await wire.post(url.format(port=unused.getsockname()[1]), b"{}", 1.0, 1.0)


async def test_a_server_without_a_certificate_is_not_asked():
    async with serving(OK) as (server, _):
        wire = Wire(ssl.create_default_context(), "tests")
        with pytest.raises(NotReachedError):
            await wire.post(f"https://127.0.0.1:{server.port}/", b"{}", 1.0, 1.0)
    assert server.requests == []
