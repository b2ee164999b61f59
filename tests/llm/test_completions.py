import json

import pytest
from pydantic import BaseModel

from bot.errors import EndpointAnswerError
from bot.llm.completions import LONGEST_TEXT, Transcript, events, shaped
from tests.llm.fake_openai import streamed


class Numbers(BaseModel):
    numbers: list[int]


def answer(content: object = "text", finish: object = "stop", **more: object) -> bytes:
    return json.dumps(
        {"choices": [{"message": {"content": content}, "finish_reason": finish}], **more}
    ).encode()


def whole(*parts: bytes) -> tuple[str, int, int]:
    transcript = Transcript()
    for event in events(parts):
        transcript.take(event)
    return transcript.finished(), *transcript.tokens()


def test_a_finished_text_and_its_tokens() -> None:
    usage = {"prompt_tokens": 12, "completion_tokens": 3}
    assert whole(answer(usage=usage)) == ("text", 12, 3)


def test_a_server_that_does_not_count_or_counts_below_nought() -> None:
    assert whole(answer()) == ("text", 0, 0)
    assert whole(answer(usage={"prompt_tokens": -5})) == ("text", 0, 0)


def test_a_stream_cut_anywhere_into_packets_is_the_same() -> None:
    choice = {"message": {"content": "Выдра спит."}}
    sent = streamed({"choices": [choice], "usage": {"prompt_tokens": 5, "completion_tokens": 2}})
    for size in (1, 7, 1000):
        parts = [sent[start : start + size] for start in range(0, len(sent), size)]
        assert whole(*parts) == ("Выдра спит.", 5, 2)
    assert whole(b": comment\r\n\r\n", sent.replace(b"\n", b"\r\n")) == ("Выдра спит.", 5, 2)


@pytest.mark.parametrize("finish", [None, "length", "content_filter", "tool_calls"])
def test_a_stream_that_was_not_finished_is_refused(finish: str | None) -> None:
    sent = streamed({"choices": [{"message": {"content": "text"}}], "usage": {}}, finish)
    with pytest.raises(EndpointAnswerError, match="did not finish"):
        whole(sent)


def test_a_stream_that_tells_of_an_error_or_does_not_end_is_refused() -> None:
    with pytest.raises(EndpointAnswerError, match="no completion"):
        whole(b'data: {"error": {"message": "out of memory"}}\n\n')
    with pytest.raises(EndpointAnswerError, match="does not end"):
        whole(answer("x" * (LONGEST_TEXT + 1)))


@pytest.mark.parametrize(
    "bad",
    [
        b"", b"<html>", b"\xff", b"[]", b"{}", b'{"choices": []}', b"[" * 100_000, answer()[:-5],
        answer(5), answer(finish=None), answer(finish="length"), answer(finish="content_filter"),
        b"data:", b"data: [DONE]\n\n", b"data: {\n\n",
    ],
    ids=range(15),
)  # fmt: skip
def test_anything_else_is_refused(bad: bytes) -> None:
    with pytest.raises(EndpointAnswerError):
        whole(bad)


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
