"""A web server on the loopback interface that answers as a test tells it, over real sockets."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = dict[str, str]


@dataclass(frozen=True)
class Reply:
    """What the server says; `raw` goes out as it is, headers and all, and `drip` a byte at a time."""

    status: int = 200
    body: bytes = b""
    headers: Headers = field(default_factory=dict)
    raw: bytes | None = None
    drip: float | None = None


Answers = Callable[[str, Headers], Reply]


class Server(ThreadingHTTPServer):
    """Keeps a history of the paths that were asked for."""

    daemon_threads = True
    block_on_close = False

    request_queue_size = 128

    def __init__(self, answers: Answers, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Handler)
        self.answers = answers
        self.asked: list[tuple[str, Headers]] = []
        self.stopped = threading.Event()

    @property
    def url(self) -> str:
        return f"http://{self.server_address[0]}:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are part of the game."""


class Handler(BaseHTTPRequestHandler):
    """Answers GET."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers))
        reply = self.server.answers(self.path, headers)
        self.close_connection = True
        if reply.drip is not None:
            self._drip(reply)
        elif reply.raw is not None:
            self.wfile.write(reply.raw)
        else:
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

    def _drip(self, reply: Reply) -> None:
        for byte in reply.raw or b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + b"x" * 1000:
            try:
                self.wfile.write(bytes([byte]))
            except OSError:
                return
            if self.server.stopped.wait(reply.drip):
                return

    def log_message(self, *args: object) -> None:
        """Silent."""


@contextmanager
def serving(answers: Answers, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Server]:
    """A running server."""
    server = Server(answers, host)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


def closed_port() -> int:
    """A port of loopback at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
