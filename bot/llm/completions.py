"""Reads and checks the JSON of /chat/completions; pure, it knows nothing of the wire and of what was asked.

Answers are hostile: whatever is not a finished text raises EndpointAnswerError, and no message repeats it.
"""

from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.errors import EndpointAnswerError

Shape = TypeVar("Shape", bound=BaseModel)
FENCE = "```"


@dataclass(frozen=True, slots=True)
class Completion:
    """A finished text and the tokens that it took; 0 where the server does not count."""

    text: str
    tokens_in: int
    tokens_out: int


class _Message(BaseModel):
    content: str


class _Choice(BaseModel):
    message: _Message
    finish_reason: str


class _Usage(BaseModel):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Answer(BaseModel):
    choices: list[_Choice]
    usage: _Usage | None = None


def completion_of(answer: bytes) -> Completion:
    """The text of an answer that the model finished; raises EndpointAnswerError for anything else."""
    try:
        read = _Answer.model_validate_json(answer)
    except ValidationError:
        raise EndpointAnswerError("the endpoint answers with something that is no completion") from None
    if len(read.choices) != 1 or read.choices[0].finish_reason != "stop":
        raise EndpointAnswerError("the endpoint answers with a text that it did not finish")
    usage = read.usage or _Usage()
    tokens = max(0, usage.prompt_tokens), max(0, usage.completion_tokens)
    return Completion(read.choices[0].message.content, *tokens)


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
