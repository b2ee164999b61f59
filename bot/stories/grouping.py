"""Groups articles by how surely each two tell one event; it knows nothing of texts and of the database.

The same articles with the same scores make the same groups in whatever order they came: an article that
bridges two stories joins them, one that was alone for lack of company goes over to where it belongs.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from bot.stories.weights import DOUBT, DOUBTED, JOIN

Pair = tuple[int, int]  # ids, the smaller first
Group = frozenset[int]


def group(articles: Collection[int], scores: Mapping[Pair, float]) -> list[Group]:
    """The stories that articles make; a pair without a score counts as 0.

    Nearest first, by the mean score between two groups. A mean of few pairs is doubted: it is drawn towards
    `DOUBTED` as by `DOUBT` more pairs, so that two articles need stronger evidence than two groups.
    """
    return _Merging(articles, scores).run()


class _Merging:
    """Average linkage over sums of scores; groups have the numbers of their place in `_groups`.

    `_sums` holds, of each group that is left, the sum of the scores to every other that is left.
    """

    def __init__(self, articles: Collection[int], scores: Mapping[Pair, float]) -> None:
        ordered = sorted(articles)
        place = {article: number for number, article in enumerate(ordered)}
        self._groups: dict[int, Group] = {place[one]: frozenset((one,)) for one in ordered}
        self._sums: dict[int, dict[int, float]] = {number: {} for number in self._groups}
        self._next = len(ordered)
        for (one, other), score in scores.items():
            if one in place and other in place:
                left, right = place[one], place[other]
                self._sums[left][right] = self._sums[right][left] = score
        # numbers tell equally near pairs apart, so the order of what waits depends on nothing else
        self._waiting: list[tuple[float, int, int]] = [
            (-nearness, one, other)
            for one, sums in self._sums.items()
            for other, total in sums.items()
            if one < other and (nearness := _nearness(total, 1)) >= JOIN
        ]
        heapq.heapify(self._waiting)

    def run(self) -> list[Group]:
        """Join until no two groups are near enough."""
        while self._waiting:
            _, one, other = heapq.heappop(self._waiting)
            if one in self._groups and other in self._groups:
                self._join(one, other)
        return sorted(self._groups.values(), key=min)

    def _join(self, one: int, other: int) -> None:
        joined, self._next = self._next, self._next + 1
        members = self._groups[joined] = self._groups.pop(one) | self._groups.pop(other)
        totals = self._sums.pop(one)
        for third, score in self._sums.pop(other).items():
            totals[third] = totals.get(third, 0.0) + score
        del totals[one], totals[other]
        self._sums[joined] = totals
        for third, total in totals.items():
            sums = self._sums[third]
            sums.pop(one, None)
            sums.pop(other, None)
            sums[joined] = total
            nearness = _nearness(total, len(self._groups[third]) * len(members))
            if nearness >= JOIN:
                heapq.heappush(self._waiting, (-nearness, third, joined))


def _nearness(total: float, pairs: int) -> float:
    return (total + DOUBT * DOUBTED) / (pairs + DOUBT)


def keep_names(groups: Collection[Group], stories: Mapping[int, int]) -> Iterator[tuple[Group, int | None]]:
    """Each group with the story that it goes on as: the one most of its articles were in; None: a new one.

    `stories` tells where articles were. A story goes on in one group only, its largest part.
    """
    claims: list[tuple[int, int, Group]] = []
    for members in groups:
        shares: dict[int, int] = defaultdict(int)
        for article in members & stories.keys():
            shares[stories[article]] += 1
        claims.extend((-share, story, members) for story, share in shares.items())
    names: dict[Group, int] = {}
    for _, story, members in sorted(claims, key=lambda claim: (claim[0], claim[1], min(claim[2]))):
        if members not in names and story not in names.values():
            names[members] = story
    return ((members, names.get(members)) for members in groups)
