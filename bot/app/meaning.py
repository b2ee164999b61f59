"""Builds what search by meaning needs, when a model is configured; it knows no front end.

`bot.llm` is loaded by its name and only then: `openai` takes 0.4 s to import, and a question to a bot
without an endpoint must not wait for it.
"""

import importlib
from typing import Protocol, cast

from bot.answers.meaning import Meaning, Near, Questions, nothing_near
from bot.config import Settings
from bot.ingest.embed import Embeds, VectorFiller
from bot.store import Store


class Connected(Protocol):
    """What `bot.llm.connect` gives."""

    def questions(self) -> Questions:
        """Vectors of questions: quick or not at all."""

    def passages(self) -> Embeds:
        """Vectors of passages, with patience."""

    def close(self) -> None:
        """Close what is open to the endpoint."""


def embedding_model(settings: Settings) -> str:
    """The name of the embedding model; empty when there is to be none."""
    return settings.embed_model.strip()


def connected(settings: Settings) -> Connected | None:
    """The endpoint, when a model for vectors is configured; nothing is sent yet."""
    if not embedding_model(settings):
        return None
    module = importlib.import_module("bot.llm.connect")
    found = module.Connection(settings.endpoint_url, settings.endpoint_key, embedding_model(settings))
    return cast(Connected, found)


def near_in(store: Store, model: str, endpoint: Connected | None) -> Near:
    """Search by meaning over a library, or none."""
    return Meaning(store.vectors, model, endpoint.questions()).near if endpoint else nothing_near


def vector_filler(store: Store, endpoint: Connected | None) -> VectorFiller | None:
    """What gives vectors to passages; None when there are to be none."""
    return VectorFiller(store.vectors, endpoint.passages()) if endpoint else None
