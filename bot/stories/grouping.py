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
    """Average linkage over sums of scores; groups have the numbers of their place in `groups`."""

    def __init__(self, articles: Collection[int], scores: Mapping[Pair, float]) -> None:
        ordered = sorted(articles)
        place = {article: number for number, article in enumerate(ordered)}
        self._groups: dict[int, Group] = {place[one]: frozenset((one,)) for one in ordered}
        self._sums: dict[int, dict[int, float]] = defaultdict(dict)
        self._next = len(ordered)
        self._waiting: list[tuple[float, int, int]] = []
        for (one, other), score in sorted(scores.items()):
            if one in place and other in place:
                self._note(place[one], place[other], score)

    def run(self) -> list[Group]:
        """Join until no two groups are near enough."""
        while self._waiting:
            _, one, other = heapq.heappop(self._waiting)
            if one in self._groups and other in self._groups:
                self._join(one, other)
        return sorted(self._groups.values(), key=min)

    def _join(self, one: int, other: int) -> None:
        joined, self._next = self._next, self._next + 1
        self._groups[joined] = self._groups.pop(one) | self._groups.pop(other)
        left, right = self._sums.pop(one), self._sums.pop(other)
        for third in sorted(left.keys() | right.keys()):
            if third in self._groups:
                self._note(third, joined, left.get(third, 0.0) + right.get(third, 0.0))

    def _note(self, one: int, other: int, total: float) -> None:
        self._sums[one][other] = self._sums[other][one] = total
        pairs = len(self._groups[one]) * len(self._groups[other])
        nearness = (total + DOUBT * DOUBTED) / (pairs + DOUBT)
        if nearness >= JOIN:
            heapq.heappush(self._waiting, (-nearness, one, other))


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
