"""The webhook: only Telegram is let in, nothing is lost, nothing is believed."""

import asyncio
import json
import re
import urllib.error
import urllib.request

import pytest

from bot.errors import StoreBusy, TelegramError
from bot.telegram import webhook as module
from bot.telegram.application import build_application
from bot.telegram.serving import Entrance, serve
from bot.telegram.webhook import Listening, Webhook
from tests.telegram.fake_api import TOKEN
from tests.telegram.support import (
    PROMPT,
    FakeAnswerer,
    by_webhook,
    free_port,
    said,
    sent,
    services_of,
    serving_with,
)


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
async def hooked(api, port):
    """The bot behind its webhook; gives what it asked its answerer."""
    answerer = FakeAnswerer(said)
    with services_of(answerer) as services:
        async with serving_with(api, services, PROMPT, by_webhook(port)):
            api.deliver_at(port)
            await asyncio.to_thread(api.wait, lambda: api.webhook)
            yield answerer


async def test_updates_are_answered_once_in_order(api, hooked):
    for number in range(5):
        api.write(f"{number}?")
        api.repeat(api.pending[-1])
    await sent(api, 5)
    await asyncio.to_thread(api.wait, lambda: not api.pending)
    assert [message["text"] for message in api.sent()] == [f"{number}?" for number in range(5)]
    assert api.calls_of("getUpdates") == []


async def test_telegram_is_told_the_secret_and_what_is_wanted(api, hooked):
    [call] = api.calls_of("setWebhook")
    assert call.params["secret_token"] == "a-secret-of-the-tests"
    assert "inline_query" in json.loads(call.params["allowed_updates"])
    assert "drop_pending_updates" not in call.params


UPDATE = {
    "update_id": 5,
    "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "?"},
}


@pytest.mark.parametrize("secret", ["", "wrong", "a-secret-of-the-test", "a-secret-of-the-tests2", "ä" * 20])
async def test_whoever_does_not_know_the_secret_is_not_heard(api, hooked, secret):
    given = secret.encode().decode("latin-1")
    assert await asyncio.to_thread(api.post, json.dumps(UPDATE).encode(), given) == 403
    api.write("heard?")
    await sent(api, 1)
    assert [text for text, *_ in hooked.asked] == ["heard?"]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"5", b'"x"', b"{}", b'{"message": {}}', b"[" * 100_000, b"\xff"]
)
async def test_what_is_no_update_is_refused(api, hooked, body):
    assert await asyncio.to_thread(api.post, body) == 400
    api.write("heard?")
    await sent(api, 1)


async def test_what_is_too_large_is_not_read(api, hooked):
    assert await asyncio.to_thread(api.post, b" " * (module.LARGEST + 1)) in {0, 400, 413}
    api.write("heard?")
    await sent(api, 1)


@pytest.mark.parametrize(
    ("path", "method", "status"), [("/", "POST", 404), ("/metrics", "GET", 404), ("", "GET", 405)]
)
async def test_nothing_else_is_served(api, hooked, path, method, status):
    assert await asyncio.to_thread(api.post, b"{}", None, path, method) == status


async def test_a_full_queue_leaves_updates_with_telegram(api, hooked, monkeypatch):
    monkeypatch.setattr(module, "MOST_WAITING", 0)
    api.write("later?")
    await asyncio.to_thread(api.wait, lambda: 503 in api.delivered)
    assert api.pending
    monkeypatch.setattr(module, "MOST_WAITING", 500)
    await sent(api, 1)


async def test_a_database_that_is_busy_leaves_updates_with_telegram(api, port):
    with services_of(FakeAnswerer(said)) as services:
        take, failing = services.store.inbox.take, [1, 1]

        def busy(updates):
            if failing.pop():
                raise StoreBusy("another process is writing")
            return take(updates)

        services.store.inbox.take = busy
        failing.insert(0, 0)
        async with serving_with(api, services, PROMPT, by_webhook(port)):
            api.deliver_at(port)
            api.write("kept?")
            await sent(api, 1)
    assert api.delivered[:3] == [503, 503, 200]


async def test_the_metrics_have_a_port_of_their_own(api, port):
    metrics = free_port()
    with services_of(FakeAnswerer(said)) as services:
        async with serving_with(api, services, PROMPT, by_webhook(port, metrics)):
            api.deliver_at(port)
            for number in (1, 2):  # an answer is counted when it was sent
                api.write("counted?")
                await sent(api, number)
            text = await asyncio.to_thread(_get, f"http://127.0.0.1:{metrics}/metrics")
            with pytest.raises(urllib.error.HTTPError, match="404"):
                await asyncio.to_thread(_get, f"http://127.0.0.1:{metrics}/telegram")
    assert re.search(r'whosaid_answers_total\{kind="no_evidence"\} [12]\b', text)
    assert "counted?" not in text


def _get(url):
    with urllib.request.urlopen(url, timeout=5) as response:
        return response.read().decode()


async def test_an_address_that_telegram_does_not_take_ends_with_a_sentence(api, port):
    hook = Webhook("http://bot.example.org/x", Listening("127.0.0.1", port), "s" * 20)
    with services_of(FakeAnswerer(said)) as services:
        application = build_application(TOKEN, api.base_url, services, PROMPT)
        with pytest.raises(TelegramError, match="refuses what it was asked: Bad webhook"):
            await serve(application, services, asyncio.Event(), Entrance(hook))


async def test_the_webhook_stays_set_when_the_bot_ends_and_polling_takes_it_away(api, port):
    with services_of(FakeAnswerer(said)) as services:
        async with serving_with(api, services, PROMPT, by_webhook(port)):
            await asyncio.to_thread(api.wait, lambda: api.webhook)
        assert api.webhook == "https://bot.example.org/telegram"
        async with serving_with(api, services, PROMPT):
            api.write("polled?")
            await sent(api, 1)
    assert api.webhook == ""
