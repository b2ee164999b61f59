"""Word tables of `data/`: lines of tab-separated fields, `#` comments; it knows nothing of what they mean."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[list[str]]:
    """The fields of every line of `data/<name>`, without comments and blank lines."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@cache
def numbered(name: str) -> dict[str, int]:
    """A table of `number<TAB>word word ...` as word (lower case, ё as е) -> number."""
    return {word.lower(): int(number) for number, words in rows(name) for word in words.split()}


def any_of(name: str) -> str:
    """An alternation over the words of a numbered table, longest first, for a case-insensitive pattern."""
    words = sorted(numbered(name), key=len, reverse=True)
    return "|".join(word.replace("е", "[её]") for word in words)


def number_of(name: str, word: str) -> int | None:
    """The number of `word` in a numbered table, whatever its case."""
    return numbered(name).get(word.lower().replace("ё", "е"))
