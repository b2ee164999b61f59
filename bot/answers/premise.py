"""A figure that a question asserts and that no line of its answer has is said to be missing. Pure.

"Did the flood reach 480 houses?" is not answered by "48 houses" alone. It knows no library.
"""

from collections.abc import Iterable

from bot.answers.amounts import countable, is_figure
from bot.answers.phrases import phrase
from bot.language.numbers import numbers
from bot.models import Claim, Question

ASKS_ELSE = frozenset({"who", "when", "where", "how_much", "why"})


def missing_figure(question: Question, claims: Iterable[Claim]) -> str:
    """The remark on the asserted figure; empty when there is none, or when the answer has it."""
    if question.intent != "fact" or question.wanted in ASKS_ELSE or question.speakers:
        return ""
    asserted = numbers(countable(question.topic))
    quotes = " ".join(cited.quote for claim in claims for cited in claim.citations)
    if not asserted or asserted & numbers(quotes):
        return ""
    figure = " ".join(word for word in question.topic.split() if is_figure(word))
    return phrase("no_figure", question.language, figure=figure)
