"""One task for a model: its prompt, the model that does it, and the account that it is booked on.

It knows nothing of what the task is for. Whoever wants it done must be able to do without: whatever goes
wrong is an error of one kind, a budget that is used up included.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from bot.answers.spending import Account
from bot.errors import EndpointError
from bot.llm.chat import OnText
from bot.llm.chat import unheard as unheard_text
from bot.llm.completions import Shape
from bot.llm.prompts import Messages, Prompt
from bot.llm.usage import Call, Record, guessed_tokens
from bot.models import UNJUDGED, Judged


class BudgetSpent(EndpointError):
    """There are no tokens left for this task, for this chat or for now."""


class Chats(Protocol):
    """A model of an endpoint."""

    @property
    def model(self) -> str:
        """Its name."""

    def ask(self, messages: Messages, shape: type[Any], on_text: OnText = ..., record: Record = ...) -> Any:
        """An object of a shape; raises EndpointError."""


def unjudged() -> Judged:
    """No claims."""
    return UNJUDGED


class Task:
    """Usable from several threads."""

    def __init__(self, chat: Chats, prompt: Prompt, account: Account) -> None:
        self._chat = chat
        self._prompt = prompt
        self._account = account

    @property
    def model(self) -> str:
        """The name of the model."""
        return self._chat.model

    def ask(
        self,
        values: Mapping[str, str],
        shape: type[Shape],
        conversation: str | None = None,
        on_text: OnText = unheard_text,
        judged: Callable[[], Judged] = unjudged,
    ) -> Shape:
        """The answer of the model to the prompt filled with some values; raises EndpointError, BudgetSpent.

        `judged` is asked in the end what became of the claims in it.
        """
        messages = self._prompt.fill(values)
        if not self._account.allows(conversation, guessed_tokens(messages.system + messages.user)):
            raise BudgetSpent("the budget for this model is used up")
        calls: list[Call] = []
        try:
            value: Shape = self._chat.ask(messages, shape, on_text, calls.append)
            return value
        finally:
            for call in calls:
                self._account.book(conversation, call, judged())
