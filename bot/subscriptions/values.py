"""What a digest is about and what stands in it, as values; it knows neither stores nor schedules."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.language.lemmas import content_words, lemmas
from bot.language.script import fold
from bot.models import Claim

ScopeKind = Literal["everything", "speaker", "topic", "source"]
ItemKind = Literal["story", "statement"]
_DIGITS = 24  # of a print: no two lines will ever share it by chance


@dataclass(frozen=True, slots=True)
class Scope:
    """What is followed: all news, what somebody says (about something), a topic, or a source."""

    kind: ScopeKind = "everything"
    value: str = ""  # the speaker, the words of the topic or the source, as the person named it
    about: str = ""  # the topic that the speaker's statements must be on; "" for all


@dataclass(frozen=True, slots=True)
class Window:
    """What counts as new: articles stored after a sequence number and told in an interval of time."""

    after: int  # sequence number of the library when it was last looked at; 0 for a first time
    since: int  # seconds since the epoch, inclusive; older articles are no news, however late they come
    until: int  # exclusive


@dataclass(frozen=True, slots=True)
class DigestItem:
    """A story, or one statement, with the few cited lines that tell what is new of it.

    `marks` tell items apart over time: two items with a mark in common are of the same matter. A story that
    somebody already had may come again as a marked update, a statement never.
    """

    kind: ItemKind
    title: str
    claims: tuple[Claim, ...]  # each passes the gate; citations are numbered from 1 within the item
    marks: tuple[str, ...]
    articles: int = 1  # that tell it
    origins: int = 1  # independent sources among them
    update: bool = False  # of a story that the reader already had
    further: tuple[Claim, ...] = ()  # lines that a model may write from as well; nobody is shown them

    @property
    def traces(self) -> tuple[str, ...]:
        """Its marks, its lines and where these stand: what is told twice shares one of them."""
        prints = (_print(claim.text) for claim in (*self.claims, *self.further))
        return (*self.marks, *self.places, *prints)

    @property
    def places(self) -> tuple[str, ...]:
        """Where its lines stand."""
        cited = (one for claim in (*self.claims, *self.further) for one in claim.citations)
        return tuple(f"line:{one.article_id}:{one.version}:{one.start}:{one.end}" for one in cited)

    def known_to(self, had: Collection[str]) -> bool:
        """Whether somebody who had the items of these marks had one of the same matter."""
        return any(mark in had for mark in self.marks)


def article_mark(article_id: int) -> str:
    """The mark of every item that tells of an article."""
    return f"article:{article_id}"


@lru_cache(maxsize=4000)
def _print(line: str) -> str:
    """Equal for equal words, wherever and in whatever order and form they stand."""
    told = " ".join(sorted({lemmas(fold(word))[0] for word in content_words(line)}))
    return "words:" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
