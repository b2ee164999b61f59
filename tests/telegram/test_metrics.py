"""Counters and their text for Prometheus."""

import re

from bot.telegram.metrics import RECENT, Metrics


def test_counters_by_kind_and_in_all():
    metrics = Metrics()
    metrics.count("refusals", "pace")
    metrics.count("refusals", "day", 2)
    assert metrics.total("refusals") == 3
    assert 'whosaid_refusals_total{kind="day"} 2' in metrics.text()


def test_every_counter_is_there_from_the_start_and_every_line_well_formed():
    metrics = Metrics()
    metrics.answered("answered", 0.3)
    lines = metrics.text().splitlines()
    assert "whosaid_updates_total 0" in lines
    sample = re.compile(r'[a-z_]+(\{[a-z]+="[^"]+"\})? [0-9.]+')
    assert all(line.startswith(("# HELP ", "# TYPE ")) or sample.fullmatch(line) for line in lines)


def test_the_histogram_counts_upwards():
    metrics = Metrics()
    for seconds in (0.01, 0.2, 20.0):
        metrics.answered("answered", seconds)
    counts = [int(count) for count in re.findall(r'_bucket\{le="[^"]+"\} (\d+)', metrics.text())]
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (1, 3)
    assert "whosaid_answer_seconds_sum 20.210000" in metrics.text()


def test_percentiles_are_of_the_recent_answers():
    metrics = Metrics()
    assert metrics.percentile(0.95) == 0.0
    for number in range(RECENT + 100):
        metrics.answered("answered", number)
    assert metrics.percentile(0.0) == 100
    assert metrics.percentile(1.0) == RECENT + 99
