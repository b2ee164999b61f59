"""Reads the word lists of this package: lines of UTF-8 text with `#` comments, kept for linguists to extend.

It knows the files' shape only, not what the words are for.
"""

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of `data/<name>`, without comments and blanks, in order."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def words(name: str) -> frozenset[str]:
    """All entries of a plain list."""
    return frozenset(entries(name))


@cache
def table(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Entries of the form `left : right words`."""
    rows = (entry.split(":", 1) for entry in entries(name))
    return tuple((left.strip(), tuple(right.split())) for left, right in rows)


@cache
def sections(name: str) -> dict[str, frozenset[str]]:
    """A file of several word sets: each begins with a line `[name]`; words are separated by white space."""
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for entry in entries(name):
        if entry.startswith("["):
            current = found.setdefault(entry.strip("[]"), set())
        else:
            current.update(entry.split())
    return {key: frozenset(value) for key, value in found.items()}
