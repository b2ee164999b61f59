"""A model endpoint on loopback: a stand-in for https://platform.openai.com/docs/api-reference over real HTTP.

It enforces the key (401 as OpenAI words it, which repeats the key), the model (404), the path (404), that
`input` holds 1 to 2,048 texts and none is empty (400), and knows /v1/embeddings and /v1/chat/completions,
whole or streamed; another method of the API is one more entry of `METHODS`. Vectors are toys: a hashed bag of
words, where a few Russian words share their place with the English ones, so that texts of both languages can
be near to each other. What the chat model writes is up to `write`; of the formats that one may ask it for,
those in `formats` are known.

It records every call and breaks down on request (`fail`): each `Fault` answers one call in the place of what
the call would have got. `faulty_texts` breaks down over every request that holds one of some words.
"""

import hashlib
import json
import math
import re
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = "sk-test-key-that-nobody-may-see"
MODEL = "toy-embed"
CHAT_MODEL = "toy-chat"
FORMATS = ("json_schema", "json_object", "text")
LETTERS = 7  # of a text that are streamed at a time, more of a long one
MOST_EVENTS = 2000
DIM = 64
# Word beginnings that mean the same; the first stands for all.
SAME = (
    ("ferry", "паром", "дредноут"),
    ("sink", "sank", "затон"),
    ("otter", "выдр"),
    ("fish", "рыб"),
    ("bridge", "мост"),
)


@dataclass(frozen=True)
class Fault:
    """A bad answer: its status and headers, its body (None: what was asked for), and how it is sent."""

    status: int = 200
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0  # seconds before the first byte
    drip: float = 0.0  # seconds between bytes of the body
    cut: int | None = None  # bytes of the body after which the connection ends
    finish: str | None = "stop"  # the reason for which the chat model ends; None: the stream tells none


@dataclass(frozen=True)
class Call:
    """A request: its path, headers and body."""

    path: str
    headers: dict[str, str]
    body: dict


class ApiError(Exception):
    """An answer with an "error"."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class FakeOpenAI:
    """The server; a context manager."""

    def __init__(
        self,
        dim: int = DIM,
        models: tuple[str, ...] = (MODEL, CHAT_MODEL),
        write: Callable[[dict], str] = lambda _: "{}",
        port: int = 0,
    ) -> None:
        self.dim = dim
        self.models = models
        self.write = write
        self.formats = FORMATS
        self.streams = True
        self.calls: list[Call] = []
        self.faulty_texts: dict[str, Fault] = {}
        self._faults: list[Fault] = []
        self._lock = threading.Lock()
        self._http = _Server(("127.0.0.1", port), _handler(self))

    def __enter__(self) -> "FakeOpenAI":
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    @property
    def url(self) -> str:
        """As OPENAI_BASE_URL takes it."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    def fail(self, *faults: Fault, times: int = 1) -> None:
        """Break down over the next calls, in this order, the whole row so many times."""
        with self._lock:
            self._faults += faults * times

    def recover(self) -> None:
        """Forget what was to fail."""
        with self._lock:
            self._faults.clear()

    def texts(self) -> list[str]:
        """Every text that was sent to be embedded, in order."""
        return [text for call in self.calls for text in call.body.get("input", ())]

    def answer(self, call: Call) -> tuple[Fault, bytes]:
        """How to answer, and with what."""
        with self._lock:
            self.calls.append(call)
            fault = self._faults.pop(0) if self._faults else self._over_texts(call) or Fault()
        if fault.body is not None or fault.status != 200:
            return fault, fault.body or b""
        try:
            done = self._carried_out(call)
            if call.body.get("stream") and self.streams:
                return replace(fault, headers={"Content-Type": "text/event-stream"}), streamed(
                    done, fault.finish
                )
            return fault, json.dumps(done).encode()
        except ApiError as error:
            body = {"error": {"message": str(error), "type": "invalid_request_error"}}
            return Fault(error.status), json.dumps(body).encode()

    def _over_texts(self, call: Call) -> Fault | None:
        sent = json.dumps(call.body, ensure_ascii=False)
        return next((fault for word, fault in self.faulty_texts.items() if word in sent), None)

    def _carried_out(self, call: Call) -> dict:
        given = call.headers.get("authorization", "").removeprefix("Bearer ")
        if given != KEY:
            raise ApiError(401, f"Incorrect API key provided: {given}.")
        method = METHODS.get(call.path)
        if method is None:
            raise ApiError(404, f"Invalid URL (POST {call.path})")
        if call.body.get("model") not in self.models:
            raise ApiError(404, "The model does not exist or you do not have access to it.")
        return method(self, call.body)

    def embeddings(self, body: dict) -> dict:
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        if not 0 < len(texts) <= 2048 or not all(texts):
            raise ApiError(400, "'$.input' is invalid.")
        rows = [
            {"object": "embedding", "index": index, "embedding": toy_vector(text, self.dim)}
            for index, text in enumerate(texts)
        ]
        return {"object": "list", "data": rows, "model": body["model"], "usage": {"total_tokens": 1}}

    def chat(self, body: dict) -> dict:
        wanted = body.get("response_format", {"type": "text"})["type"]
        if wanted not in self.formats:
            raise ApiError(400, f"Invalid parameter: 'response_format' of type '{wanted}' is not supported.")
        text = self.write(body)
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        sent = sum(len(message["content"]) for message in body["messages"])
        usage = {"prompt_tokens": sent // 4, "completion_tokens": len(text) // 4}
        return {"object": "chat.completion", "model": body["model"], "choices": [choice], "usage": usage}


def streamed(completion: dict, finish: str | None = "stop") -> bytes:
    """A completion as the events of a stream."""
    text = completion["choices"][0]["message"]["content"]
    deltas = [{"role": "assistant", "content": ""}]
    step = max(LETTERS, len(text) // MOST_EVENTS)
    deltas += [{"content": text[start : start + step]} for start in range(0, len(text), step)]
    chunks = [{"choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas]
    if finish:
        chunks.append({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
        chunks.append({"choices": [], "usage": completion["usage"]})
    told = [json.dumps(chunk) for chunk in chunks] + ["[DONE]"] * bool(finish)
    return "".join(f"data: {one}\n\n" for one in told).encode()


METHODS: dict[str, Callable[[FakeOpenAI, dict], dict]] = {
    "/v1/embeddings": FakeOpenAI.embeddings,
    "/v1/chat/completions": FakeOpenAI.chat,
}


def toy_vector(text: str, dim: int = DIM) -> list[float]:
    """A hashed bag of words over what all texts have in common; texts of the same words are alike."""
    values = [0.3 / math.sqrt(dim)] * dim
    for word in re.findall(r"[^\W\d_]{4,}", text.lower()):
        same = next((group[0] for group in SAME if word.startswith(group)), word[:5])
        digest = hashlib.sha256(same.encode()).digest()
        for place in range(8):
            high, low, sign = digest[place * 3 : place * 3 + 3]
            values[(high * 256 + low) % dim] += 1 if sign & 1 else -1
    return values


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is not worth a traceback; anything else is."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def _handler(server: FakeOpenAI) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            headers = {name.lower(): value for name, value in self.headers.items()}
            fault, data = server.answer(Call(self.path, headers, body))
            time.sleep(fault.wait)
            # a client that has gone away in the meantime needs no answer
            with suppress(OSError):
                self._send(fault, data)

        def _send(self, fault: Fault, data: bytes) -> None:
            self.send_response(fault.status)
            headers = {"Content-Type": "application/json", "Content-Length": str(len(data)), **fault.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            step = 1 if fault.drip else len(data) or 1
            for start in range(0, len(data), step):
                part = data[start : start + step]
                self.wfile.write(part if fault.cut is None else part[: fault.cut])
                self.wfile.flush()
                time.sleep(fault.drip)
            if fault.cut is not None:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)

        def log_message(self, *_: object) -> None:
            """The records of the calls are enough."""

    return Handler
