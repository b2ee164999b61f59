"""Serving: start, bad tokens, bad networks, stopping, starting again."""

import asyncio
import logging
import signal
import socket
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from telegram.ext import ExtBot

from bot.errors import TelegramError
from bot.telegram.application import build_application
from bot.telegram.errors import REFUSED
from bot.telegram.logs import guard_logs
from bot.telegram.polling import Poller
from bot.telegram.serving import run, serve, whoami
from tests.telegram.fake_api import ME, TOKEN, Fault
from tests.telegram.support import PROMPT, FakeAnswerer, said, sent, services_of, serving

ROOT = Path(__file__).resolve().parents[2]
WRONG = "987654321:AAWrongTokenWrongTokenWrongToken-1234"


def test_whoami(api):
    assert whoami(TOKEN, api.base_url) == ME["username"]


@pytest.mark.parametrize("token", [WRONG, "no-token-at-all", ""])
def test_a_wrong_token_is_one_sentence_without_the_token(api, token):
    with services_of(FakeAnswerer(said)) as services, pytest.raises(TelegramError) as raised:
        run(token, api.base_url, services)
    assert str(raised.value) == REFUSED
    assert raised.value.__cause__ is None
    with pytest.raises(TelegramError, match="refuses the token"):
        whoami(token, api.base_url)


def test_no_telegram_at_all():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/bot"
        with pytest.raises(TelegramError, match="cannot be reached"):
            whoami(TOKEN, address)


async def test_telegram_failing_for_a_moment_at_the_start(api):
    api.fail("getMe", Fault(502), Fault())
    api.fail("setMyCommands", *[Fault(400)] * 2)
    async with serving(api, FakeAnswerer(said)):
        api.write("hello?")
        await sent(api, 1)


async def test_a_webhook_set_before_does_not_stop_polling(api):
    api.webhook = "https://old.example"
    async with serving(api, FakeAnswerer(said)):
        api.write("hello?")
        await sent(api, 1)


@pytest.mark.filterwarnings("ignore:.*retry_after")  # as build_application does
async def test_polling_goes_on_after_errors_and_warns_of_a_second_poller(api, caplog):
    api.fail("getUpdates", Fault(500), Fault(409), Fault(retry_after=1))
    queue = asyncio.Queue()
    api.write("hello?")
    async with ExtBot(TOKEN, base_url=api.base_url) as bot:

        async def take(updates):
            for each in updates:
                queue.put_nowait(each.update)

        poller = Poller(bot, take, first_pause=0.01)
        polling = asyncio.create_task(poller.run())
        update = await asyncio.wait_for(queue.get(), 5)
        polling.cancel()
        await poller.confirm()
    assert update.message.text == "hello?"
    assert api.pending == []
    assert "polling failed" in caplog.text
    assert "another process polls" in caplog.text


async def test_a_token_revoked_while_polling_ends_with_the_sentence(api):
    with services_of(FakeAnswerer(said)) as services:
        application = build_application(TOKEN, api.base_url, services, PROMPT)
        serving_it = asyncio.create_task(serve(application, services, asyncio.Event()))
        api.write("hello?")
        await sent(api, 1)
        api.revoke_token()
        with pytest.raises(TelegramError, match="refuses the token"):
            await asyncio.wait_for(serving_it, 5)


async def test_what_was_asked_before_the_stop_is_answered_and_not_asked_again(api):
    going = threading.Event()

    def slow(question):
        going.set()
        threading.Event().wait(0.2)
        return said(question)

    async with serving(api, FakeAnswerer(slow)) as stop:
        api.write("one")
        api.write("two")
        await asyncio.to_thread(going.wait)
        stop.set()
    assert [message["text"] for message in api.sent()] == ["one", "two"]
    assert api.pending == []


async def test_messages_written_while_the_bot_was_away_are_answered_once_after_the_restart(api):
    async with serving(api, FakeAnswerer(said)):
        api.write("before")
        await sent(api, 1)
    api.write("meanwhile")
    async with serving(api, FakeAnswerer(said)):
        await sent(api, 2)
        api.write("after")
        await sent(api, 3)
    assert [message["text"] for message in api.sent()] == ["before", "meanwhile", "after"]


async def test_token_never_reaches_the_logs(api, caplog):
    caplog.set_level(logging.DEBUG)
    api.fail("sendMessage", Fault(500), Fault())
    api.fail("getUpdates", Fault())
    guard_logs()
    async with serving(api, FakeAnswerer(said)):
        api.write("hello, secret question")
        await sent(api, 1)
    assert caplog.records
    assert TOKEN.split(":")[1] not in caplog.text
    assert "secret question" not in caplog.text


PROGRAM = """
import logging
from bot.telegram.serving import run
from tests.telegram.support import FakeAnswerer, said, services_of
logging.basicConfig(level="DEBUG")
with services_of(FakeAnswerer(said)) as services:
    run({token!r}, {base_url!r}, services)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_process_ends_cleanly_on_a_signal(api, number):
    program = textwrap.dedent(PROGRAM).format(token=TOKEN, base_url=api.base_url)
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    api.write("hello, secret question")
    try:
        api.wait_for_sent(1, seconds=20)
        process.send_signal(number)
        _, errors = process.communicate(timeout=10)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert TOKEN.split(":")[1] not in errors
    assert "secret question" not in errors
    assert api.pending == []
