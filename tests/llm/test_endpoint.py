"""The endpoint over real HTTP: what is sent, and what becomes of every bad answer."""

import gzip
import json
import socket
import time
import traceback

import pytest

from bot.errors import (
    EndpointAnswerError,
    EndpointBusy,
    EndpointError,
    EndpointFailed,
    EndpointRefused,
    EndpointUnreachable,
    EndpointUnsuited,
)
from bot.llm.embeddings import Embedder
from bot.llm.endpoint import Endpoint
from tests.llm.fake_openai import CHAT_MODEL, KEY, MODEL, Fault, toy_vector

HTML = b"<html><body>Please log in</body></html>"


def rows(*vectors):
    data = [{"object": "embedding", "index": place, "embedding": one} for place, one in enumerate(vectors)]
    return json.dumps({"object": "list", "data": data, "model": MODEL}).encode()


def test_texts_come_back_as_vectors(api, endpoint):
    vectors = Embedder(endpoint, MODEL, 5).embed(["the ferry", "an otter"])
    assert vectors == [toy_vector("the ferry"), toy_vector("an otter")]
    (call,) = api.calls
    assert call.path == "/v1/embeddings"
    assert call.headers["accept-encoding"] == "identity"
    assert call.body == {"model": MODEL, "input": ["the ferry", "an otter"], "encoding_format": "float"}


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(429, b"{}", {"Retry-After": "7"}), EndpointBusy),
        (Fault(500, b"{}"), EndpointFailed),
        (Fault(503, HTML, {"Content-Type": "text/html"}), EndpointFailed),
        (Fault(401, b"{}"), EndpointRefused),
        (Fault(403, b"{}"), EndpointRefused),
        (Fault(404, HTML), EndpointRefused),
        (Fault(302, b"", {"Location": "http://127.0.0.1:1/v1/embeddings"}), EndpointRefused),
        (Fault(400, b"{}"), EndpointUnsuited),
        (Fault(413, b"{}"), EndpointUnsuited),
        (Fault(200, HTML, {"Content-Type": "text/html"}), EndpointAnswerError),
        (Fault(200, HTML), EndpointAnswerError),
        (Fault(200, b""), EndpointAnswerError),
        (Fault(200, b"[" * 100_000), EndpointAnswerError),
        (Fault(200, b'{"data": null}'), EndpointAnswerError),
        (Fault(200, rows([1.0], [1.0])), EndpointAnswerError),
        (Fault(200, rows([float("nan"), 1.0])), EndpointAnswerError),
        (Fault(200, b" " * 10_000_000), EndpointAnswerError),
        (Fault(500, b" " * 10_000_000), EndpointAnswerError),
        (Fault(200, gzip.compress(rows([1.0]), mtime=0), {"Content-Encoding": "gzip"}), EndpointAnswerError),
        (Fault(cut=0), EndpointUnreachable),
        (Fault(cut=40), EndpointUnreachable),
        (Fault(wait=1.0), EndpointUnreachable),
        (Fault(drip=0.05), EndpointUnreachable),
    ],
)
def test_a_bad_answer_is_an_error_of_ours(api, endpoint, fault, expected):
    api.fail(fault)
    began = time.monotonic()
    with pytest.raises(EndpointError) as raised:
        Embedder(endpoint, MODEL, 0.4).embed(["the ferry"])
    assert type(raised.value) is expected
    assert time.monotonic() - began < 3
    assert "127.0.0.1" in str(raised.value) or expected is EndpointAnswerError
    assert Embedder(endpoint, MODEL, 5).embed(["the ferry"]) == [toy_vector("the ferry")]


def test_an_answer_of_the_chat_comes_in_as_it_is_sent(api, endpoint):
    api.write = lambda _: "Nobody was hurt."
    request = {"model": CHAT_MODEL, "messages": [{"role": "user", "content": "Who?"}], "stream": True}
    parts = list(endpoint.chat(request, 5))
    assert b'"Nobody "' in b"".join(parts)
    assert api.calls[0].body == request


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(cut=300), EndpointUnreachable),
        (Fault(drip=0.05), EndpointUnreachable),
        (Fault(200, b" " * 10_000_000), EndpointAnswerError),
        (Fault(429, b"{}"), EndpointBusy),
        (Fault(400, b"{}"), EndpointUnsuited),
    ],
)
def test_an_answer_that_breaks_off_is_an_error_of_ours(api, endpoint, fault, expected):
    api.fail(fault)
    with pytest.raises(EndpointError) as raised:
        list(endpoint.chat({"model": CHAT_MODEL, "messages": [], "stream": True}, 0.4))
    assert type(raised.value) is expected


def test_the_pause_that_is_asked_for_is_told(api, endpoint):
    api.fail(Fault(429, b"{}", {"Retry-After": "7"}))
    with pytest.raises(EndpointBusy) as raised:
        endpoint.embeddings(MODEL, ["x"], 5)
    assert raised.value.retry_after == 7


def test_nothing_listens():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = Endpoint(f"http://127.0.0.1:{free.getsockname()[1]}/v1", "")
        with pytest.raises(EndpointUnreachable, match="cannot be reached"):
            nobody.embeddings(MODEL, ["x"], 5)
    nobody.close()


def test_the_key_never_shows_though_the_server_repeats_it(api):
    wrong = Endpoint(api.url, "sk-wrong-and-secret")
    with pytest.raises(EndpointRefused, match="OPENAI_API_KEY") as raised:
        wrong.embeddings(MODEL, ["x"], 5)
    wrong.close()
    shown = "".join(traceback.format_exception(raised.value))
    assert "sk-wrong" not in shown
    assert KEY not in shown


def test_an_endpoint_without_a_key_gets_some_word(api):
    keyless = Endpoint(api.url, "")
    with pytest.raises(EndpointRefused):
        keyless.embeddings(MODEL, ["x"], 5)
    keyless.close()
    assert api.calls[0].headers["authorization"] == "Bearer none"


def test_halves_of_characters_are_sent_as_something_else(api, endpoint):
    Embedder(endpoint, MODEL, 5).embed(["half \ud83d"])
    assert api.texts() == ["half ?"]


def test_a_call_that_begins_when_all_is_closed_is_an_error_of_ours(api, endpoint):
    endpoint.close()
    with pytest.raises(EndpointUnreachable, match="was left"):
        list(endpoint.chat({"model": CHAT_MODEL, "messages": [], "stream": True}, 5))
    assert api.calls == []
