"""The database: one SQLite file with everything; returns models, never rows; knows no HTTP, no Telegram."""

from bot.store.decide import Decision, Known, decide
from bot.store.feed_values import Feed, FeedCounts, KnownEntry, NewEntry, WaitingEntry
from bot.store.model_calls import ModelCall, ModelUse
from bot.store.muted import Disliked
from bot.store.opening import Store, open_store
from bot.store.outbox_values import Decided, Delivery, Edition, Had, Head
from bot.store.people import Role
from bot.store.reports import Report
from bot.store.shown import Shown
from bot.store.values import (
    Change,
    EmbeddingModel,
    Overview,
    Sketch,
    StatementFilter,
    StoredVector,
    StoryNews,
    StoryRecord,
    Telling,
    Unembedded,
)
from bot.store.vectors import Vectors

__all__ = [
    "Change",
    "Decided",
    "Decision",
    "Delivery",
    "Disliked",
    "Edition",
    "EmbeddingModel",
    "Feed",
    "FeedCounts",
    "Had",
    "Head",
    "Known",
    "KnownEntry",
    "ModelCall",
    "ModelUse",
    "NewEntry",
    "Overview",
    "Report",
    "Role",
    "Shown",
    "Sketch",
    "StatementFilter",
    "Store",
    "StoredVector",
    "StoryNews",
    "StoryRecord",
    "Telling",
    "Unembedded",
    "Vectors",
    "WaitingEntry",
    "decide",
    "open_store",
]
