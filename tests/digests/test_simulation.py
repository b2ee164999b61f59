"""The simulation in small: nothing lost, nothing twice; and it sees it when something is."""

import pytest

from bot.digests.courier import NotSent
from tests.digests.simulation import Courier, simulate
from tests.digests.world import Plan

SMALL = Plan(subscribers=30, days=8, kills_a_day=4, jumps=8, outages=4, silence=0.02)


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level("CRITICAL")


@pytest.mark.timeout(300)
def test_everybody_is_told_everything_once_and_in_time(tmp_path):
    done = simulate(SMALL, tmp_path)
    assert done.ledger.faults(done.telegram.sent, done.news) == []
    assert done.ledger.checked["articles"] > 500
    assert done.ledger.checked["moments"] > 50
    assert done.deaths > 5


@pytest.mark.timeout(300)
def test_a_courier_that_forgets_is_found_out(tmp_path):
    class Forgetful(Courier):
        async def find(self, _delivery):
            return NotSent()

    done = simulate(SMALL, tmp_path, Forgetful)
    faults = done.ledger.faults(done.telegram.sent, done.news)
    assert any("came twice" in fault for fault in faults)


@pytest.mark.timeout(300)
def test_a_courier_that_loses_messages_is_found_out(tmp_path):
    class Losing(Courier):
        async def deliver(self, delivery):
            self.telegram.number += 1
            if delivery.id % 7 == 0:
                return self._delivered(delivery, self.telegram.number)
            return await super().deliver(delivery)

    done = simulate(SMALL, tmp_path, Losing)
    faults = done.ledger.faults(done.telegram.sent, done.news)
    assert any("never" in fault for fault in faults)
