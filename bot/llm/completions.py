"""Reads and checks what /chat/completions answers, streamed or whole; pure, it knows nothing of the wire.

Answers are hostile: whatever is not a finished text raises EndpointAnswerError, and no message repeats it.
"""

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from pydantic import BaseModel, Field, ValidationError

from bot.errors import EndpointAnswerError

Shape = TypeVar("Shape", bound=BaseModel)
FENCE = "```"
LONGEST_TEXT = 40_000  # characters; the longest honest answer has some 5,000
EVENT = "data:"
STREAMED = (EVENT, "event:", "id:", "retry:", ":")  # of server-sent events, as the HTML standard has them
END = "[DONE]"


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message | None = None  # of a whole answer
    delta: _Message | None = None  # of one that is streamed
    finish_reason: str | None = None

    def text(self) -> str:
        part = self.message or self.delta
        return (part and part.content) or ""


class _Usage(BaseModel):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Answer(BaseModel):
    choices: list[_Choice] = Field(max_length=1)
    usage: _Usage | None = None


class Transcript:
    """An answer as it comes in, piece by piece."""

    def __init__(self) -> None:
        self.text = ""
        self._finish: str | None = None
        self._usage = _Usage()

    def take(self, event: str) -> None:
        """The JSON of one event, or of a whole answer."""
        try:
            read = _Answer.model_validate_json(event)
        except ValidationError:
            raise EndpointAnswerError("the endpoint answers with something that is no completion") from None
        self._usage = read.usage or self._usage
        for choice in read.choices:
            self.text += choice.text()
            self._finish = choice.finish_reason or self._finish
        if len(self.text) > LONGEST_TEXT:
            raise EndpointAnswerError("the endpoint answers with a text that does not end")

    def finished(self) -> str:
        """The whole text; raises EndpointAnswerError when the model did not finish it, or was not let."""
        if self._finish != "stop":
            raise EndpointAnswerError("the endpoint answers with a text that it did not finish")
        return self.text

    def tokens(self) -> tuple[int, int]:
        """Those of the question and those of the answer; 0 where the server does not tell."""
        return max(0, self._usage.prompt_tokens), max(0, self._usage.completion_tokens)


def events(parts: Iterable[bytes]) -> Iterator[str]:
    """The JSON of every event of a stream, or the one JSON that comes from a server that does not stream."""
    lines = _lines(parts)
    first = next((line for line in lines if line.strip()), "")
    if not first.startswith(STREAMED):
        yield "\n".join([first, *lines])
        return
    for line in chain([first], lines):
        told = line.removeprefix(EVENT).strip()
        if line.startswith(EVENT) and told != END:
            yield told


def _lines(parts: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    waiting = ""
    for part in parts:
        *lines, waiting = (waiting + decoder.decode(part)).split("\n")
        yield from lines
    yield waiting


def shaped(text: str, shape: type[Shape]) -> Shape:
    """The JSON that a text is, at most between two ``` lines; raises EndpointAnswerError for anything else.

    JSON within prose is not looked for: what stands around it may take it back.
    """
    bare = text.strip()
    if bare.startswith(FENCE) and bare.endswith(FENCE) and "\n" in bare:
        bare = bare.split("\n", 1)[1].removesuffix(FENCE)
    try:
        return shape.model_validate_json(bare)
    except ValidationError:
        raise EndpointAnswerError("the endpoint answers with JSON of another shape, or with none") from None
