"""The button "wrong citation"."""

import asyncio

from bot.models import Claim
from bot.telegram.texts import EN
from tests.telegram.support import FakeAnswerer, answer_of, citation, quoted, sent, services_of, serving_with

TWO = answer_of(*(Claim(f"Claim {n}.", "Ann", "indirect", (citation(n, "q"),)) for n in (1, 2)))


def rows(api):
    return [[b["text"] for b in row] for row in api.sent()[0]["reply_markup"]["inline_keyboard"]]


async def press(api, text, message=None):
    query = api.press_text(text, message or api.sent()[0])
    await asyncio.to_thread(api.wait, lambda: query in api.toasts)
    return api.toasts[query]


async def test_of_several_the_number_is_asked_for_and_the_buttons_come_back(api):
    with services_of(FakeAnswerer(lambda _: TWO)) as services:
        async with serving_with(api, services):
            api.write("what?")
            await sent(api, 1)
            before = rows(api)
            assert await press(api, EN.wrong) == (EN.which_wrong, False)
            await asyncio.to_thread(api.wait, lambda: rows(api) == [["[1]", "[2]"], [EN.back]])
            await press(api, EN.back)
            await asyncio.to_thread(api.wait, lambda: rows(api) == before)
            await press(api, EN.wrong)
            await asyncio.to_thread(api.wait, lambda: [EN.back] in rows(api))
            assert await press(api, "[2]") == (EN.noted, True)
            await asyncio.to_thread(api.wait, lambda: rows(api) == before)
        [report] = services.store.reports.all()
    assert (report.number, report.answer) == (2, TWO)
    assert services.metrics.total("reports") == 1


async def test_the_only_citation_is_noted_at_once_and_only_once_a_person(api):
    with services_of(FakeAnswerer(lambda _: quoted())) as services:
        async with serving_with(api, services):
            api.write("what?")
            await sent(api, 1)
            assert await press(api, EN.wrong) == (EN.noted, True)
            assert await press(api, EN.wrong) == (EN.noted_before, True)
        assert len(services.store.reports.all()) == 1
    assert services.metrics.total("reports") == 1
