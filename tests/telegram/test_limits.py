"""How often somebody may ask."""

from bot.telegram.limits import _REMEMBERED, Allowance


def test_a_minutes_worth_at_once_then_one_by_one():
    allowance = Allowance(3)
    assert [allowance.wait(1, 100.0) for _ in range(4)] == [0, 0, 0, 20]
    assert allowance.wait(1, 119.0) == 1
    assert allowance.wait(1, 120.5) == 0
    assert allowance.wait(2, 100.0) == 0


def test_several_at_once_count_as_several():
    allowance = Allowance(3)
    assert allowance.wait(1, 100.0, count=3) == 0
    assert allowance.wait(1, 100.0) == 20


def test_more_than_a_minutes_worth_is_let_through_once():
    allowance = Allowance(3)
    assert allowance.wait(1, 100.0, count=5) == 0
    assert allowance.wait(1, 120.0) > 0


def test_zero_means_any_number():
    assert {Allowance(0).wait(1, 1.0) for _ in range(99)} == {0}


def test_memory_is_bounded():
    allowance = Allowance(3)
    for key in range(3 * _REMEMBERED):
        allowance.wait(key, float(key))
    assert len(allowance._meters) <= _REMEMBERED + 1
