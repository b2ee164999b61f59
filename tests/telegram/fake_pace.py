"""How much the fake Bot API server lets through: token buckets; see `fake_api` for the source."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pace:
    """How much is let through: bursts, and how many a second in the long run."""

    chat: tuple[int, float] = (5, 1.0)
    group: tuple[int, float] = (20, 20 / 60)
    overall: tuple[int, float] = (30, 30.0)


WIDE = Pace(chat=(999, 999.0), group=(999, 999.0), overall=(999, 999.0))


@dataclass
class Bucket:
    """A token bucket."""

    size: int
    per_second: float
    filled: float = field(init=False)
    at: float = 0.0

    def __post_init__(self) -> None:
        self.filled = float(self.size)

    def missing(self, now: float) -> float:
        """Seconds until one more is let through; 0 takes it out."""
        self.filled = min(self.size, self.filled + (now - self.at) * self.per_second)
        self.at = now
        if self.filled >= 1:
            self.filled -= 1
            return 0.0
        return (1 - self.filled) / self.per_second
