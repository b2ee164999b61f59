"""Shows how far a long run has come, on standard error: a bar on a terminal, else a line now and then."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

BETWEEN = 10.0  # seconds between two lines: short runs say nothing


class Lines:
    """Progress for a log file: a line every few seconds."""

    def __init__(self, between: float = BETWEEN) -> None:
        self._between = between
        self._began = self._last = time.monotonic()

    def __call__(self, what: str, done: int, of: int | None = None) -> None:
        """Tell that `done` of a known or unknown number are done."""
        now = time.monotonic()
        if now - self._last >= self._between:
            self._last = now
            of_all = "" if of is None else f" of {of}"
            sys.stderr.write(f"{what}: {done}{of_all} after {now - self._began:.0f} s\n")
            sys.stderr.flush()


class Bar:
    """Progress for a person."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None)

    def __call__(self, what: str, done: int, of: int | None = None) -> None:
        """Tell that `done` of a known or unknown number are done."""
        self._bar.update(self._task, description=what, completed=done, total=of)


@contextmanager
def progress() -> Iterator[Bar | Lines]:
    """What a run tells its progress to."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Lines()
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        yield Bar(bar)
