"""Figures that changed: the newest first, the older ones after it, each told once. Pure.

It knows sentences that answer a question of quantity, not how they were found.
"""

from collections.abc import Sequence

from bot.answers.amounts import countable
from bot.answers.evidence import FoundSentence
from bot.answers.judging import FOREIGN
from bot.language.dates import timestamp
from bot.language.numbers import numbers

MOST = 3  # figures shown
COVERING = 0.9  # share of what the best sentence covers of the question that another must cover as well
STRONG = 0.8  # share of the best one's score


def newest_first(found: Sequence[FoundSentence]) -> tuple[FoundSentence, ...]:
    """The best sentence and those with another figure of the same, newest first; `found` is best first."""
    if not found or not found[0].kind:
        return tuple(found)
    best = found[0]
    rivals = [one for one in found if one is best or _is_rival(one, best)]
    kept: list[FoundSentence] = []
    for one in sorted(rivals, key=lambda one: -timestamp(one.article.published)):
        if not any(figures(one) & figures(other) for other in kept):
            kept.append(_fullest(one, rivals))
    return tuple(kept[:MOST])


def _is_rival(one: FoundSentence, best: FoundSentence) -> bool:
    """Whether it answers as well, from an article of another day."""
    covers = one.own >= COVERING * best.own and one.kind >= best.kind
    dated = bool(one.article.published) and bool(best.article.published)
    foreign = FOREIGN if one.article.language != best.article.language else 0.0
    return covers and dated and one.score + foreign >= STRONG * best.score


def _fullest(found: FoundSentence, rivals: Sequence[FoundSentence]) -> FoundSentence:
    """Of the sentences of an article that tell the figure, the one that answers best."""
    same = (one for one in rivals if one.article.id == found.article.id and figures(one) & figures(found))
    return max(same, key=lambda one: one.score, default=found)  # "nobody" has no figure


def figures(found: FoundSentence) -> frozenset[str]:
    """The numbers of a sentence that count something."""
    return numbers(countable(found.text))
