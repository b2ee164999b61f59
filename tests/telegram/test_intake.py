"""Updates are kept before they are queued, each once, and taken up again."""

import asyncio
import json

import pytest
from telegram import Chat, Message, Update, User

from bot.errors import StoreBusy
from bot.telegram.intake import Intake, Received, received
from tests.telegram.support import NOW, FakeAnswerer, said, services_of


def update(number, chat=1):
    return Update(
        number, Message(number + 100, NOW, Chat(chat, "private"), from_user=User(7, "Ann", False), text="?")
    )


def arrived(*numbers):
    return [Received(update(number), update(number).to_json()) for number in numbers]


@pytest.fixture
def services():
    with services_of(FakeAnswerer(said)) as opened:
        yield opened


def numbers(queue):
    return [queue.get_nowait().update_id for _ in range(queue.qsize())]


async def test_each_update_is_queued_once_in_order_and_its_person_noted(services):
    queue = asyncio.Queue()
    intake = Intake(services, queue)
    await intake.take(arrived(1, 2))
    await intake.take(arrived(2, 3))
    await intake.take([])
    assert numbers(queue) == [1, 2, 3]
    assert len(services.store.personal.export(7)["not_answered_yet"]) == 3
    assert services.numbers.last(1) == 103


async def test_what_an_earlier_run_left_is_queued_whole_and_first(services):
    await Intake(services, asyncio.Queue()).take(arrived(1, 2))
    services.store.inbox.done(1)
    queue = asyncio.Queue()
    again = Intake(services, queue)
    assert await again.take_up(None) == 1
    await again.take(arrived(2, 3))
    assert queue.get_nowait() == update(2)
    assert numbers(queue) == [3]


async def test_what_cannot_be_kept_is_not_queued(services):
    def busy(_):
        raise StoreBusy("another process is writing")

    services.store.inbox.take = busy
    queue = asyncio.Queue()
    with pytest.raises(StoreBusy):
        await Intake(services, queue).take(arrived(1))
    assert queue.empty()


def test_what_is_no_update_is_passed_over():
    sent = [
        update(1).to_dict(),
        {"update_id": 2, "message": {"text": "no number"}},
        None,
        7,
        update(3).to_dict(),
    ]
    found = list(received(sent, None))
    assert [each.update.update_id for each in found] == [1, 3]
    assert json.loads(found[0].body) == sent[0]
