"""What the owner is told of the bot."""

import asyncio

import pytest

from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope
from tests.telegram.support import FakeAnswerer, said, sent, services_of, serving_with
from tests.telegram.test_delivering import put


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "1 of chats that are closed to me. Digests: 1 sent, 0 on their way, 0 failed.",
        ),
        (
            "ru",
            "ещё 1 в закрытых для меня чатах. Сводки: отправлено 1, в пути 0, не удалось 0.",
        ),
    ],
)
async def test_the_owner_sees_how_digests_do(api, language, line):
    api.write("hello", chat=1)
    with services_of(FakeAnswerer(said), owners=frozenset({1})) as services:
        subscriptions = services.store.subscriptions
        subscriptions.save(Place("telegram:2"), Scope(), "en", Manner(Schedule()), 0)
        subscriptions.close_chat("telegram:2", "blocked", 0)
        async with serving_with(api, services):
            await sent(api, 1)
            put(services, 1)
            await sent(api, 2)
            await asyncio.sleep(0.3)
            api.write("/stats", language=language)
            message = (await sent(api, 3))[2]
    assert message["text"].endswith(line)
