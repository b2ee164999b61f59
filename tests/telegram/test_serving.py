"""The life of the service: what is old is removed, what an earlier run left is answered first."""

import time
from dataclasses import replace

from bot.errors import StoreBusy
from tests.store.test_inbox import shown
from tests.telegram.support import FakeAnswerer, said, sent, services_of, serving_with, until


async def test_what_is_too_old_is_removed_at_the_start(api):
    with services_of(FakeAnswerer(said), keep_days=10) as services:
        for days in (9, 11):
            services.store.shown.keep(replace(shown(), at=int(time.time()) - days * 86_400))
        async with serving_with(api, services):
            api.write("hello?", chat=9)
            await sent(api, 1)
            await until(lambda: len(services.store.personal.export(7)["answers_shown"]) == 1)


async def test_a_removal_that_failed_is_tried_again(api, monkeypatch):
    monkeypatch.setattr("bot.telegram.serving.TIDY_AGAIN", 0.01)
    tries: list[int] = []

    def failing(before, _day):
        tries.append(before)
        if len(tries) == 1:
            raise StoreBusy("another process is writing")
        return 0

    with services_of(FakeAnswerer(said), keep_days=10) as services:
        monkeypatch.setattr(services.store.personal, "prune", failing)
        async with serving_with(api, services):
            await until(lambda: len(tries) == 2)


async def test_nothing_is_removed_when_the_operator_keeps_all(api):
    with services_of(FakeAnswerer(said), keep_days=0) as services:
        services.store.shown.keep(replace(shown(), at=1))
        async with serving_with(api, services):
            api.write("hello?", chat=9)
            await sent(api, 1)
        assert len(services.store.personal.export(7)["answers_shown"]) == 1
