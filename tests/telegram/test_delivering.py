"""From the outbox into a chat while the bot runs."""

import asyncio
import logging
import time
from collections import Counter

from bot.errors import StoreBusy
from bot.store import Decided, Edition, Head
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope
from bot.telegram import delivering
from tests.telegram.support import FakeAnswerer, said, sent, services_of, serving_with, until
from tests.telegram.test_digest_view import item


def put(services, *chats):
    for chat in chats:
        place, now = Place(f"telegram:{chat}"), int(time.time())
        one = services.store.subscriptions.save(place, Scope(), "en", Manner(Schedule()), now)
        edition = Edition(Head(Scope(), "en", now - 86_400, now, "UTC"), (item(1),))
        services.store.outbox.commit([Decided(one.id, one.next_due, one.next_due, 1, 0, False, edition)], now)


async def test_what_waits_is_sent_and_counted(api):
    for chat in (1, 2):
        api.write("hello", chat=chat)
    with services_of(FakeAnswerer(said)) as services:
        async with serving_with(api, services):
            await sent(api, 2)  # the answers
            put(services, 1, 2)
            await sent(api, 2, 1)
            await sent(api, 2, 2)
            await until(lambda: services.metrics.counters["digest_messages", "Delivered"] == 2)
        assert services.store.outbox.counts() == {"sent": 2}
        assert 'whosaid_digest_messages_total{kind="Delivered"} 2' in services.metrics.text()


async def test_a_database_that_is_busy_is_tried_again(caplog, monkeypatch):
    class Busy:
        steps, counts = 0, Counter()

        async def step(self, _now):
            self.steps += 1
            if self.steps == 1:
                raise StoreBusy("another process is writing")
            return False

    monkeypatch.setattr(delivering, "AFTER_AN_ERROR", 0.01)
    sender = Busy()
    with services_of(FakeAnswerer(said)) as services, caplog.at_level(logging.WARNING):
        stop = asyncio.Event()
        sending = asyncio.create_task(delivering._keep_sending(sender, services, stop))
        await until(lambda: sender.steps == 2)
        stop.set()
        await sending
    assert sender.steps == 2
    assert "tried again: another process is writing" in caplog.text
