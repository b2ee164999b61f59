"""What the store returns beside the shared models, and what it is asked by; knows nothing of SQL."""

from dataclasses import dataclass
from typing import NamedTuple

from bot.models import Article, Passage, Span


@dataclass(frozen=True, slots=True)
class Overview:
    """How much the library holds, and of which time; `first` and `last` are as the sources word them."""

    articles: int
    statements: int
    speakers: int
    sources: int
    first: str | None
    last: str | None
    top_speakers: tuple[tuple[str, int], ...] = ()  # name and number of statements, most first
    top_ids: tuple[int, ...] = ()  # of the same speakers


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements of the ledger are wanted; moments in seconds since the epoch.

    Undated articles never match `since`, and stay visible when only `until` is given.
    """

    speaker_ids: tuple[int, ...] = ()  # empty: anyone, and statements without a speaker too
    since: int | None = None  # inclusive
    until: int | None = None  # exclusive
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An article as it is now, for whoever follows the library: everything older of it is to be replaced."""

    sequence: int
    article: Article
    passages: tuple[Passage, ...]
    spoken: tuple[tuple[Span, int], ...]  # contexts of statements whose speaker is known, with his id


@dataclass(frozen=True, slots=True)
class EmbeddingModel:
    """A model that vectors of this library were made with; `centre` is float16, as the vectors are."""

    id: int
    name: str
    dim: int
    centre: bytes


class Unembedded(NamedTuple):
    """A passage without a vector of the model asked for, with what is to be embedded of it."""

    passage_id: int
    title: str
    text: str


class StoredVector(NamedTuple):
    """A vector of a passage, float16."""

    passage_id: int
    article_id: int
    vector: bytes
    published: int  # seconds since the epoch; 0 when undated


class Sketch(NamedTuple):
    """The short form of a vector; `number` grows with every vector that is stored."""

    number: int
    passage_id: int
    published: int  # seconds since the epoch, 0 when undated
    bits: bytes


class StoryRecord(NamedTuple):
    """A story as stored: its articles in the order of publication, undated ones first."""

    id: int
    articles: tuple[int, ...]
    first: int  # seconds since the epoch; 0 when no article has a date
    last: int


class Telling(NamedTuple):
    """An article of a story with what a digest goes by."""

    article_id: int
    published: int  # seconds since the epoch; 0 when undated
    origin: int  # the article that it is a reprint of, else itself
    is_new: bool


class StoryNews(NamedTuple):
    """A story in which something is new, with all its articles in the order of publication."""

    id: int
    articles: tuple[Telling, ...]
