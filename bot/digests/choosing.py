"""What of a digest is new to somebody: nothing that they had, but what is new of it. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.answers.compose import numbered
from bot.answers.novelty import Telling, telling
from bot.digests.known import UNKNOWN, Known
from bot.models import Claim
from bot.subscriptions.values import DigestItem, article_mark


@dataclass(slots=True)
class Told:
    """What some items told: their marks and lines, and the version of every article that is cited."""

    items: list[DigestItem] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    tellings: set[Telling] = field(default_factory=set)  # of the lines: other sentences of the same words
    places: set[str] = field(default_factory=set)
    versions: dict[int, int] = field(default_factory=dict)

    def add(self, item: DigestItem) -> None:
        """One more item was told."""
        self.items.append(item)
        self.marks.update(item.marks)
        self.places.update(item.places)
        self.add_lines(item.claims)
        for claim in item.claims:
            for cited in claim.citations:
                known = self.versions.get(cited.article_id, 1)
                self.versions[cited.article_id] = max(known, cited.version)

    def add_lines(self, lines: Iterable[Claim]) -> None:
        """Lines that were told, of whatever matter."""
        for claim in lines:
            self.texts.add(claim.text)
            if (words := telling(claim.text)).words:
                self.tellings.add(words)

    def holds(self, claim: Claim) -> bool:
        """Whether a line was told, by a story or as a statement."""
        places = DigestItem("statement", "", (claim,), ()).places
        is_placed = bool(places) and self.places.issuperset(places)
        return claim.text in self.texts or is_placed or telling(claim.text) in self.tellings

    def is_news(self, claim: Claim) -> bool:
        """Whether a line is out of an article, or a version of one, that was not told of."""
        return any(
            article_mark(cited.article_id) not in self.marks
            or cited.version > self.versions.get(cited.article_id, 1)
            for cited in claim.citations
        )

    def of_matter(self, item: DigestItem) -> Known:
        """What lines on the same matter told, in whichever language."""
        same = (one for one in self.items if one.known_to(item.marks))
        return UNKNOWN.and_texts(claim.text for one in same for claim in one.claims)


def unseen(items: Sequence[DigestItem], had: Iterable[DigestItem]) -> tuple[DigestItem, ...]:
    """What is left for somebody who had some items, in the same order.

    A statement never comes again, nor does a line. A story comes again with its new lines alone, marked as an
    update; a line that retells in other words, or in the other language, is not new.
    """
    told = Told()
    for item in had:
        told.add(item)
    return tuple(_new(items, told))


def _new(items: Sequence[DigestItem], told: Told) -> Iterator[DigestItem]:
    for item in items:
        is_known = item.known_to(told.marks)
        matter = told.of_matter(item) if is_known else UNKNOWN
        left = _left(item.claims, item, told, matter)
        if left:
            kept = left if len(left) == len(item.claims) else numbered(left)
            further = _left(item.further, item, told, matter)
            told.add_lines(kept)
            yield replace(item, claims=kept, update=is_known, further=further)


def _left(lines: Sequence[Claim], item: DigestItem, told: Told, matter: Known) -> tuple[Claim, ...]:
    """Those lines of an item that tell somebody something new."""
    left = tuple(claim for claim in lines if not told.holds(claim))
    if not item.known_to(told.marks):
        return left
    is_new = (claim for claim in left if told.is_news(claim) and matter.lacks(claim.text))
    return tuple(is_new) if item.kind == "story" else ()
