"""What the words of a claim weigh that its sources do not cover."""

from collections import defaultdict

FREE = 0.2
LIMIT = 1.0
UNCOVERED: dict[tuple[str, str], float] = defaultdict(
    lambda: FREE,
)
