"""Rates and times of results."""

import pytest

from bot.evaluation.results import CaseResult, Tally, TurnResult, percentile, tallies


def turn(misses=(), violations=(), ms=1.0):
    return TurnResult("who?", misses, violations, 1, ms)


def test_a_case_is_as_good_as_its_worst_turn():
    results = [
        CaseResult("1", "said", (turn(), turn(misses=("missing",)))),
        CaseResult("2", "said", (turn(violations=("number",)),)),
        CaseResult("3", "event", (turn(),)),
    ]
    assert tallies(results) == [Tally("event", 1, 1, 1), Tally("said", 2, 1, 1), Tally("all", 3, 2, 2)]


@pytest.mark.parametrize(("share", "time"), [(0.5, 50), (0.95, 95), (1.0, 100), (0.0, 1)])
def test_percentiles_are_nearest_ranks(share, time):
    results = [CaseResult("1", "said", tuple(turn(ms=float(ms)) for ms in range(100, 0, -1)))]
    assert percentile(results, share) == time


def test_nothing_was_run():
    assert tallies([]) == [Tally("all", 0, 0, 0)]
    assert percentile([], 0.95) == 0
