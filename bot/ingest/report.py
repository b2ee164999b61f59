"""Counts what became of the inputs of one run; pure, it knows nothing of reading and storing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.models import Failure, IngestReport, Outcome


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come."""

    seen: int  # articles and failures so far
    stored: int  # of them, added or updated
    failed: int
    place: str  # the input that is being read


class Tally:
    """The counts of a run in the making."""

    def __init__(self) -> None:
        self._outcomes: Counter[Outcome] = Counter()
        self._failures: list[Failure] = []

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Count articles that were stored or passed over."""
        self._outcomes.update(outcomes)

    def fail(self, failure: Failure) -> None:
        """Count an input that cannot be taken in."""
        self._failures.append(failure)

    def progress(self, place: str) -> Progress:
        """The counts so far."""
        stored = self._outcomes["added"] + self._outcomes["updated"]
        seen = self._outcomes.total() + len(self._failures)
        return Progress(seen, stored, len(self._failures), place)

    def report(self, seconds: float) -> IngestReport:
        """The counts at the end."""
        return IngestReport(
            added=self._outcomes["added"],
            updated=self._outcomes["updated"],
            duplicates=self._outcomes["duplicate"],
            unchanged=self._outcomes["unchanged"],
            failed=tuple(self._failures),
            seconds=round(seconds, 3),
        )
