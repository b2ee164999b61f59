"""Counting what became of inputs."""

from bot.ingest.report import Progress, Tally
from bot.models import Failure


def test_counts() -> None:
    tally = Tally()
    tally.add(["added", "duplicate", "updated", "added", "unchanged"])
    tally.fail(Failure("a:1", "bad"))
    report = tally.report(1.23456)
    assert (report.added, report.updated, report.duplicates, report.unchanged) == (2, 1, 1, 1)
    assert (report.failed, report.seconds) == ((Failure("a:1", "bad"),), 1.235)
    assert tally.progress("a") == Progress(seen=6, stored=3, failed=1, place="a")
