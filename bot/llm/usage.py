"""What a call of a model took; it knows neither where that is kept nor how much may be taken.

Tokens are what the server counts; where it does not count, they are guessed from the length of the texts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

BYTES_A_TOKEN = 4  # of English and, in UTF-8, of Russian, roughly: for servers that do not count
Outcome = Literal["done", "failed"]


@dataclass(frozen=True, slots=True)
class Call:
    """One call: which prompt in which version to which model, and what it took."""

    task: str
    version: str
    model: str
    tokens_in: int
    tokens_out: int
    ms: float
    outcome: Outcome


Record = Callable[[Call], None]


def unrecorded(_call: Call) -> None:
    """Nobody keeps count."""


def guessed_tokens(text: str) -> int:
    """Roughly the tokens of a text."""
    return len(text.encode("utf-8", "replace")) // BYTES_A_TOKEN + 1
