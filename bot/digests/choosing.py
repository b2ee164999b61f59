"""What of a digest is new to somebody: nothing that they had, but what is new of it. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.answers.compose import numbered
from bot.models import Claim
from bot.subscriptions.values import DigestItem, article_mark


@dataclass(slots=True)
class Told:
    """What some items told: their marks and lines, and the version of every article that is cited."""

    marks: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    traces: set[str] = field(default_factory=set)
    versions: dict[int, int] = field(default_factory=dict)

    def add(self, item: DigestItem) -> None:
        """One more item was told."""
        self.marks.update(item.marks)
        self.traces.update(item.traces)
        self.texts.update(claim.text for claim in item.claims)
        for claim in item.claims:
            for cited in claim.citations:
                known = self.versions.get(cited.article_id, 1)
                self.versions[cited.article_id] = max(known, cited.version)

    def holds(self, claim: Claim) -> bool:
        """Whether a line was told, by a story or as a statement."""
        alone = DigestItem("statement", "", (claim,), ())
        return claim.text in self.texts or (bool(alone.traces) and self.traces.issuperset(alone.traces))

    def is_news(self, claim: Claim) -> bool:
        """Whether a line is out of an article, or a version of one, that was not told of."""
        return any(
            article_mark(cited.article_id) not in self.marks
            or cited.version > self.versions.get(cited.article_id, 1)
            for cited in claim.citations
        )


def unseen(items: Sequence[DigestItem], had: Iterable[DigestItem]) -> tuple[DigestItem, ...]:
    """What is left for somebody who had some items, in the same order.

    A statement never comes again, nor does a line. A story comes again with its new lines alone, marked as an
    update.
    """
    told = Told()
    for item in had:
        told.add(item)
    return tuple(_new(items, told))


def _new(items: Sequence[DigestItem], told: Told) -> Iterator[DigestItem]:
    for item in items:
        is_known = item.known_to(told.marks)
        left = _left(item.claims, item, told)
        if len(left) == len(item.claims) and not is_known:
            further = _left(item.further, item, told)
            yield replace(item, further=further) if further != item.further else item
        elif left:
            further = _left(item.further, item, told)
            yield replace(item, claims=numbered(left), update=is_known, further=further)


def _left(lines: Sequence[Claim], item: DigestItem, told: Told) -> tuple[Claim, ...]:
    """Those lines of an item that tell somebody something new."""
    left = tuple(claim for claim in lines if not told.holds(claim))
    if not item.known_to(told.marks):
        return left
    return tuple(claim for claim in left if item.kind == "story" and told.is_news(claim))
