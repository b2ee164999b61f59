"""Fetches one url: redirects by hand, each checked anew, conditional, within limits.

Errors of httpcore leave this module as members of our tree. It knows nothing of what the bytes mean.
"""

import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import SplitResult, quote, urldefrag, urljoin

import certifi
import httpcore

from bot.errors import BadResponse, FetchError, PageMissing, RetryLater, Unreachable, UnsafeAddress
from bot.sources.address import AddressPolicy, port_of
from bot.sources.body import ACCEPTED, read_body
from bot.sources.headers import Headers, fresh_for, read_headers, retry_after, validators
from bot.sources.network import Deadline, GuardedBackend, Resolve, look_up
from bot.sources.values import Fetched, FetchLimits, Validators

# what httpcore logs at DEBUG are the headers of answers, and a Location may hold a key
logging.getLogger("httpcore").setLevel(logging.WARNING)

USER_AGENT = "Whosaid (news reader; obeys Retry-After)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_LATER = frozenset({408, 425, 429})
_SAFE = "%/:=&?~#+!$,;'@()*[]|"  # characters of a path that stay as they are


@dataclass(frozen=True, slots=True)
class _Reply:
    """One answer of a server, before it is known whether it leads on."""

    status: int
    headers: Headers
    body: bytes = b""


class Fetcher:
    """Fetches urls; usable from several threads at once."""

    def __init__(
        self,
        policy: AddressPolicy = AddressPolicy(),  # noqa: B008  (frozen)
        limits: FetchLimits = FetchLimits(),  # noqa: B008  (frozen)
        resolve: Resolve = look_up,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        """`trust` holds the certificates that are believed; by default those that browsers believe."""
        self._policy = policy
        self._limits = limits
        self._resolve = resolve
        self._trust = trust or ssl.create_default_context(cafile=certifi.where())

    def fetch(self, url: str, known: Validators = Validators()) -> Fetched:  # noqa: B008  (frozen)
        """The response for a url; `known` makes the request conditional.

        Raises UnsafeAddress, Unreachable, RetryLater, PageMissing or BadResponse; each says whether a retry
        helps.
        """
        deadline = Deadline(self._limits.seconds)
        start = here = urldefrag(url)[0]
        permanent = True
        for _ in range(self._limits.redirects + 1):
            reply = self._ask(here, known, deadline)
            if reply.status not in _REDIRECTS:
                return _result(reply, here, here if permanent and here != start else None)
            permanent = permanent and reply.status in _PERMANENT
            here = _target(here, reply)
        raise BadResponse("the address leads in a circle of redirects")

    def _ask(self, url: str, known: Validators, deadline: Deadline) -> _Reply:
        parts = self._policy.check_url(url)
        backend = GuardedBackend(self._policy, deadline, self._resolve)
        times = dict.fromkeys(("connect", "read", "write", "pool"), self._limits.silence)
        with (
            _readable_errors(),
            httpcore.ConnectionPool(
                ssl_context=self._trust, network_backend=backend, max_keepalive_connections=0
            ) as pool,
            pool.stream(
                "GET", _asked_url(parts), headers=_asked(parts, known), extensions={"timeout": times}
            ) as response,
        ):
            headers = read_headers(response.headers)
            if response.status != 200:
                return _Reply(response.status, headers)
            return _Reply(response.status, headers, self._body(response, headers))

    def _body(self, response: httpcore.Response, headers: Headers) -> bytes:
        told = headers.get("content-length", "")
        if told.isascii() and told.isdigit() and int(told[:12]) > self._limits.body:
            raise BadResponse(f"too big: {int(told[:12]) / 1e6:.1f} MB")
        packing = headers.get("content-encoding", "")
        return read_body(response.iter_stream(), packing, self._limits.body, self._limits.unpacked)


def _target(here: str, reply: _Reply) -> str:
    """Where a redirect leads; whether that may be asked is checked when it is."""
    location = reply.headers.get("location", "")
    if not location:
        raise BadResponse("the server redirects without saying where to")
    try:
        return urldefrag(urljoin(here, _readable(location)))[0]
    except ValueError as error:
        raise BadResponse("the server redirects to an address that cannot be read") from error


def _readable(location: str) -> str:
    """A location as servers send it: UTF-8 and spaces where only ASCII is allowed."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return location.strip().replace(" ", "%20")


def _asked_url(parts: SplitResult) -> httpcore.URL:
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    path = quote(parts.path or "/", safe=_SAFE) + query
    return httpcore.URL(
        scheme=parts.scheme.lower(), host=_ascii_host(parts), port=port_of(parts), target=path
    )


def _ascii_host(parts: SplitResult) -> str:
    try:
        return (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError as error:
        raise UnsafeAddress("the host in the address cannot be read") from error


def _asked(parts: SplitResult, known: Validators) -> list[tuple[str, str]]:
    host = _ascii_host(parts)
    named = f"[{host}]" if ":" in host else host
    headers = [
        ("Host", f"{named}:{parts.port}" if parts.port else named),
        ("User-Agent", USER_AGENT),
        ("Accept", "*/*"),
        ("Accept-Encoding", ACCEPTED),
        ("Connection", "close"),
    ]
    if known.etag:
        headers.append(("If-None-Match", known.etag))
    if known.modified:
        headers.append(("If-Modified-Since", known.modified))
    return headers


@contextmanager
def _readable_errors() -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise Unreachable("the server does not answer in time") from error
    except httpcore.RemoteProtocolError as error:
        raise Unreachable("the answer of the server was cut off or is no HTTP") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise Unreachable(f"the server cannot be reached: {str(error)[:100] or 'no connection'}") from error


def _result(reply: _Reply, url: str, moved_to: str | None) -> Fetched:
    """The response of the last address; an error for every status that brings nothing."""
    if reply.status not in (200, 304):
        raise _refusal(reply.status, retry_after(reply.headers, datetime.now(UTC)))
    return Fetched(
        url=url,
        body=reply.body,
        content_type=reply.headers.get("content-type", ""),
        validators=validators(reply.headers),
        unchanged=reply.status == 304,
        moved_to=moved_to,
        fresh_for=fresh_for(reply.headers),
    )


def _refusal(status: int, wait: int | None) -> FetchError:
    if status in (404, 410):
        return PageMissing(f"the server has no such page ({status})", gone=status == 410)
    if status in _LATER or status >= 500:
        return RetryLater(f"the server asks to come later or is out of order ({status})", wait)
    return BadResponse(f"the server refuses the page ({status})")
