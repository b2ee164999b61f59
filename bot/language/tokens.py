"""Words, numbers and marks of a text with their places; it knows nothing of what words mean."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ-][^\W\d_]+|-\d+)*|[^\w\s]|_")


class Token(NamedTuple):
    """A word, a number or a single mark; `text == whole[start:end]`."""

    start: int
    end: int
    text: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Every token between two offsets, in order."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token(match.start(), match.end(), match.group()) for match in found]


def words(text: str) -> list[str]:
    """Words and numbers only."""
    return [word for word in _TOKEN.findall(text) if word[0].isalnum()]
