"""The circuit breaker, with a clock of the test's own."""

import pytest

from bot.llm.breaker import Breaker


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker(failures=2, rest=10.0, longest_rest=25.0, clock=clock)


def test_one_failure_changes_nothing(breaker):
    breaker.failed()
    assert breaker.allows()
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()


def test_after_two_nothing_is_tried_until_the_rest_is_over(breaker, clock):
    breaker.failed()
    breaker.failed()
    assert not breaker.allows()
    clock.now += 9.9
    assert not breaker.allows()
    clock.now += 0.1
    assert breaker.allows()
    assert not breaker.allows()  # one attempt decides
    breaker.succeeded()
    assert breaker.allows()
    assert breaker.allows()


def test_rests_double_up_to_a_bound(breaker, clock):
    rests = []
    breaker.failed()
    for _ in range(4):
        breaker.failed()
        began = clock.now
        while not breaker.allows():
            clock.now += 1.0
        rests.append(clock.now - began)
    assert rests == [10.0, 10.0, 20.0, 25.0]


def test_a_rest_that_is_asked_for_begins_at_once(breaker, clock):
    breaker.failed(rest=20.0)
    clock.now += 19.0
    assert not breaker.allows()
    clock.now += 1.0
    assert breaker.allows()
