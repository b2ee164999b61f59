"""Counts what the bot does, for /stats and for Prometheus; it knows no person, no chat and no text.

The text format: https://prometheus.io/docs/instrumenting/exposition_formats/
"""

import time
from collections import Counter, deque
from dataclasses import dataclass, field

BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds
RECENT = 1000  # answers that percentiles are taken of

_HELP = {
    "updates": "updates handled",
    "answers": "questions by how they ended",
    "errors": "updates that failed",
    "refusals": "questions, additions and presses not taken, by the limit that was reached",
    "reports": "citations that readers called wrong",
    "digest_messages": "messages of digests by what became of them",
}


@dataclass(slots=True)
class Metrics:
    """Counters since the start; `waiting` is set by whoever holds the queue."""

    counters: Counter[tuple[str, str]] = field(default_factory=Counter)  # by name and kind
    began: float = field(default_factory=time.monotonic)
    waiting: int = 0
    _seconds: deque[float] = field(default_factory=lambda: deque(maxlen=RECENT))
    _buckets: Counter[float] = field(default_factory=Counter)
    _sum: float = 0.0
    _answers: int = 0

    def count(self, name: str, kind: str = "", number: int = 1) -> None:
        """Add to a counter."""
        self.counters[name, kind] += number

    def answered(self, kind: str, seconds: float) -> None:
        """Note one answer: "answered", or the kind of refusal; and how long it took to be sent."""
        self.count("answers", kind)
        self._seconds.append(seconds)
        self._sum += seconds
        self._answers += 1
        for bucket in BUCKETS:
            self._buckets[bucket] += seconds <= bucket

    def total(self, name: str) -> int:
        """A counter over all its kinds."""
        return sum(number for (each, _), number in self.counters.items() if each == name)

    def percentile(self, share: float) -> float:
        """Seconds within which that share of the recent answers was sent; 0 without any."""
        ordered = sorted(self._seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    def text(self) -> str:
        """Everything, as Prometheus reads it."""
        lines = []
        for name, about in _HELP.items():
            lines += [f"# HELP whosaid_{name}_total {about}", f"# TYPE whosaid_{name}_total counter"]
            found = sorted((kind, number) for (each, kind), number in self.counters.items() if each == name)
            lines += [_sample(name, kind, number) for kind, number in found or [("", 0)]]
        lines += ["# HELP whosaid_waiting updates waiting", "# TYPE whosaid_waiting gauge"]
        lines += [f"whosaid_waiting {self.waiting}", *self._histogram()]
        return "\n".join(lines) + "\n"

    def _histogram(self) -> list[str]:
        name = "whosaid_answer_seconds"
        counts = [(f"{bucket:g}", self._buckets[bucket]) for bucket in BUCKETS] + [("+Inf", self._answers)]
        return [
            f"# HELP {name} from taking a question up to its answer being sent",
            f"# TYPE {name} histogram",
            *(f'{name}_bucket{{le="{bound}"}} {count}' for bound, count in counts),
            f"{name}_sum {self._sum:.6f}",
            f"{name}_count {self._answers}",
        ]


def _sample(name: str, kind: str, number: int) -> str:
    label = f'{{kind="{kind}"}}' if kind else ""
    return f"whosaid_{name}_total{label} {number}"
