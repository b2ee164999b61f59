"""Builds what asks the model endpoint, when one is configured; it knows no front end.

`bot.llm.connect` is loaded by its name and only then: `openai` takes 0.4 s to import, and a question to a bot
without an endpoint must not wait for it.
"""

import importlib
from dataclasses import dataclass
from typing import Protocol, cast

from bot.answers.assistants import Assistants
from bot.answers.drafting import Scribe
from bot.answers.meaning import Meaning, Near, Questions, nothing_near
from bot.answers.rejecting import Rejecter
from bot.answers.spending import Account, Limits, Prices
from bot.answers.tasks import Task
from bot.answers.translating import Translator
from bot.answers.understanding import Understander
from bot.answers.writing import Writer
from bot.config import Settings
from bot.digests.writing import StoryWriter
from bot.ingest.embed import Embeds, VectorFiller
from bot.llm.chat import Chat
from bot.llm.prompts import load_prompt, shipped
from bot.store import Store

UNDERSTANDING_SECONDS = 10.0  # after which a reader is told that nothing was found


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


@dataclass(frozen=True, slots=True)
class Tasks:
    """Makes the tasks that models do; raises UsageError for a prompt that cannot be used."""

    store: Store
    settings: Settings
    endpoint: Connected | None

    def assistants(self) -> Assistants:
        """Those that the settings want."""
        return Assistants(self._writer(), self._understander(), self._translator())

    def story_writer(self) -> StoryWriter | None:
        """What words the stories of digests, if anything is to."""
        model = self.settings.telling_model
        if not model:
            return None
        return StoryWriter(self.store, self._scribe("digest", model), self.settings.model_seconds)

    def _writer(self) -> Writer | None:
        model = self.settings.writing_model
        return Writer(self._scribe("answer", model)) if model else None

    def _scribe(self, prompt: str, model: str) -> Scribe:
        judge, seconds = self.settings.check_model.strip(), self.settings.model_seconds
        rejecter = Rejecter(self._task("check", judge, seconds)) if judge else None
        return Scribe(self._task(prompt, model, seconds), rejecter)

    def _translator(self) -> Translator | None:
        model = self.settings.writing_model
        return Translator(self._task("translate", model, self.settings.model_seconds)) if model else None

    def _understander(self) -> Understander | None:
        model = self.settings.wording_model
        if not model:
            return None
        seconds = min(UNDERSTANDING_SECONDS, self.settings.model_seconds)
        return Understander(self._task("followup", model, seconds), self._task("question", model, seconds))

    def _task(self, prompt: str, model: str, seconds: float) -> Task:
        settings = self.settings
        limits = Limits(
            settings.model_tokens_per_day, settings.model_tokens_per_chat, settings.model_tokens_in_all
        )
        prices = Prices(settings.model_price_in, settings.model_price_out)
        loaded = load_prompt(prompt, settings.prompts_dir or shipped())
        assert self.endpoint is not None
        return Task(
            self.endpoint.chat(model, seconds), loaded, Account(self.store.model_calls, limits, prices)
        )
