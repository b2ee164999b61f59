"""Decides what becomes of an article that comes in; pure, it knows nothing of tables or files."""

from dataclasses import dataclass

from bot.models import Outcome


@dataclass(frozen=True, slots=True)
class Known:
    """What the library holds under the address and under the fingerprint of an article that comes in."""

    article_id: int | None = None  # the article at this address
    version: int = 0  # its current version
    holder: int | None = None  # the article that has, or once had, this very title and text


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do: add an article, add a version to one, or nothing."""

    outcome: Outcome
    article_id: int | None = None  # the article that it is about; None for one to be added
    version: int = 1  # the version to write, when something is written


def decide(known: Known | None) -> Decision:
    """Compare an incoming article with what the library holds.

    A text counts as known in any version of any article, not only in the current ones. So whatever was
    stored once is never written again: taking in the same inputs a second time, or once more from the
    start after a killed run, always ends in the same library. The price is that an article that goes
    back to an earlier wording stays at the later one.
    """
    if known is None or (known.article_id is None and known.holder is None):
        return Decision("added")
    if known.holder is not None:
        outcome: Outcome = "unchanged" if known.holder == known.article_id else "duplicate"
        return Decision(outcome, known.holder)
    return Decision("updated", known.article_id, known.version + 1)
