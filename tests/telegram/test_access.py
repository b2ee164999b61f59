"""Who may ask, who may add, and how much."""

import pytest

from bot.telegram.access import Access
from bot.telegram.scene import Scene
from bot.telegram.texts import EN
from tests.telegram.support import FakeAnswerer, said, services_of

ME, GROUP = Scene(7, 7, is_private=True), Scene(-5, 7, is_private=False)


@pytest.mark.parametrize(
    ("access", "role", "words"),
    [
        ("open", None, ""),
        ("open", "barred", EN.barred),
        ("invite", None, EN.by_invitation),
        ("invite", "reader", ""),
        ("list", None, EN.by_list.format(person=7)),
        ("list", "editor", ""),
        ("list", "barred", EN.barred),
    ],
)
def test_modes_and_roles(access, role, words):
    with services_of(FakeAnswerer(said), access=access) as services:
        if role:
            services.store.people.set_role(7, role, 1)
        assert Access(services).closed(ME) == words


@pytest.mark.parametrize(
    ("role", "may"), [(None, False), ("reader", False), ("barred", False), ("editor", True)]
)
async def test_adding_is_a_right_of_its_own(role, may):
    with services_of(FakeAnswerer(said)) as services:
        access = Access(services)
        if role:
            await access.set_role(7, role)
        assert access.may_add(7) == may
        assert (await access.adding(ME) == "") == may


async def test_owners_may_everything_but_not_in_any_number_a_minute():
    with services_of(
        FakeAnswerer(said), owners=frozenset({7}), per_minute=2, per_day=1, access="list"
    ) as services:
        access = Access(services)
        assert [await access.refusal(ME) for _ in range(2)] == ["", ""]  # the day has no end for them
        assert "30 seconds" in await access.refusal(ME)


async def test_a_group_has_a_limit_beside_those_of_its_people():
    with services_of(FakeAnswerer(said), group_per_minute=1) as services:
        access = Access(services)
        assert await access.refusal(GROUP) == ""
        assert "many questions in this chat" in await access.refusal(Scene(-5, 8, is_private=False))
        assert await access.refusal(ME) == ""


async def test_what_was_refused_is_not_counted():
    with services_of(FakeAnswerer(said), per_day=3, per_day_all=4) as services:
        access = Access(services)
        assert await access.refusal(ME, 5) == EN.day_limit
        assert await access.refusal(ME, 3) == ""
        assert await access.refusal(ME) == EN.day_limit
        other = Scene(8, 8, is_private=True)
        assert await access.refusal(other, 2) == EN.day_limit_all
        assert await access.refusal(other, 1) == ""
        assert services.metrics.counters["refusals", "day"] == 3


async def test_an_invitation_is_for_one_and_for_some_days():
    with services_of(FakeAnswerer(said), access="invite") as services:
        access = Access(services)
        services.store.people.invite("old", "reader", 1)
        services.store.people.invite("new", "reader", 2**40)
        assert not await access.redeem("old", 7, 86_400)
        assert await access.redeem("new", 7, 86_400)
        assert not await access.redeem("new", 8, 86_400)
        assert (access.role(7), access.role(8)) == ("reader", None)
