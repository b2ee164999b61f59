import json

import pytest
from pydantic import BaseModel

from bot.errors import EndpointAnswerError
from bot.llm.completions import Completion, completion_of, shaped


class Numbers(BaseModel):
    numbers: list[int]


def answer(content: object = "text", finish: object = "stop", **more: object) -> bytes:
    return json.dumps(
        {"choices": [{"message": {"content": content}, "finish_reason": finish}], **more}
    ).encode()


def test_a_finished_text_and_its_tokens() -> None:
    usage = {"prompt_tokens": 12, "completion_tokens": 3}
    assert completion_of(answer(usage=usage)) == Completion("text", 12, 3)


def test_a_server_that_does_not_count_or_counts_below_nought() -> None:
    assert completion_of(answer()) == Completion("text", 0, 0)
    assert completion_of(answer(usage={"prompt_tokens": -5})) == Completion("text", 0, 0)


@pytest.mark.parametrize(
    "bad",
    [
        b"", b"<html>", b"\xff", b"[]", b"{}", b'{"choices": []}', b"[" * 100_000, answer()[:-5],
        answer(None), answer(5), answer(finish=None), answer(finish="length"),
        answer(finish="content_filter"),
    ],
    ids=range(13),
)  # fmt: skip
def test_anything_else_is_refused(bad: bytes) -> None:
    with pytest.raises(EndpointAnswerError):
        completion_of(bad)


@pytest.mark.parametrize(
    "text", ['{"numbers": [1]}', ' \n{"numbers": [1]}\n', '```json\n{"numbers": [1]}\n```']
)
def test_json_bare_or_between_fences(text: str) -> None:
    assert shaped(text, Numbers).numbers == [1]


@pytest.mark.parametrize(
    "text",
    [
        "", 'Sure! {"numbers": [1]}', '{"numbers": [1]} Not really.', '{"numbers": [1', '{"numbers": ["x"]}',
        "```", "``````", "```\n```", "{}",
    ],
)  # fmt: skip
def test_other_texts_are_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(EndpointAnswerError) as raised:
        shaped(text, Numbers)
    assert "Sure" not in str(raised.value)
    assert raised.value.__cause__ is None
