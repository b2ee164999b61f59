"""What a fetch is asked with and what it gives; it knows nothing of sockets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Upper bounds of one fetch, over all its redirects."""

    body: int = 5 * 1024 * 1024  # bytes on the wire
    unpacked: int = 10 * 1024 * 1024  # bytes after decompression
    seconds: float = 30.0  # from the first look-up to the last byte
    silence: float = 10.0  # seconds without a byte
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with the last copy; sent back, it saves sending the same again."""

    etag: str | None = None
    modified: str | None = None  # Last-Modified, as the server words it


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response with its body, unpacked; `body` is empty when nothing changed."""

    url: str  # where it was found in the end
    body: bytes
    content_type: str = ""
    validators: Validators = Validators()
    unchanged: bool = False  # 304: what we hold is still good
    moved_to: str | None = None  # the new address when every redirect on the way was permanent
    fresh_for: int | None = None  # seconds, as Cache-Control says
