"""Ingest: the use case that takes articles in; it knows inputs and the store, and nothing of commands.

sources -> inputs -> drafts -> (known? skip) -> analyse -> save in batches -> report
"""

from bot.articles.limits import Limits
from bot.ingest.analyse import analyse
from bot.ingest.ingester import Ingester
from bot.ingest.report import Progress

__all__ = ["Ingester", "Limits", "Progress", "analyse"]
