"""The order of updates: per chat, once, and nothing kept behind."""

import asyncio

from telegram import Chat, Message, Update

from bot.telegram.order import ChatOrder, Watch
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


class Noting(Watch):
    """Notes what it is told; handles no update that is listed as unwanted."""

    def __init__(self, *unwanted):
        self.unwanted = unwanted
        self.told = []

    async def begin(self, update):
        return update.update_id not in self.unwanted

    async def full(self, update, *, is_first):
        self.told.append(("full", update.update_id, is_first))
        return update.update_id != 5

    async def missed(self, update, count):
        self.told.append(("missed", update.update_id, count))

    async def done(self, update):
        self.told.append(("done", update.update_id))


async def test_who_finds_the_line_too_long_is_told_at_once_and_when_it_is_empty():
    watch = Noting()
    order = ChatOrder(watch, longest_line=1)
    updates = [update(number) for number in range(1, 6)]
    assert await run(order, updates, [0.02] * 5) == [1, 2]
    told = [what for what in watch.told if what[0] != "done"]
    # the fifth does not count, as a button does not
    assert told == [("full", 3, True), ("full", 4, False), ("full", 5, False), ("missed", 2, 2)]
    assert sorted(what[1] for what in watch.told if what[0] == "done") == [1, 2, 3, 4, 5]
    assert await run(order, [update(6)], [0]) == [6]
    assert ("missed", 6, 2) not in watch.told


async def test_a_line_that_fills_again_is_told_again():
    watch = Noting()
    order = ChatOrder(watch, longest_line=0)
    await run(order, [update(1), update(2)], [0.01, 0])
    await run(order, [update(3), update(4)], [0.01, 0])
    told = [what for what in watch.told if what[0] != "done"]
    assert told == [("full", 2, True), ("missed", 1, 1), ("full", 4, True), ("missed", 3, 1)]


async def test_what_is_no_longer_wanted_is_done_without_being_handled():
    watch = Noting(1)
    assert await run(ChatOrder(watch), [update(1), update(2)], [0, 0]) == [2]
    assert watch.told == [("done", 1), ("done", 2)]


async def test_what_has_no_line_waits_for_nobody():
    class Lineless(Watch):
        def has_line(self, update):
            return update.update_id != 2

    assert await run(ChatOrder(Lineless()), [update(1), update(2)], [0.02, 0]) == [2, 1]
