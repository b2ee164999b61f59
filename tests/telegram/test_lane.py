"""One connection to Telegram: what is sent arrives, what fails is told as PTB's errors with the cause."""

import asyncio
import socket
import ssl

import pytest
from telegram import Bot, InputFile
from telegram.error import NetworkError, TimedOut

from bot.telegram.doubt import in_doubt, is_silence
from bot.telegram.lane import Lane
from tests.telegram.fake_api import TOKEN, FakeTelegram, Fault
from tests.telegram.fake_pace import WIDE


@pytest.fixture
def api():
    with FakeTelegram(WIDE) as server:
        yield server


@pytest.fixture
async def lane():
    opened = Lane(2.0, ssl.create_default_context())
    await opened.initialize()
    yield opened
    await opened.shutdown()


async def ask(api, lane, **seconds):
    return await lane.do_request(f"{api.base_url}{TOKEN}/getMe", "POST", None, **seconds)


async def test_words_and_structures_arrive_as_they_are(api, lane):
    api.write("hello")
    async with Bot(TOKEN, base_url=api.base_url, request=lane) as bot:
        words = "«Мост» & 100 % <ok> \U0001f600 + ="
        await bot.send_message(1, words, entities=[])
        await bot.send_document(1, InputFile(b"{}", "whosaid.json"), caption=words)
    [message] = api.calls_of("sendMessage")
    assert message.params["text"] == words
    assert api.calls_of("sendDocument")[0].params["caption"] == words


async def test_a_connection_that_was_cut_is_in_doubt_and_made_anew(api, lane):
    await ask(api, lane)
    api.fail("getMe", Fault())
    with pytest.raises(NetworkError) as raised:
        await ask(api, lane)
    assert in_doubt(raised.value)
    assert not is_silence(raised.value)
    assert (await ask(api, lane))[0] == 200


async def test_silence_is_told_as_such(api, lane):
    api.fail("getMe", Fault(silence=0.5))
    with pytest.raises(TimedOut) as raised:
        await ask(api, lane, read_timeout=0.1)
    assert is_silence(raised.value)
    assert (await ask(api, lane))[0] == 200


async def test_what_was_never_asked_is_in_no_doubt(lane):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(NetworkError) as raised:
            await lane.do_request(f"http://127.0.0.1:{port}/", "POST")
    assert not in_doubt(raised.value)


async def test_through_a_proxy_httpx_goes(api, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", api.base_url.removesuffix("/bot"))
    behind = Lane(2.0, ssl.create_default_context())
    await behind.initialize()
    try:
        # the fake server stands for the proxy, which is asked for the whole address
        assert (await behind.do_request("http://telegram.invalid/bot", "POST"))[0] == 404
    finally:
        await behind.shutdown()


async def test_a_request_that_is_broken_off_leaves_the_lane_usable_once_opened_anew(api, lane):
    api.fail("getMe", Fault(silence=0.5))
    asking = asyncio.create_task(ask(api, lane))
    await asyncio.to_thread(api.wait, lambda: not api._faults["getMe"])
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await lane.shutdown()
    await lane.initialize()
    assert (await ask(api, lane))[0] == 200
