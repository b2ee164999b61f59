"""HTTP on loopback for the fake Bot API server: reads parameters, writes JSON or cuts the connection."""

import json
import socket
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

Download = Callable[[str], bytes | None]
# Path and parameters to status and body, or None to cut the connection.
Handle = Callable[[str, dict], tuple[int, dict] | None]


class HttpServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, handle: Handle, download: Download = lambda _: None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.handle_call = handle
        self.download = download

    def handle_error(self, *_: object) -> None:
        """A client that is killed cuts its connections."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: HttpServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path, _, query = self.path.partition("?")
        params = dict(parse_qsl(query)) | _params(self.headers.get("Content-Type", ""), body)
        answer = self.server.handle_call(path, params)
        # A client that has gone away in the meantime needs no answer.
        with suppress(OSError):
            self._reply(answer)

    def do_GET(self) -> None:
        data = self.server.download(self.path)
        self.send_response(404 if data is None else 200)
        self.send_header("Content-Length", str(len(data or b"")))
        self.end_headers()
        self.wfile.write(data or b"")
        self.wfile.flush()

    def _reply(self, answer: tuple[int, dict] | None) -> None:
        if answer is None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        status, body = answer
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """The records of the calls are enough."""


def _params(content_type: str, body: bytes) -> dict:
    if "json" in content_type:
        return json.loads(body)
    if "multipart" not in content_type:
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    return {
        part.get_param("name", header="content-disposition"): _part(part) for part in message.iter_parts()
    }


def _part(part: EmailMessage) -> str:
    return part.get_payload(decode=True).decode(errors="replace")  # a file need not be text
