"""Two orders made one: what was found by words and what is near in meaning, by reciprocal rank.

Pure. Scores of the index and cosines lie on scales that cannot be compared, ranks can. Without anything
near, every function gives back what it was given.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.models import Hit
from bot.search.rank import Candidate
from bot.search.weights import MEANING, RANK_DAMPING


def united(hits: Sequence[Hit], near: Sequence[Hit]) -> list[Hit]:
    """Hits of the index, then those that are near only."""
    known = {hit.id for hit in hits}
    return [*hits, *(hit for hit in near if hit.id not in known)]


def chosen(ordered: Sequence[Candidate], near: Sequence[Hit], limit: int) -> list[Candidate]:
    """The first candidates, and every near one wherever it stands."""
    kept = {hit.id for hit in near}
    return [*ordered[:limit], *(found for found in ordered[limit:] if found.id in kept)]


def fused(ordered: Sequence[Candidate], hits: Sequence[Hit], near: Sequence[Hit]) -> list[Candidate]:
    """Candidates by both orders; 1 is the score of one that comes first in each.

    `ordered` is the order by words, which says nothing of those that are not among the `hits` of the index.
    """
    if not near:
        return list(ordered)
    by_words = {hit.id for hit in hits}
    ranks = [
        (1.0, {found.id: rank for rank, found in enumerate(c for c in ordered if c.id in by_words)}),
        (MEANING, {hit.id: rank for rank, hit in enumerate(near)}),
    ]
    best = sum(weight for weight, _ in ranks) / (RANK_DAMPING + 1)

    def score(found: Candidate) -> float:
        parts = (weight / (RANK_DAMPING + 1 + rank[found.id]) for weight, rank in ranks if found.id in rank)
        return sum(parts) / best

    fresh = (replace(found, score=score(found)) for found in ordered)
    return sorted(fresh, key=lambda found: (-found.score, found.id))
