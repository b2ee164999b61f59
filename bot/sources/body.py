"""The body of a response: read within a limit, unpacked within another; it knows nothing of sockets."""

import zlib
from collections.abc import Iterable

from bot.errors import BadResponse, Unreachable

_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_GZIP = b"\x1f\x8b"
ACCEPTED = "gzip, deflate"


def read_body(chunks: Iterable[bytes], encoding: str, size: int, unpacked: int) -> bytes:
    """All bytes, unpacked; BadResponse over a limit or for another encoding, Unreachable when cut off.

    Unpacking goes along with reading, so that a small bomb is noticed before it is large.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return b"".join(_limited(chunks, min(size, unpacked)))
    if name not in _WINDOWS:
        raise BadResponse(f"the server packs its answer as {name[:40]!r}, which was not asked for")
    return _inflated(_limited(chunks, size), _WINDOWS[name], unpacked)


def _limited(chunks: Iterable[bytes], limit: int) -> Iterable[bytes]:
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen > limit:
            raise _too_big(limit)
        yield chunk


def _inflated(chunks: Iterable[bytes], window: int, limit: int) -> bytes:
    unpacker = _Unpacker(window, limit)
    try:
        for chunk in chunks:
            unpacker.take(chunk)
    except zlib.error as error:
        raise BadResponse("the packed answer of the server is damaged") from error
    return unpacker.whole()


class _Unpacker:
    """Unpacks chunk by chunk; gzip may come in several members, and what follows the last is passed over."""

    def __init__(self, window: int, limit: int) -> None:
        self._window = window
        self._limit = limit
        self._inflater = zlib.decompressobj(window)
        self._parts: list[bytes] = []
        self._size = 0
        self._begun = self._over = False

    def take(self, chunk: bytes) -> None:
        """Unpack the next chunk; BadResponse over the limit."""
        if not self._begun and chunk:
            self._begun = True
            if self._window == _WINDOWS["deflate"] and chunk[0] & 0x0F != 8:
                self._inflater = zlib.decompressobj(-15)  # some servers leave the zlib header out
        while chunk and not self._over:
            self._parts.append(self._inflater.decompress(chunk, self._limit - self._size + 1))
            self._size += len(self._parts[-1])
            if self._size > self._limit:
                raise _too_big(self._limit)
            chunk = self._rest() if self._inflater.eof else b""

    def whole(self) -> bytes:
        """Everything; Unreachable when the end is missing."""
        if self._begun and not self._inflater.eof:
            raise Unreachable("the answer of the server was cut off")
        return b"".join(self._parts)

    def _rest(self) -> bytes:
        """What follows a finished member, when it is another one."""
        rest = self._inflater.unused_data
        if self._window == _WINDOWS["gzip"] and rest.startswith(_GZIP):
            self._inflater = zlib.decompressobj(self._window)
            return rest
        self._over = bool(rest)
        return b""


def _too_big(limit: int) -> BadResponse:
    return BadResponse(f"too big: more than {limit / 1e6:.1f} MB")
