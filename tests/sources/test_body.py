"""Bodies: limits before and after unpacking."""

import gzip
import zlib

import pytest

from bot.errors import BadResponse, Unreachable
from bot.sources.body import read_body


def read(data: bytes, encoding: str = "", size: int = 10_000, unpacked: int = 20_000) -> bytes:
    chunks = [data[at : at + 7] for at in range(0, len(data), 7)]
    return read_body(chunks, encoding, size, unpacked)


def test_plain_and_packed_bodies() -> None:
    text = b"The ferry is late. " * 20
    assert read(text) == read(gzip.compress(text), "gzip") == read(zlib.compress(text), "Deflate") == text
    raw = zlib.compressobj(wbits=-15)
    assert read(raw.compress(text) + raw.flush(), "deflate") == text
    assert read(b"", "gzip") == b""


def test_gzip_in_several_members_and_with_something_behind() -> None:
    first, second = b"The ferry is late. " * 20, b"It sank. " * 9
    assert read(gzip.compress(first) + gzip.compress(second), "gzip") == first + second
    assert read(gzip.compress(first) + b"tail of a careless server" * 3, "gzip") == first
    with pytest.raises(BadResponse, match="too big"):
        read(gzip.compress(b"x" * 15_000) * 2, "gzip")


def test_a_body_over_the_limit_is_refused() -> None:
    with pytest.raises(BadResponse, match="too big"):
        read(b"x" * 10_001)
    assert len(read(b"x" * 10_000)) == 10_000


def test_a_bomb_is_refused_before_it_is_large() -> None:
    bomb = gzip.compress(bytes(5_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(BadResponse, match="too big"):
        read(bomb, "gzip")


def test_cut_damaged_and_unknown_packing() -> None:
    packed = gzip.compress(b"The ferry is late. " * 20)
    with pytest.raises(Unreachable, match="cut off"):
        read(packed[:-9], "gzip")
    with pytest.raises(BadResponse, match="damaged"):
        read(b"no gzip at all", "gzip")
    with pytest.raises(BadResponse, match="not asked for"):
        read(packed, "br")
