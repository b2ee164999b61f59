"""All checks of a claim against texts, together; it knows nothing of speakers."""

from collections.abc import Callable, Sequence

from bot.support.amounts import wrong_bounds, wrong_dates, wrong_numbers
from bot.support.borrowing import borrowed
from bot.support.case import Case, Reason, make_case
from bot.support.causes import invented_causes
from bot.support.conditions import conditions
from bot.support.counted import wrong_counts
from bot.support.coverage import uncovered
from bot.support.directions import (
    brought_in,
    changed_prefixes,
    exclusions,
    misplaced,
    opposites,
    small_opposites,
)
from bot.support.ends import wrong_ends
from bot.support.left_out import left_out
from bot.support.merging import merged
from bot.support.modality import absolutes, certainties
from bot.support.names import joined_names, others_titles, unknown_names
from bot.support.negation import negations
from bot.support.pairing import crossed, mispaired, reversed_order
from bot.support.quotations import altered_quotations
from bot.support.swaps import swapped
from bot.support.whose import others_verbs

Check = Callable[[Case], list[Reason]]
CHECKS: tuple[Check, ...] = (
    altered_quotations,
    wrong_numbers,
    wrong_bounds,
    wrong_counts,
    wrong_dates,
    unknown_names,
    joined_names,
    others_titles,
    negations,
    opposites,
    exclusions,
    misplaced,
    brought_in,
    small_opposites,
    changed_prefixes,
    certainties,
    absolutes,
    left_out,
    conditions,
    invented_causes,
    wrong_ends,
    mispaired,
    crossed,
    reversed_order,
    swapped,
    others_verbs,
    merged,
    borrowed,
    uncovered,
)


def reasons(case: Case) -> tuple[Reason, ...]:
    """Why the sources do not support a claim; empty when they do."""
    return tuple(dict.fromkeys(reason for check in CHECKS for reason in check(case)))


def unsupported(
    claim: str, texts: Sequence[str], names: Sequence[str] = (), published: str | None = None
) -> tuple[Reason, ...]:
    """The same for plain texts."""
    return reasons(make_case(claim, texts, names, published))
