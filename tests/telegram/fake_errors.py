"""Errors of the fake Bot API server in Telegram's own words, how it breaks down, and records of its calls."""

from dataclasses import dataclass


class ApiError(Exception):
    """An answer with "ok": false."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.body = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters


@dataclass(frozen=True)
class Fault:
    """A break-down: an error of the server, or (code 0) a connection that is cut.

    `done` breaks down after the request was carried out: the client cannot know that it was. `silence` is how
    many seconds it takes until then.
    """

    code: int = 0
    retry_after: int = 0
    done: bool = False
    silence: float = 0.0


@dataclass(frozen=True)
class Call:
    """A request and what came of it: the HTTP status, 0 for a cut connection."""

    method: str
    params: dict
    status: int
    at: float
