"""The order of updates: per chat, once, and nothing kept behind."""

import asyncio

from telegram import Chat, Message, Update

from bot.telegram.order import ChatOrder
from tests.telegram.support import NOW


def update(number, chat=1):
    return Update(number, Message(number, NOW, Chat(chat, "private")))


async def run(order, updates, seconds):
    """Process updates as PTB does; returns the order in which they ended."""
    ended = []

    async def handle(one, pause):
        await asyncio.sleep(pause)
        ended.append(one.update_id)

    tasks = [
        asyncio.create_task(order.process_update(one, handle(one, pause)))
        for one, pause in zip(updates, seconds, strict=True)
    ]
    await asyncio.gather(*tasks)
    return ended


async def test_order_of_arrival_within_a_chat():
    updates = [update(1), update(2), update(3)]
    assert await run(ChatOrder(), updates, [0.03, 0.01, 0]) == [1, 2, 3]


async def test_chats_do_not_wait_for_one_another():
    assert await run(ChatOrder(), [update(1, chat=1), update(2, chat=2)], [0.03, 0]) == [2, 1]


async def test_a_repeated_update_is_dropped():
    assert await run(ChatOrder(), [update(1), update(1)], [0, 0]) == [1]


async def test_updates_without_a_chat_and_other_things_are_run():
    ended = []

    async def handle(name):
        ended.append(name)

    order = ChatOrder()
    await order.process_update(Update(5), handle("no chat"))
    await order.process_update("not an update", handle("other"))
    assert ended == ["no chat", "other"]


async def test_one_failing_lets_the_next_go_on_and_leaves_nothing():
    order = ChatOrder()

    async def fail():
        raise ValueError

    results = await asyncio.gather(
        order.process_update(update(1), fail()), run(order, [update(2)], [0]), return_exceptions=True
    )
    assert isinstance(results[0], ValueError)
    assert results[1] == [2]
    assert order._lines == {}


async def test_memory_of_updates_is_bounded():
    order = ChatOrder()
    for number in range(10_050):
        order._is_repeated(number)
    assert len(order._seen) == 10_000
    assert order._is_repeated(10_049)
