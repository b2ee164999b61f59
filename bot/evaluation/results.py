"""What became of the cases of one run, and the rates and times of them; it knows nothing of how they ran."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ALL = "all"


@dataclass(frozen=True, slots=True)
class TurnResult:
    """One answer, judged."""

    question: str
    misses: tuple[str, ...]  # of what was expected
    violations: tuple[str, ...]  # of groundedness
    claims: int
    ms: float


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: as expected when every turn is, grounded when every turn is."""

    id: str | int
    category: str
    turns: tuple[TurnResult, ...]

    @property
    def expected(self) -> bool:
        """Whether every answer was what a careful reader expects."""
        return not any(turn.misses for turn in self.turns)

    @property
    def grounded(self) -> bool:
        """Whether no answer said what its sources do not."""
        return not any(turn.violations for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cases of a category there are, and how many of them went well."""

    category: str
    cases: int
    expected: int
    grounded: int


def tallies(results: Sequence[CaseResult]) -> list[Tally]:
    """A tally for each category, in alphabetical order, and one for all cases at the end."""
    names = sorted({result.category for result in results})
    rows = [_tally(name, (result for result in results if result.category == name)) for name in names]
    return [*rows, _tally(ALL, results)]


def _tally(name: str, results: Iterable[CaseResult]) -> Tally:
    chosen = list(results)
    expected, grounded = (sum(getattr(one, what) for one in chosen) for what in ("expected", "grounded"))
    return Tally(name, len(chosen), expected, grounded)


def percentile(results: Sequence[CaseResult], share: float) -> float:
    """The answer time in milliseconds that `share` of all answers stay within (nearest rank)."""
    times = sorted(turn.ms for result in results for turn in result.turns)
    return times[max(0, math.ceil(share * len(times)) - 1)] if times else 0.0
