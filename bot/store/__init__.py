"""The database: one SQLite file with everything; returns models, never rows; knows no HTTP, no Telegram."""

from bot.store.decide import Decision, Known, decide
from bot.store.opening import Store, open_store
from bot.store.values import Change, Overview, StatementFilter

__all__ = [
    "Change",
    "Decision",
    "Known",
    "Overview",
    "StatementFilter",
    "Store",
    "decide",
    "open_store",
]
