"""A model asked over real HTTP: shapes, ways of asking, failures, what is recorded."""

import itertools
import time

import pytest
from pydantic import BaseModel, ConfigDict

from bot.errors import (
    EndpointAnswerError,
    EndpointBusy,
    EndpointFailed,
    EndpointRefused,
    EndpointUnreachable,
    EndpointUnsuited,
)
from bot.llm.breaker import Breaker
from bot.llm.chat import Chat
from bot.llm.prompts import Messages
from bot.llm.retry import Retry
from tests.llm.fake_openai import CHAT_MODEL, Fault

ASKED = Messages("answer", "abcd1234", "Be brief.", "Who came?")


class Names(BaseModel):
    model_config = ConfigDict(extra="forbid")
    names: list[str]


@pytest.fixture
def chat(api, endpoint):
    api.write = lambda _: '{"names": ["Vera", "Olga"]}'
    return Chat(endpoint, CHAT_MODEL, 5, retry=Retry(attempts=2, first=0.01))


def formats(api):
    return [call.body.get("response_format", {"type": "text"})["type"] for call in api.calls]


def test_an_object_comes_back_and_is_asked_for_by_its_schema(api, chat):
    assert chat.ask(ASKED, Names) == Names(names=["Vera", "Olga"])
    (call,) = api.calls
    assert call.body["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Who came?"},
    ]
    schema = call.body["response_format"]["json_schema"]
    assert (schema["name"], schema["strict"]) == ("answer", True)
    assert schema["schema"]["additionalProperties"] is False


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        (("json_object", "text"), ["json_schema", "json_object", "json_object"]),
        (("text",), ["json_schema", "json_object", "text", "text"]),
    ],
)
def test_what_an_endpoint_supports_is_found_out_once(api, chat, known, asked):
    api.formats = known
    chat.ask(ASKED, Names)
    chat.ask(ASKED, Names)
    assert formats(api) == asked


def test_a_refusal_of_every_way_is_not_taken_for_a_lack_of_support(api, chat):
    api.fail(Fault(400, b"{}"), times=3)
    with pytest.raises(EndpointUnsuited):
        chat.ask(ASKED, Names)
    api.calls.clear()
    chat.ask(ASKED, Names)
    assert formats(api) == ["json_schema"]


def test_a_server_that_does_not_stream_is_understood(api, chat):
    api.streams = False
    assert chat.ask(ASKED, Names).names == ["Vera", "Olga"]


def test_the_text_is_told_while_it_comes(api, chat):
    told = []
    chat.ask(ASKED, Names, told.append)
    assert len(told) > 3
    assert all(later.startswith(earlier) for earlier, later in itertools.pairwise(told))
    assert told[-1] == api.write({})


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "I do not know.", '{"names": ["Vera"', 'Here: {"names": []}', '{"names": [1]}',
        '{"names": [], "note": "extra"}', '{"other": []}', "[" * 50_000,
    ],
)  # fmt: skip
def test_another_shape_is_refused(api, chat, text):
    api.write = lambda _: text
    with pytest.raises(EndpointAnswerError):
        chat.ask(ASKED, Names)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(finish=None), EndpointAnswerError),
        (Fault(finish="length"), EndpointAnswerError),
        (Fault(cut=200), EndpointUnreachable),
        (Fault(200, b" " * 10_000_000), EndpointAnswerError),
        (Fault(200, b"data: {}\n\n" * 10), EndpointAnswerError),
    ],
)
def test_a_stream_that_breaks_off_is_a_failure_and_is_not_tried_again(api, chat, fault, expected):
    api.fail(fault)
    with pytest.raises(expected):
        chat.ask(ASKED, Names)
    assert len(api.calls) == 1


def test_a_text_without_end_is_cut_off(api, chat):
    api.write = lambda _: "x" * 60_000
    with pytest.raises(EndpointAnswerError, match="does not end"):
        chat.ask(ASKED, Names)


def test_a_fault_before_anything_came_is_tried_again(api, chat):
    api.fail(Fault(500, b"{}"))
    assert chat.ask(ASKED, Names).names == ["Vera", "Olga"]
    api.fail(Fault(500, b"{}"), times=2)
    with pytest.raises(EndpointFailed):
        chat.ask(ASKED, Names)


def test_a_long_pause_that_is_asked_for_is_not_waited_for(api, endpoint):
    chat = Chat(endpoint, CHAT_MODEL, 5)
    api.fail(Fault(429, b"{}", {"Retry-After": "30"}))
    began = time.monotonic()
    with pytest.raises(EndpointBusy):
        chat.ask(ASKED, Names)
    assert time.monotonic() - began < 2
    with pytest.raises(EndpointUnreachable, match="left alone"):
        chat.ask(ASKED, Names)
    assert len(api.calls) == 1


def test_a_slow_drip_ends_at_the_deadline(api, endpoint):
    api.fail(Fault(drip=0.02))
    began = time.monotonic()
    with pytest.raises(EndpointUnreachable):
        Chat(endpoint, CHAT_MODEL, 0.5).ask(ASKED, Names)
    assert time.monotonic() - began < 2.5


def test_after_failures_in_a_row_the_endpoint_is_left_alone(api, endpoint):
    clock = [0.0]
    chat = Chat(endpoint, CHAT_MODEL, 5, Breaker(clock=lambda: clock[0]))
    api.write = lambda _: "garbage"
    for _ in range(2):
        with pytest.raises(EndpointAnswerError):
            chat.ask(ASKED, Names)
    with pytest.raises(EndpointUnreachable, match="left alone"):
        chat.ask(ASKED, Names)
    assert len(api.calls) == 2
    clock[0] = 31.0
    api.write = lambda _: '{"names": []}'
    assert chat.ask(ASKED, Names).names == []


def test_every_call_is_recorded_with_what_it_took(api, chat):
    calls = []
    chat.ask(ASKED, Names, record=calls.append)
    api.fail(Fault(finish=None))
    with pytest.raises(EndpointAnswerError):
        chat.ask(ASKED, Names, record=calls.append)
    done, failed = calls
    assert (done.task, done.version, done.model, done.outcome) == ("answer", "abcd1234", CHAT_MODEL, "done")
    assert (done.tokens_in, done.tokens_out) == (4, len(api.write({})) // 4)
    assert failed.outcome == "failed"
    assert failed.tokens_in > 0
    assert failed.ms > 0


def test_a_call_that_nothing_answered_took_no_tokens(api, chat):
    calls = []
    api.fail(Fault(401, b"{}"))
    with pytest.raises(EndpointRefused, match="OPENAI_API_KEY"):
        chat.ask(ASKED, Names, record=calls.append)
    assert (calls[0].tokens_in, calls[0].tokens_out) == (0, 0)
