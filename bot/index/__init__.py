"""The search index, derived from the library and never the only copy; knows no SQL and no articles."""

from bot.index.index import SearchIndex

__all__ = ["SearchIndex"]
