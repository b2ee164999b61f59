"""A small library of made-up articles, stored in a real database and a real index in a temporary folder."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.answers.library import Library
from bot.index import SearchIndex
from bot.models import Analysed, Annotation, Draft, Passage, Span, Statement
from bot.store import Store, open_store

NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)


class Said(NamedTuple):
    """A statement to be planted: who, the words, the sentence that holds them."""

    speaker: str
    content: str
    context: str
    kind: str = "indirect"
    cue: str = "said"
    mention: str = ""


@dataclass(frozen=True)
class Story:
    """A made-up article with the statements that annotation would find in it."""

    title: str
    body: str
    published: str | None = "2025-07-09"
    said: tuple[Said, ...] = ()
    passages: tuple[str, ...] = field(default=())  # none: the whole text is one passage
    language: str = "en"
    source: str = "The Gazette"


def analysed(story: Story) -> Analysed:
    text = f"{story.title}\n\n{story.body}"

    def span(part: str) -> Span:
        start = text.index(part)
        return Span(start, start + len(part))

    statements = tuple(
        Statement(
            (span(one.content),),
            span(one.context),
            one.kind,
            one.cue,
            span(one.mention) if one.mention else None,
            one.speaker,
            "person",
        )
        for one in story.said
    )
    passages = tuple(Passage(span(part)) for part in story.passages or (story.body,))
    url = f"http://news.example/{story.title.replace(' ', '-')}"
    draft = Draft(url, story.title, text, story.published, story.source)
    annotation = Annotation(story.language, (Span(0, len(text)),), (Span(0, len(text)),))
    return Analysed(draft, story.language, annotation, passages, statements, text)


class Shelf(NamedTuple):
    """The store and the index of a test."""

    store: Store
    index: SearchIndex

    def add(self, *stories: Story) -> None:
        self.store.articles.save([analysed(story) for story in stories])


def library(shelf: Shelf) -> Library:
    """What answers look into, with an index that is up to date."""
    held = Library(shelf.store, shelf.index)
    held.catch_up()
    return held


@pytest.fixture
def shelve(tmp_path: Path) -> Iterator[Callable[[Sequence[Story]], Shelf]]:
    """Makes a library of some stories; closed after the test."""
    opened: list[Store] = []

    def make(stories: Sequence[Story]) -> Shelf:
        store = open_store(tmp_path / f"library{len(opened)}.db")
        opened.append(store)
        shelf = Shelf(store, SearchIndex(tmp_path / f"index{len(opened)}"))
        shelf.add(*stories)
        return shelf

    yield make
    for store in opened:
        store.close()


PIER = Story(
    "Pier opens in Ladozhsk",
    "The pier of Ladozhsk opens on July 20 after two years of repairs. Mayor Vera Orlova said that the"
    " repairs of the pier cost 14 million crowns. She thanked the builders for their patience.\n"
    "Harbour master Oleg Dymov said that ferries will return to the pier in autumn. The town choir sang.",
    "2025-07-09",
    (
        Said(
            "Vera Orlova",
            "that the repairs of the pier cost 14 million crowns",
            "Mayor Vera Orlova said that the repairs of the pier cost 14 million crowns.",
        ),
        Said(
            "Vera Orlova", "the builders for their patience", "She thanked the builders for their patience."
        ),
        Said(
            "Oleg Dymov",
            "that ferries will return to the pier in autumn",
            "Harbour master Oleg Dymov said that ferries will return to the pier in autumn.",
        ),
    ),
)
BUDGET = Story(
    "Council passes the budget",
    "The council of Ladozhsk passed the budget on Thursday. “We will not raise the land tax,” Vera Orlova"
    " said. Councillor Ivan Gromov attended the debate; he left before the vote.",
    "2025-07-11",
    (
        Said(
            "Vera Orlova",
            "We will not raise the land tax",
            "“We will not raise the land tax,” Vera Orlova said.",
            "direct",
        ),
    ),
)
FUTURE = Story(
    "Storm closes the pier",
    "A storm closed the pier of Ladozhsk. Vera Orlova said that nobody was hurt on the pier.",
    "2025-09-01",
    (
        Said(
            "Vera Orlova",
            "that nobody was hurt on the pier",
            "Vera Orlova said that nobody was hurt on the pier.",
        ),
    ),
)


@pytest.fixture
def stories() -> tuple[Story, ...]:
    """Two articles of July and one of September 2025."""
    return PIER, BUDGET, FUTURE


@pytest.fixture
def now() -> datetime:
    """Noon of 14 July 2025, UTC."""
    return NOW


@pytest.fixture
def story() -> type[Story]:
    """The class of made-up articles, for a test that writes its own."""
    return Story


@pytest.fixture
def planted() -> type[Said]:
    """The class of planted statements."""
    return Said
