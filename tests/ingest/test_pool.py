"""Several processes: same result, same order, nothing lost when one is killed."""

import os
import signal
from collections.abc import Iterator
from multiprocessing import active_children

from bot.ingest.pool import analysed, attempt
from bot.models import Analysed, Draft, Failure


def drafts(count: int) -> Iterator[Draft]:
    return (Draft(f"u{number}", "T", f"Mayor Holm said bridge {number} was safe.") for number in range(count))


def test_a_killed_process_loses_nothing() -> None:
    found = []
    for item in analysed(drafts(150), 2):
        assert isinstance(item, Analysed)
        found.append(item.draft.url)
        if len(found) == 60:
            os.kill(active_children()[0].pid or 0, signal.SIGKILL)
    assert found == [f"u{number}" for number in range(150)]


def test_one_worker_and_few_drafts_stay_in_this_process() -> None:
    before = active_children()  # those of other tests may take a while to end
    assert [item.draft.url for item in analysed(drafts(3), 4) if isinstance(item, Analysed)] == [
        "u0",
        "u1",
        "u2",
    ]
    assert len(list(analysed(drafts(60), 1))) == 60
    assert {child.pid for child in active_children()} <= {child.pid for child in before}


def test_a_defect_costs_one_article_only_and_is_named() -> None:
    def defective(draft: Draft) -> Analysed:
        raise LookupError(draft.title)

    result = attempt(Draft("https://x.example.org/a", "Bridge", "text"), defective)
    assert isinstance(result, Failure)
    assert result.source == "https://x.example.org/a"
    assert "LookupError('Bridge')" in result.error
