"""Requests over many connections: bounded, in turn, and none lost to a request that was broken off."""

import asyncio

import pytest

from bot.telegram.lanes import Lanes
from tests.telegram.fake_api import TOKEN, FakeTelegram, Fault
from tests.telegram.fake_pace import WIDE


@pytest.fixture
def api():
    with FakeTelegram(WIDE) as server:
        yield server


@pytest.fixture
async def lanes():
    opened = Lanes(2, 5.0)
    await opened.initialize()
    yield opened
    await opened.shutdown()


async def ask(api, lanes):
    return await lanes.do_request(f"{api.base_url}{TOKEN}/getMe", "POST", None)


async def ask_a_slow_one(api, lanes, fault):
    """A request that has reached the server, which takes its time."""
    api.fail("getMe", fault)
    asking = asyncio.create_task(ask(api, lanes))
    await asyncio.to_thread(api.wait, lambda: not api._faults["getMe"])
    return asking


async def test_requests_are_answered_and_no_more_at_once_than_there_are_lanes(api, lanes):
    answers = await asyncio.gather(*(ask(api, lanes) for _ in range(20)))
    assert [code for code, _ in answers] == [200] * 20
    assert len(lanes._free) == 2


async def test_a_request_that_is_broken_off_frees_its_lane(api, lanes):
    for _ in range(5):
        broken = await ask_a_slow_one(api, lanes, Fault(silence=0.5))
        broken.cancel()
        with pytest.raises(asyncio.CancelledError):
            await broken
    began = asyncio.get_running_loop().time()
    assert [code for code, _ in await asyncio.gather(*(ask(api, lanes) for _ in range(4)))] == [200] * 4
    assert asyncio.get_running_loop().time() - began < 0.9


async def test_a_slow_request_holds_up_only_its_lane(api, lanes):
    slow = await ask_a_slow_one(api, lanes, Fault(silence=0.6, done=True))
    assert (await ask(api, lanes))[0] == 200
    assert not slow.done()
    slow.cancel()


def test_how_long_telegram_may_take():
    assert Lanes(1, 7.0).read_timeout == 7.0
