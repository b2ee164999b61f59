"""Made-up news and a composer that tells of them, for tests of all that comes after composing.

It keeps the composer's contract: stories with an article that is new in the window, known by marks of all
their articles, told in one line for each new article; a speaker's statements, each an item of its own.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.models import Citation, Claim, Language
from bot.subscriptions.values import DigestItem, Scope, Window, article_mark

LINES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """An article as far as a digest is concerned."""

    number: int  # also its sequence number
    story: int
    published: int
    topic: str
    source: str = "Gazette"
    speaker: str = "Orlov"

    @property
    def line(self) -> str:
        return f"Line {self.number} of story {self.story} on {self.topic}."

    @property
    def said(self) -> str:
        return self.line

    @property
    def is_news(self) -> bool:
        return True


@dataclass(slots=True)
class MadeUpNews:
    """A library of made-up articles, in the order of their sequence numbers; notes what is composed."""

    articles: list[Told] = field(default_factory=list)
    composed: list[tuple[Scope, Window, Language]] = field(default_factory=list)
    stories: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def tell(self, story: int, published: int, topic: str = "water", **others: str) -> Told:
        """One more article is stored."""
        one = Told(len(self.articles) + 1, story, published, topic, **others)
        self.articles.append(one)
        self.stories[story].append(one.number)
        return one

    @property
    def sequence(self) -> int:
        return len(self.articles)

    def compose(self, scope: Scope, window: Window, language: Language) -> Sequence[DigestItem]:
        self.composed.append((scope, window, language))
        new = [
            one
            for one in self.articles[window.after :]
            if window.since <= one.published < window.until and _is_about(one, scope)
        ]
        if scope.kind == "speaker":
            return [statement_item(one) for one in reversed(new)]
        stories = defaultdict(list)
        for one in new:
            stories[one.story].append(one)
        told = [(len(members), max(one.number for one in members), members) for members in stories.values()]
        return [
            self._item(members) for _, _, members in sorted(told, key=lambda held: held[:2], reverse=True)
        ]

    def touching(self, scope: Scope, window: Window) -> frozenset[str]:
        new = self.articles[window.after :]
        return frozenset(article_mark(one.number) for one in new if _is_about(one, scope))

    def _item(self, new: Sequence[Told]) -> DigestItem:
        return story_item(new[-LINES:], self.stories[new[0].story])


def _is_about(one: Told, scope: Scope) -> bool:
    wanted = scope.value.casefold()
    if scope.kind == "speaker":
        return one.speaker.casefold() == wanted and scope.about in {"", one.topic}
    held = {"topic": one.topic, "source": one.source}.get(scope.kind, wanted)
    return held.casefold() == wanted


def story_item(new: Sequence[Told], articles: Sequence[int]) -> DigestItem:
    """A story with a line for each of some new articles."""
    claims = tuple(_claim(one, number) for number, one in enumerate(new, 1))
    marks = tuple(map(article_mark, articles))
    return DigestItem("story", f"Story {new[0].story}", claims, marks, len(articles), len(articles))


def statement_item(one: Told) -> DigestItem:
    """What the speaker of an article says in it."""
    return DigestItem("statement", f"Story {one.story}", (_claim(one, 1),), (f"said:{one.number}",))


def _claim(one: Told, number: int) -> Claim:
    cited = Citation(
        number, one.number, f"https://news.example/{one.number}", one.line, one.source, None, 0, 4, "Line"
    )
    return Claim(one.line, None, "fact", (cited,))
