"""Writes of many share transactions, and each is told of its own."""

import asyncio
import sqlite3
import threading
from contextlib import closing

import pytest

from bot.errors import StoreBusy, StoreError
from bot.store import open_store


def committed(path):
    """Who has a role, as another process sees it."""
    with closing(sqlite3.connect(path)) as other:
        return [person for (person,) in other.execute("SELECT person FROM people ORDER BY person")]


def role(store, person):
    return store.people.roles().get(person)


def give(store, person, name="reader"):
    return lambda: store.people.set_role(person, name, 1)


async def test_what_comes_while_a_transaction_is_made_is_written_together_in_the_next(store, path):
    is_writing, may_go_on = threading.Event(), threading.Event()
    seen = []

    def first():
        is_writing.set()
        may_go_on.wait(10)

    def look():
        seen.append((role(store, 2), committed(path)))

    writes = [asyncio.create_task(store.clerk.write(first))]
    await asyncio.to_thread(is_writing.wait, 10)
    writes += [
        asyncio.create_task(store.clerk.write(work)) for work in (give(store, 2), look, give(store, 3))
    ]
    await asyncio.sleep(0)
    may_go_on.set()
    await asyncio.gather(*writes)
    assert seen == [("reader", [])]
    assert committed(path) == [2, 3]


async def test_what_is_told_to_be_written_is_committed(store, path):
    for person in (1, 2):
        await store.clerk.write(give(store, person))
        assert committed(path)[-1] == person


async def test_each_is_told_what_its_work_returned_in_the_order_of_asking(store):
    done = []
    results = await asyncio.gather(
        *(store.clerk.write(lambda number=number: done.append(number) or -number) for number in range(20))
    )
    assert results == [-number for number in range(20)]
    assert done == [*range(20)]


@pytest.mark.parametrize("error", [StoreError, KeyError])
async def test_what_fails_is_undone_and_takes_nothing_from_the_others(store, error):
    def fails():
        store.people.set_role(5, "reader", 1)
        raise error("no")

    outcomes = await asyncio.gather(
        *map(store.clerk.write, (give(store, 4), fails, give(store, 6))), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), error, type(None)]
    assert store.people.roles() == {4: "reader", 6: "reader"}


async def test_an_error_of_sqlite_is_told_as_ours(store):
    with pytest.raises(StoreError, match="cannot be used"):
        await store.clerk.write(lambda: store.feeds.add(None, "", "", 0, 0))


async def test_all_are_told_at_once_that_another_process_writes(path):
    open_store(path).close()
    with (
        open_store(path, busy_seconds=0.2) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        writes = (store.clerk.write(give(store, person)) for person in range(30))
        async with asyncio.timeout(3):
            outcomes = await asyncio.gather(*writes, return_exceptions=True)
        assert {type(outcome) for outcome in outcomes} == {StoreBusy}
        other.execute("ROLLBACK")
        await store.clerk.write(give(store, 1))
        assert role(store, 1) == "reader"


async def test_whoever_gives_up_waiting_takes_nothing_from_the_others(store):
    first, second = (asyncio.create_task(store.clerk.write(give(store, person))) for person in (1, 2))
    await asyncio.sleep(0)
    first.cancel()
    await second
    assert store.people.roles() == {1: "reader", 2: "reader"}


def test_one_store_serves_one_loop_after_another(store):
    for person in (1, 2):
        asyncio.run(store.clerk.write(give(store, person)))
    assert store.people.roles() == {1: "reader", 2: "reader"}


def test_a_loop_that_ends_in_the_midst_leaves_a_clerk_that_writes(store):
    may_go_on = threading.Event()

    async def leave():
        for work in (lambda: may_go_on.wait(10), give(store, 1)):
            asyncio.get_running_loop().create_task(store.clerk.write(work))
            for _ in range(3):
                await asyncio.sleep(0)

    asyncio.run(leave())
    may_go_on.set()
    asyncio.run(store.clerk.write(give(store, 2)))
    assert role(store, 2) == "reader"
