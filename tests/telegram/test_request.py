"""Requests to Telegram: what is sent arrives, what fails is told as PTB's errors with the cause."""

import asyncio
import socket
import traceback
from base64 import b64encode
from contextlib import asynccontextmanager

import pytest
from telegram import Bot, InputFile
from telegram.error import NetworkError, TimedOut

from bot.telegram.application import file_url
from bot.telegram.doubt import in_doubt, is_silence
from bot.telegram.request import AiohttpRequest
from tests.telegram.fake_api import TOKEN, FakeTelegram, Fault
from tests.telegram.fake_pace import WIDE


@pytest.fixture
def api():
    with FakeTelegram(WIDE) as server:
        yield server


@pytest.fixture
async def request_():
    opened = AiohttpRequest(2, 2.0)
    await opened.initialize()
    yield opened
    await opened.shutdown()


async def ask(api, request_, **seconds):
    return await request_.do_request(f"{api.base_url}{TOKEN}/getMe", "POST", None, **seconds)


async def ask_a_slow_one(api, request_, fault):
    """A request that has reached the server, which takes its time."""
    api.fail("getMe", fault)
    asking = asyncio.create_task(ask(api, request_))
    await asyncio.to_thread(api.wait, lambda: not api._faults["getMe"])
    return asking


@asynccontextmanager
async def a_proxy():
    """Refuses whatever it is asked for; its address and the heads of the requests."""
    asked = []

    async def refuse(reader, writer):
        asked.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as server:
        yield "{}:{}".format(*server.sockets[0].getsockname()), asked


async def test_words_structures_and_files_arrive_as_they_are(api, request_):
    api.write("hello")
    words = "«Мост» & 100 % <ok> \U0001f600 + ="
    async with Bot(TOKEN, base_url=api.base_url, request=request_) as bot:
        await bot.send_message(1, words, entities=[])
        await bot.send_document(1, InputFile(b"{}", "whosaid.json"), caption=words)
    [message] = api.calls_of("sendMessage")
    assert message.params["text"] == words
    [document] = api.calls_of("sendDocument")
    assert (document.params["caption"], document.params["document"]) == (words, "{}")


async def test_files_are_downloaded(api, request_):
    api.send_file(b"a,b\n" * 50_000, "table.csv")
    [key] = api.files
    async with Bot(
        TOKEN, base_url=api.base_url, base_file_url=file_url(api.base_url), request=request_
    ) as bot:
        assert await (await bot.get_file(key)).download_as_bytearray() == b"a,b\n" * 50_000


async def test_a_connection_that_was_cut_is_in_doubt_and_made_anew(api, request_):
    await ask(api, request_)
    api.fail("getMe", Fault())
    with pytest.raises(NetworkError) as raised:
        await ask(api, request_)
    assert in_doubt(raised.value)
    assert not is_silence(raised.value)
    assert (await ask(api, request_))[0] == 200


async def test_silence_is_told_as_such_and_its_late_answer_goes_to_nobody(api, request_):
    api.fail("getMe", Fault(silence=0.5))
    with pytest.raises(TimedOut) as raised:
        await ask(api, request_, read_timeout=0.1)
    assert is_silence(raised.value)
    assert (await ask(api, request_))[0] == 200


async def test_what_was_never_asked_is_in_no_doubt(request_):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        for server in (f"127.0.0.1:{unused.getsockname()[1]}", "no-such.invalid"):
            with pytest.raises(NetworkError) as raised:
                await request_.do_request(f"http://{server}/bot{TOKEN}/getMe", "POST")
            assert not in_doubt(raised.value)
            assert TOKEN not in str(raised.value)


async def test_it_goes_through_a_proxy(api, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", api.base_url.removesuffix("/bot"))
    behind = AiohttpRequest(1, 2.0)
    await behind.initialize()
    # the fake server stands for the proxy, which is asked for the whole address
    assert (await behind.do_request("http://telegram.invalid/bot", "POST"))[0] == 404
    await behind.shutdown()


async def test_some_hosts_are_reached_without_the_proxy(api, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", api.base_url.removesuffix("/bot"))
    monkeypatch.setenv("NO_PROXY", "telegram.invalid")
    behind = AiohttpRequest(1, 2.0)
    await behind.initialize()
    with pytest.raises(NetworkError):
        await behind.do_request("http://telegram.invalid/bot", "POST")
    await behind.shutdown()


async def test_a_proxy_is_told_its_password_and_no_error_tells_it(monkeypatch):
    async with a_proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", f"http://somebody:secret@{address}")
        behind = AiohttpRequest(1, 2.0)
        await behind.initialize()
        with pytest.raises(NetworkError) as raised:
            await behind.do_request("https://telegram.invalid/bot", "POST")
        await behind.shutdown()
    told = b64encode(b"somebody:secret").decode()
    assert f"proxy-authorization: basic {told}".lower() in asked[0].lower()
    trace = "".join(traceback.format_exception(raised.value))
    assert "secret" not in trace
    assert told not in trace


async def test_a_proxy_is_told_its_password_without_a_tunnel_too(monkeypatch):
    async with a_proxy() as (address, asked):
        monkeypatch.setenv("HTTP_PROXY", f"http://somebody:secret@{address}")
        behind = AiohttpRequest(1, 2.0)
        await behind.initialize()
        assert (await behind.do_request("http://telegram.invalid/bot", "POST"))[0] == 502
        await behind.shutdown()
    told = b64encode(b"somebody:secret").decode()
    assert f"\r\nproxy-authorization: basic {told}".lower() in asked[0].lower()
    assert "\r\nauthorization" not in asked[0].lower()


async def test_a_proxy_without_a_valid_address_is_told_without_it(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "somebody:secret@:port")
    behind = AiohttpRequest(1, 2.0)
    await behind.initialize()
    with pytest.raises(NetworkError) as raised:
        await behind.do_request("https://telegram.invalid/bot", "POST")
    await behind.shutdown()
    assert "secret" not in "".join(traceback.format_exception(raised.value))


async def test_as_many_requests_at_once_as_are_allowed_and_none_lost(api, request_):
    slow = await ask_a_slow_one(api, request_, Fault(silence=0.6, done=True))
    assert (await ask(api, request_))[0] == 200
    second = await ask_a_slow_one(api, request_, Fault(silence=0.6, done=True))
    waiting = asyncio.create_task(ask(api, request_))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await asyncio.gather(slow, second, return_exceptions=True)
    assert (await waiting)[0] == 200


async def test_a_request_that_is_broken_off_leaves_its_place_to_others(api, request_):
    for _ in range(5):
        broken = await ask_a_slow_one(api, request_, Fault(silence=0.5))
        broken.cancel()
        with pytest.raises(asyncio.CancelledError):
            await broken
    began = asyncio.get_running_loop().time()
    assert [code for code, _ in await asyncio.gather(*(ask(api, request_) for _ in range(20)))] == [200] * 20
    assert asyncio.get_running_loop().time() - began < 0.9


async def test_it_is_used_between_opening_and_closing():
    closed = AiohttpRequest(1, 7.0)
    assert closed.read_timeout == 7.0
    with pytest.raises(RuntimeError):
        await closed.do_request("http://127.0.0.1/", "POST")
