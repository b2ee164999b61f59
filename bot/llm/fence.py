"""Texts of others as data for a model: under opaque keys, in delimiters that no text can close.

It knows nothing of prompts and of what the texts are. Keys and delimiters are made of chance anew for every
call, so that a text written beforehand can hold neither.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NONCE_BYTES = 8
KEY_BYTES = 3


@dataclass(frozen=True, slots=True)
class Fenced:
    """Texts ready for a prompt; `places` gives the number of the text that a key stands for."""

    evidence: str
    opening: str
    closing: str
    places: Mapping[str, int]


def fence(texts: Sequence[str]) -> Fenced:
    """Each text on one line of its own, after its key; line ends within a text become spaces."""
    whole = "\n".join(texts)
    nonce = _unheard_of(whole, NONCE_BYTES)
    keys: dict[str, int] = {}
    while len(keys) < len(texts):
        keys.setdefault(_unheard_of(whole, KEY_BYTES), len(keys))
    lines = [f"[{key}] {' '.join(texts[place].split())}" for key, place in keys.items()]
    return Fenced("\n".join(lines), f"<<<{nonce}", f"{nonce}>>>", keys)


def _unheard_of(whole: str, size: int) -> str:
    """Hex digits that stand nowhere in the texts."""
    while (made := secrets.token_hex(size)) in whole:
        pass
    return made
