"""The simulation in small: nothing lost, nothing twice; and it sees it when something is.

Once with the news made up item by item, once with articles in both languages that are taken in, grouped and
composed as in earnest.
"""

from dataclasses import replace

import pytest

from bot.digests.courier import NotSent
from tests.digests.simulation import Courier, simulate, simulate_real
from tests.digests.world import Plan

SMALL = Plan(subscribers=30, days=8, kills_a_day=4, jumps=8, outages=4, silence=0.02)
REAL = Plan(subscribers=24, days=10, articles_a_day=7, kills_a_day=4, jumps=4, outages=2, silence=0.02)


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


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2, 3, 16])
def test_of_real_articles_no_fact_comes_twice_in_other_words_or_the_other_language(tmp_path, seed):
    done = simulate_real(replace(REAL, seed=seed), tmp_path)
    sent = done.news.in_first_words(done.telegram.sent)
    assert done.ledger.faults(sent, done.news) == []
    updates = [item for one in sent for item in one.items if item.update]
    assert len(updates) > 5
    assert done.ledger.checked["articles"] > 50


@pytest.mark.timeout(300)
def test_a_fact_retold_is_found_out(tmp_path):
    done = simulate_real(replace(REAL, subscribers=8), tmp_path)
    line = {(fact, text.isascii()): text for text, fact in done.news.facts.items()}
    fact = next(fact for fact, is_english in line if not is_english and (fact, True) in line)
    told = next(one for one in done.telegram.sent if one.items)
    twice = [
        told._replace(delivery=number, items=(told.items[0]._replace(lines=(line[fact, is_english],)),))
        for number, is_english in enumerate((True, False))
    ]
    faults = done.ledger.faults(done.news.in_first_words(twice), done.news)
    assert any("was told twice" in fault for fault in faults)
