"""Values by id that were lately asked for and are still at hand; it knows nothing of what they are."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Looks up what it lacks, all at once, and keeps the last ones; for one thread at a time."""

    def __init__(self, look_up: Callable[[Sequence[int]], dict[int, Value]], most: int) -> None:
        self._look_up = look_up
        self._most = most
        self._values: dict[int, Value] = {}

    def get(self, ids: Iterable[int]) -> dict[int, Value]:
        """Values by id; ids that have none are left out."""
        wanted = set(ids)
        missing = [number for number in wanted if number not in self._values]
        if missing:
            self._values.update(self._look_up(missing))
        found = {number: self._values[number] for number in wanted if number in self._values}
        for oldest in list(self._values)[: -self._most]:
            del self._values[oldest]
        return found

    def clear(self) -> None:
        """Forget them all."""
        self._values.clear()
