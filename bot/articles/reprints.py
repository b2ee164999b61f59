"""Tells a reprint, one text that several outlets carry, from texts on the same matter; knows no stores.

Two texts are one when most runs of words of the shorter stand in the longer. Which texts to compare, out of
many, the sketches tell: the least hashes of the runs, of which near-equal texts share most (Broder, 1997).
"""

import zlib
from functools import lru_cache

from bot.language.script import fold
from bot.language.tokens import words

_RUN = 4  # words
_SKETCH = 16  # hashes; texts that share two of five runs share some nine, and one of ten texts fewer than six
SHARED = 4  # hashes that two texts must share to be worth comparing
_CONTAINED = 0.6  # share of the shorter text's runs: edited wire stories have .6 to .9, other texts under .4
_SHORTER = 0.4  # of the longer one's length at least: a story that quotes another whole is one of its own
_FEWEST = 20  # runs; shorter texts are too often equal by chance
_LONGEST = 200_000  # characters that are compared


def sketch(text: str) -> tuple[int, ...]:
    """Up to 16 numbers of 32 bits in ascending order; empty for a text too short to tell."""
    runs = _runs(text)
    return tuple(sorted(runs)[:_SKETCH]) if len(runs) >= _FEWEST else ()


def is_reprint(one: str, other: str) -> bool:
    """Whether two texts are one story as several outlets print it, each with small changes."""
    shorter, longer = sorted((_runs(one), _runs(other)), key=len)
    if len(shorter) < max(_FEWEST, _SHORTER * len(longer)):
        return False
    return len(shorter & longer) >= _CONTAINED * len(shorter)


@lru_cache(maxsize=16)  # a new text is sketched, and then compared with each that is like it
def _runs(text: str) -> frozenset[int]:
    found = words(fold(text[:_LONGEST]))
    runs = zip(*(found[first:] for first in range(_RUN)), strict=False)
    return frozenset(zlib.crc32(" ".join(run).encode("utf-8", "surrogatepass")) for run in runs)
