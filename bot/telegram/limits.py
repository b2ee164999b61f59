"""How often somebody may ask in a minute; it knows nothing of who somebody is and of what is asked."""

import math
from dataclasses import dataclass, field

from bot.telegram.pace import Meter, Rate

_REMEMBERED = 5000


@dataclass(slots=True)
class Allowance:
    """So many a minute for each key, all of them at once if need be; 0 for any number."""

    per_minute: int
    _meters: dict[int, Meter] = field(default_factory=dict)

    def wait(self, key: int, now: float, count: int = 1) -> int:
        """Take `count` and return 0, or take nothing and return the seconds until there is room.

        More than a minute's allowance at once is let through when nothing was taken before.
        """
        if not self.per_minute:
            return 0
        if len(self._meters) >= _REMEMBERED:
            self._meters = {key: meter for key, meter in self._meters.items() if meter.due > now}
        meter = self._meters.setdefault(key, Meter(Rate(self.per_minute / 60, self.per_minute)))
        before = meter.due
        seconds = meter.delay(now)
        if seconds > 0:
            meter.due = before
            return math.ceil(seconds)
        meter.due += (count - 1) * 60 / self.per_minute
        return 0
