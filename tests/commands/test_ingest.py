"""`whosaid ingest`."""

import json
from pathlib import Path

from bot.commands.ingest import readable_report
from bot.models import Failure, IngestReport
from tests.commands.conftest import Whosaid


def test_a_line_of_counts(whosaid: Whosaid, articles: Path) -> None:
    code, out, _ = whosaid("ingest", str(articles))
    assert code == 0
    assert out.startswith("2 added, 0 updated, 0 unchanged, 0 duplicates, 0 failed")


def test_what_failed_is_named_and_the_rest_goes_in(whosaid: Whosaid, articles: Path) -> None:
    code, out, _ = whosaid("ingest", "--json", str(articles), "gone.txt")
    report = json.loads(out)
    assert (code, report["added"]) == (0, 2)
    assert [failure["source"] for failure in report["failed"]] == ["gone.txt"]


def test_nothing_but_failures_fail(whosaid: Whosaid) -> None:
    assert whosaid("ingest", "gone.txt")[0] == 1


def test_an_address_that_must_not_be_asked_for_is_a_failure(whosaid: Whosaid) -> None:
    code, out, _ = whosaid("ingest", "http://127.0.0.1:8099/1")
    assert code == 1
    assert "an inner network" in out


def test_the_report_for_a_person() -> None:
    report = IngestReport(1, 2, 3, 4, (Failure("a.txt", "empty"),), 1.26)
    assert readable_report(report).splitlines() == [
        "1 added, 2 updated, 4 unchanged, 3 duplicates, 1 failed in 1.3 s",
        "  a.txt: empty",
    ]
