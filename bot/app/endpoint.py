"""Builds what asks the model endpoint, when one is configured; it knows no front end.

`bot.llm.connect` is loaded by its name and only then: `openai` takes 0.4 s to import, and a question to a bot
without an endpoint must not wait for it.
"""

import importlib
from typing import Protocol, cast

from bot.answers.meaning import Meaning, Near, Questions, nothing_near
from bot.answers.spending import Account, Limits, Prices
from bot.answers.tasks import Task
from bot.answers.writing import Writer
from bot.config import Settings
from bot.ingest.embed import Embeds, VectorFiller
from bot.llm.chat import Chat
from bot.llm.prompts import load_prompt, shipped
from bot.store import Store


class Connected(Protocol):
    """What `bot.llm.connect` gives."""

    def questions(self, model: str) -> Questions:
        """Vectors of questions: quick or not at all."""

    def passages(self, model: str) -> Embeds:
        """Vectors of passages, with patience."""

    def chat(self, model: str, seconds: float) -> Chat:
        """A model that writes."""

    def close(self) -> None:
        """Close what is open to the endpoint."""


def connected(settings: Settings) -> Connected | None:
    """The endpoint, when any of its models is to be asked; nothing is sent yet."""
    if not settings.asks_a_model:
        return None
    module = importlib.import_module("bot.llm.connect")
    return cast(Connected, module.Connection(settings.endpoint_url, settings.endpoint_key))


def near_in(store: Store, settings: Settings, endpoint: Connected | None) -> Near:
    """Search by meaning over a library, or none."""
    model = settings.embedding_model
    return (
        Meaning(store.vectors, model, endpoint.questions(model)).near if endpoint and model else nothing_near
    )


def vector_filler(store: Store, settings: Settings, endpoint: Connected | None) -> VectorFiller | None:
    """What gives vectors to passages; None when there are to be none."""
    model = settings.embedding_model
    return VectorFiller(store.vectors, endpoint.passages(model)) if endpoint and model else None


def writer(store: Store, settings: Settings, endpoint: Connected | None) -> Writer | None:
    """What writes answers; None when no model is to. Raises UsageError for a prompt that cannot be used."""
    model = settings.writing_model
    return Writer(_task("answer", model, store, settings, endpoint)) if endpoint and model else None


def _task(prompt: str, model: str, store: Store, settings: Settings, endpoint: Connected) -> Task:
    limits = Limits(
        settings.model_tokens_per_day, settings.model_tokens_per_chat, settings.model_tokens_in_all
    )
    account = Account(store.model_calls, limits, Prices(settings.model_price_in, settings.model_price_out))
    loaded = load_prompt(prompt, settings.prompts_dir or shipped())
    return Task(endpoint.chat(model, settings.model_seconds), loaded, account)
