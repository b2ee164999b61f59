"""Asks a model and gets back an object of a given shape, or an EndpointError; it knows no task.

The way of asking for JSON is found out once: json_schema, else json_object, else the prompt alone; whatever
comes is validated. Answers are streamed, so that what is finished can be looked at before the rest is there.
"""

import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from functools import partial
from itertools import chain
from typing import Any, Protocol

from bot.errors import EndpointBusy, EndpointError, EndpointUnreachable, EndpointUnsuited
from bot.llm.breaker import Breaker
from bot.llm.completions import Shape, Transcript, events, shaped
from bot.llm.deadline import each_within
from bot.llm.encoding import sendable
from bot.llm.prompts import Messages
from bot.llm.retry import Retry
from bot.llm.usage import Call, Outcome, Record, guessed_tokens, unrecorded

PATIENCE = 40.0  # seconds for the whole of an answer
OnText = Callable[[str], None]  # told the whole text so far


class Wire(Protocol):
    """What is needed of an endpoint."""

    def chat(self, request: Mapping[str, Any], seconds: float) -> Iterator[bytes]:
        """The answer to a request as it comes in, unread."""


def unheard(_text: str) -> None:
    """Nobody listens."""


class Chat:
    """One model of one endpoint; usable from several threads."""

    def __init__(
        self,
        wire: Wire,
        model: str,
        seconds: float = PATIENCE,
        breaker: Breaker | None = None,
        retry: Retry | None = None,
    ) -> None:
        self.model = model
        self._wire = wire
        self._seconds = seconds
        self._breaker = breaker or Breaker()
        self._retry = retry or Retry(attempts=2, longest=1.0)
        self._way = 0  # the place in WAYS from which the endpoint is known to follow

    def ask(
        self,
        messages: Messages,
        shape: type[Shape],
        on_text: OnText = unheard,
        record: Record = unrecorded,
    ) -> Shape:
        """The answer as an object; raises EndpointError. `record` is told what it took, failed or not.

        It is tried again only as long as nothing has come. After failures in a row the endpoint is left alone
        for a while, when EndpointUnreachable is raised at once.
        """
        if not self._breaker.allows():
            raise EndpointUnreachable("the endpoint failed lately and is left alone for a while")
        began = time.monotonic()
        transcript = Transcript()
        outcome: Outcome = "failed"
        try:
            value = shaped(self._text(messages, shape, transcript, on_text), shape)
            outcome = "done"
        except EndpointError as error:
            self._breaker.failed(error.retry_after if isinstance(error, EndpointBusy) else None)
            raise
        finally:
            ms = (time.monotonic() - began) * 1000
            record(
                Call(messages.name, messages.version, self.model, *_taken(messages, transcript), ms, outcome)
            )
        self._breaker.succeeded()
        return value

    def _text(self, messages: Messages, shape: type[Shape], transcript: Transcript, on_text: OnText) -> str:
        until = time.monotonic() + self._seconds
        way, first, rest = self._started(messages, shape, until)
        with closing(rest):
            for event in chain(first, rest):
                transcript.take(event)
                on_text(transcript.text)
        text = transcript.finished()
        self._way = way
        return text

    def _started(
        self, messages: Messages, shape: type[Shape], until: float
    ) -> tuple[int, list[str], Generator[str]]:
        """The first way that the endpoint takes, the first event of its answer, and the rest."""
        for way in range(self._way, len(WAYS)):
            request = {**_request(self.model, messages), **WAYS[way](messages.name, shape)}
            try:
                return way, *self._retry(partial(self._opened, request, until))
            except EndpointUnsuited:
                if way == len(WAYS) - 1:
                    raise
        raise AssertionError("there is always a last way")

    def _opened(self, request: Mapping[str, Any], until: float) -> tuple[list[str], Generator[str]]:
        seconds = until - time.monotonic()
        if seconds <= 0:
            raise EndpointUnreachable(f"the endpoint does not answer within {self._seconds:g} s")
        told = each_within(seconds, lambda: events(self._wire.chat(request, seconds)))
        return [event for event in [next(told, None)] if event is not None], told


def _request(model: str, messages: Messages) -> dict[str, Any]:
    turns = (("system", messages.system), ("user", messages.user))
    said = [{"role": role, "content": sendable(text)} for role, text in turns]
    return {"model": model, "messages": said, "stream": True}


def _by_schema(name: str, shape: type[Shape]) -> dict[str, Any]:
    schema = {"name": name, "strict": True, "schema": shape.model_json_schema()}
    return {"response_format": {"type": "json_schema", "json_schema": schema}, **COUNTED}


def _as_json(_name: str, _shape: type[Shape]) -> dict[str, Any]:
    return {"response_format": {"type": "json_object"}, **COUNTED}


def _as_text(_name: str, _shape: type[Shape]) -> dict[str, Any]:
    return {}


COUNTED = {"stream_options": {"include_usage": True}}
WAYS = (_by_schema, _as_json, _as_text)


def _taken(messages: Messages, transcript: Transcript) -> tuple[int, int]:
    """Tokens of the question and the answer, guessed where the server does not tell."""
    asked, answered = transcript.tokens()
    if not transcript.text and not asked:
        return 0, 0
    return asked or guessed_tokens(messages.system + messages.user), answered or guessed_tokens(
        transcript.text
    )
