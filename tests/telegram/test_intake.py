"""Updates are kept before they are queued, each once, and taken up again."""

import asyncio

import pytest
from telegram import Chat, Message, Update, User

from bot.errors import StoreBusy
from bot.telegram.intake import Intake
from tests.telegram.support import NOW, FakeAnswerer, said, services_of


def update(number, chat=1):
    return Update(
        number, Message(number + 100, NOW, Chat(chat, "private"), from_user=User(7, "Ann", False), text="?")
    )


@pytest.fixture
def services():
    with services_of(FakeAnswerer(said)) as opened:
        yield opened


def numbers(queue):
    return [queue.get_nowait().update_id for _ in range(queue.qsize())]


async def test_each_update_is_queued_once_in_order_and_its_person_noted(services):
    queue = asyncio.Queue()
    intake = Intake(services, queue)
    await intake.take([update(1), update(2)])
    await intake.take([update(2), update(3)])
    await intake.take([])
    assert numbers(queue) == [1, 2, 3]
    assert len(services.store.personal.export(7)["not_answered_yet"]) == 3
    assert services.numbers.last(1) == 103


async def test_what_an_earlier_run_left_is_queued_whole_and_first(services):
    await Intake(services, asyncio.Queue()).take([update(1), update(2)])
    services.store.inbox.done(1)
    queue = asyncio.Queue()
    again = Intake(services, queue)
    assert await again.take_up(None) == 1
    await again.take([update(2), update(3)])
    assert queue.get_nowait() == update(2)
    assert numbers(queue) == [3]


async def test_what_cannot_be_kept_is_not_queued(services):
    def busy(_):
        raise StoreBusy("another process is writing")

    services.store.inbox.take = busy
    queue = asyncio.Queue()
    with pytest.raises(StoreBusy):
        await Intake(services, queue).take([update(1)])
    assert queue.empty()
