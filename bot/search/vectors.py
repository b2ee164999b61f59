"""Vectors as bytes and bits: packing, sketches, and which of many are nearest to one; it does no I/O.

A vector is kept as float16 of length 1 and as a sketch: one bit a dimension, whether it lies over the
centre of the library's vectors. Sketches of a whole library fit into memory and are compared by counting
bits; the vectors of the few nearest are then compared exactly. So no numerical library is needed.
"""

import math
import struct
from array import array
from collections import Counter
from collections.abc import Sequence
from operator import gt, mul

from bot.search.weights import SKETCH_BITS

_DIGITS = bytes.maketrans(b"\0\1", b"01")


def unit(values: Sequence[float]) -> list[float]:
    """The vector of the same direction and length 1; `values` must not all be 0."""
    length = math.hypot(*values)
    return [value / length for value in values]


def centre_of(vectors: Sequence[Sequence[float]]) -> list[float]:
    """Their mean."""
    return [math.fsum(column) / len(vectors) for column in zip(*vectors, strict=True)]


def packed(values: Sequence[float]) -> bytes:
    """Little-endian float16; values must lie within 1, as those of unit vectors do."""
    return struct.pack(f"<{len(values)}e", *values)


def unpacked(data: bytes) -> tuple[float, ...]:
    """What `packed` made bytes of."""
    return struct.unpack(f"<{len(data) // 2}e", data)


def sketch(values: Sequence[float], centre: Sequence[float]) -> bytes:
    """A bit for each of the first dimensions: whether it lies over the centre."""
    digits = bytes(map(gt, values[:SKETCH_BITS], centre)).translate(_DIGITS)
    return int(digits, 2).to_bytes((len(digits) + 7) // 8, "big")


def cosine(one: Sequence[float], data: bytes) -> float:
    """How alike a unit vector and a packed one are, -1 to 1."""
    return float(sum(map(mul, one, unpacked(data))))


class Sketches:
    """The sketches of a library with what they belong to; some 90 bytes each at 384 dimensions."""

    def __init__(self) -> None:
        self._codes: list[int] = []
        self._owners = array("q")
        self._moments = array("q")
        self._last = 0  # the newest moment

    def __len__(self) -> int:
        return len(self._codes)

    def add(self, owner: int, moment: int, bits: bytes) -> None:
        """`owner` is any id, `moment` in seconds since the epoch, 0 when unknown."""
        self._codes.append(int.from_bytes(bits, "big"))
        self._owners.append(owner)
        self._moments.append(moment)
        self._last = max(self._last, moment)

    def nearest(self, bits: bytes, count: int, since: int | None, until: int) -> list[int]:
        """The owners of the nearest sketches of some time, at least `count` of them when there are so many.

        `since` is inclusive and leaves those of unknown moment out, `until` is exclusive.
        """
        asked = int.from_bytes(bits, "big")
        if since is None and self._last < until:
            distances = [(asked ^ code).bit_count() for code in self._codes]
            owners: Sequence[int] = self._owners
        else:
            places = self._places(max(since, 1) if since is not None else 0, until)
            distances = [(asked ^ self._codes[place]).bit_count() for place in places]
            owners = [self._owners[place] for place in places]
        bound = _bound(distances, count)
        return [owners[place] for place, distance in enumerate(distances) if distance <= bound]

    def _places(self, since: int, until: int) -> list[int]:
        return [place for place, moment in enumerate(self._moments) if since <= moment < until]


def _bound(distances: Sequence[int], count: int) -> int:
    """The distance within which `count` lie; counting is three times faster than sorting a million."""
    left = count
    for distance, met in sorted(Counter(distances).items()):
        left -= met
        if left <= 0:
            return distance
    return max(distances, default=0)
