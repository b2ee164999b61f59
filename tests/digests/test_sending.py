"""The sender: in order, at an allowed pace, once, whatever happens on the way."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from bot.digests.sending import LOOKS, TRIES, Sender, Tempo
from bot.store import Decided, Edition, Head, Store, open_store
from bot.subscriptions.schedule import QuietHours, Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import DigestItem, Scope
from tests.digests.fake_courier import PER_PAGE, UNANSWERED, UNKNOWABLE, FakeCourier

NOW = 1_940_000_000


@dataclass
class Office:
    """A store, a courier, a sender and a clock."""

    store: Store
    now: float = NOW

    def __post_init__(self) -> None:
        self.courier = FakeCourier(lambda: self.now)
        self.restart()

    def restart(self, tempo: Tempo | None = None) -> None:
        """A new process."""
        self.sender = Sender(self.store, self.courier, tempo or Tempo())

    def put(
        self, chat: int = 1, items: int = 1, topic: str = "water", quiet: QuietHours | None = None
    ) -> int:
        """Something is decided; the number of the delivery."""
        place, scope = Place(f"telegram:{chat}"), Scope("topic", topic)
        manner = Manner(Schedule("daily"), quiet=quiet)
        one = self.store.subscriptions.save(place, scope, "en", manner, NOW)
        told = tuple(
            DigestItem("story", f"{chat} {topic} {n}", (), (f"{chat} {topic} {n}",)) for n in range(items)
        )
        edition = Edition(Head(scope, "en", 0, NOW, "UTC"), told)
        self.store.outbox.commit([Decided(one.id, one.next_due, one.next_due, NOW, 0, False, edition)], NOW)
        return sum(self.store.outbox.counts().values())

    async def run(self, seconds: float = 0, every: float = 0.5) -> None:
        """Time passes."""
        end = self.now + seconds
        await self.sender.step(self.now)
        await self.sender.finish()
        while self.now < end:
            self.now += every
            await self.sender.step(self.now)
            await self.sender.finish()

    def state(self, number: int = 1) -> str:
        found = self.store.outbox.get(number)
        assert found is not None
        return found.state


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_store(tmp_path / "library.db") as store:
        yield Office(store)


async def test_a_digest_is_sent_once(office):
    office.put()
    await office.run(60)
    assert office.courier.arrived() == [("telegram:1", 0)]
    assert office.state() == "sent"
    assert office.store.outbox.get(1).messages == (1001,)


async def test_pages_come_in_order_and_none_twice(office):
    office.put(items=2 * PER_PAGE + 1)
    office.put(topic="ferry")
    office.courier.troubles = [None, "down", None, "held"]
    await office.run(120)
    assert office.courier.arrived() == [("telegram:1", page) for page in (0, 1, 2, 0)]
    assert office.store.outbox.get(1).messages == (1001, 1002, 1003)


async def test_a_chat_gets_one_message_a_second_and_a_group_one_in_three(office):
    office.put(1, items=3 * PER_PAGE)
    office.put(-2, items=3 * PER_PAGE)
    await office.run(20, every=0.25)
    for chat, pause in (("telegram:1", 1), ("telegram:-2", 3)):
        times = [message.at for message in office.courier.messages if message.chat == chat]
        assert len(times) == 3
        assert min(late - early for early, late in pairwise(times)) >= pause


async def test_all_together_get_no_more_than_so_many_a_second(office):
    office.restart(Tempo(per_second=5, burst=4))
    for chat in range(1, 31):
        office.put(chat)
    await office.run(10, every=0.1)
    times = [message.at for message in office.courier.messages]
    assert len(times) == 30
    assert times[3] == NOW
    for first in range(len(times)):
        within = [one for one in times if times[first] <= one < times[first] + 1]
        assert len(within) <= 4 + 5


async def test_one_chat_that_is_held_holds_up_no_other(office):
    office.put(1)
    office.put(2)
    office.courier.troubles = ["held"]
    await office.run(20)
    assert office.courier.arrived() == [("telegram:2", 0)]
    await office.run(15)
    assert office.courier.arrived() == [("telegram:2", 0), ("telegram:1", 0)]


async def test_when_all_are_held_nothing_goes(office):
    office.put(1)
    await office.run()
    office.put(2)
    office.put(3)
    office.courier.troubles = ["all held"]
    office.restart(Tempo(at_once=1))
    await office.run(29)
    assert len(office.courier.asked) == 2
    await office.run(10)
    assert len(office.courier.messages) == 3


async def test_when_one_after_the_other_is_held_all_are_meant(office):
    office.restart(Tempo(per_second=1, burst=1))
    for chat in range(1, 9):
        office.put(chat)
    office.courier.troubles = ["held"] * 3
    await office.run(20)
    assert len(office.courier.asked) == 3
    await office.run(60)
    assert len(office.courier.messages) == 8


async def test_what_fails_is_tried_later_and_later(office):
    office.put()
    office.courier.troubles = ["down"] * 4
    times = []
    for _ in range(100):
        asked = len(office.courier.asked)
        await office.run()
        times += [office.now] * (len(office.courier.asked) - asked)
        office.now += 1
    assert [late - early for early, late in pairwise(times)] == [5, 10, 20, 40]
    assert office.state() == "sent"


async def test_a_long_outage_loses_nothing(office):
    office.put()
    office.courier.troubles = ["down"] * 100
    await office.run(2 * 86_400, every=300)
    assert office.state() == "sent"
    assert office.store.outbox.get(1).attempts == 0


async def test_what_comes_late_does_not_come_in_quiet_hours(office):
    minute = NOW % 86_400 // 60  # NOW is in UTC
    office.put(quiet=QuietHours(minute + 10, minute + 60))
    office.courier.troubles = ["down"] * 7
    await office.run(3500, every=10)
    assert office.courier.messages == []
    await office.run(200, every=10)
    assert [round(message.at - NOW, -2) for message in office.courier.messages] == [3600]


@pytest.mark.parametrize("trouble", ["blocked", "deleted"])
async def test_who_is_gone_gets_nothing_more(office, trouble):
    office.put()
    office.put(topic="ferry")
    office.courier.troubles = [trouble]
    await office.run(60)
    assert office.courier.messages == []
    assert [office.state(1), office.state(2)] == ["failed", "failed"]
    assert office.store.subscriptions.counts() == {trouble: 2}


async def test_a_chat_that_moved_is_followed(office):
    office.put(-1)
    office.courier.troubles = ["moved"]
    await office.run(10)
    assert office.courier.arrived() == [("telegram:-100", 0)]
    assert len(office.store.subscriptions.of_place(Place("telegram:-100"))) == 1


async def test_what_is_refused_holds_nothing_up(office, caplog):
    office.put()
    office.put(topic="ferry")
    office.courier.troubles = ["refused"]
    await office.run(10)
    assert [office.state(1), office.state(2)] == ["failed", "sent"]
    assert "too odd" in caplog.text


@pytest.mark.parametrize(("trouble", "asked"), [("silent", 1), ("lost", 2)])
async def test_without_an_answer_it_is_looked_for_and_sent_again_only_if_it_is_not_there(
    office, trouble, asked
):
    office.put()
    office.courier.troubles = [trouble]
    await office.run(30)
    assert office.courier.arrived() == [("telegram:1", 0)]
    assert len(office.courier.asked) == asked
    assert office.state() == "sent"
    assert not office.courier.messages[0].may_repeat


async def test_what_nobody_knows_is_sent_with_a_word_about_it(office):
    office.put(items=PER_PAGE + 1)
    office.courier.troubles = ["silent"]
    office.courier.looks = [UNKNOWABLE]
    await office.run(30)
    assert [(one.page, one.may_repeat) for one in office.courier.messages] == [
        (0, False),
        (0, True),
        (1, False),
    ]


async def test_what_nobody_answers_for_is_not_waited_for_for_ever(office):
    office.put()
    office.courier.troubles = ["lost"]
    office.courier.looks = [UNANSWERED] * (LOOKS + 5)
    await office.run(30 * 900, every=60)
    assert [(one.page, one.may_repeat) for one in office.courier.messages] == [(0, True)]


@pytest.mark.parametrize("arrived", [True, False])
async def test_after_a_crash_while_sending_it_comes_once(office, arrived):
    office.put()
    (one,) = office.store.outbox.waiting(NOW, 9)
    office.store.outbox.begin([(one.id, office.courier.mark("telegram:1"))])
    if arrived:
        office.courier.bring(one)
    office.restart()
    await office.run(10)
    assert office.courier.arrived() == [("telegram:1", 0)]
    assert office.state() == "sent"


async def test_a_defect_ends_neither_the_sender_nor_its_chat(office, caplog):
    office.put(1)
    office.put(1, topic="ferry")
    office.put(2)
    office.courier.troubles = ["defect"] + [None] + ["defect"] * TRIES
    with caplog.at_level(logging.ERROR):
        await office.run(3000, every=5)
    assert [office.state(number) for number in (1, 2, 3)] == ["failed", "sent", "sent"]
    assert "a defect" not in caplog.text, "what foreign errors say may be somebody's words"


async def test_a_clock_that_goes_back_stops_nothing(office):
    office.put(1)
    await office.run(5)
    office.put(1, topic="ferry")
    office.courier.troubles = ["all held"]
    await office.run(1)
    office.now -= 86_400
    await office.run(2)
    assert [office.state(1), office.state(2)] == ["sent", "sent"]


async def test_it_says_whether_there_is_more(office):
    assert not await office.sender.step(NOW)
    office.put()
    assert await office.sender.step(NOW)
    await office.sender.finish()
    assert not await office.sender.step(NOW + 1)
