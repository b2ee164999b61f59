"""Word lists and tables of the `data/` folders of all packages: UTF-8 lines with `#` comments.

It knows nothing of what they mean. A file name without a package is one of this package.
"""

from functools import cache
from importlib.resources import files

from bot.language.script import fold


@cache
def lines(package: str, name: str) -> tuple[str, ...]:
    """The lines of `data/<name>` of a package in order, trimmed, without comments and blank lines."""
    text = files(package).joinpath("data", name).read_text(encoding="utf-8")
    kept = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in kept if line)


def rows(name: str) -> list[list[str]]:
    """The tab-separated fields of every line of a table."""
    return [line.split("\t") for line in lines(__package__, name)]


@cache
def folded(name: str) -> frozenset[str]:
    """The lines of a list, folded, for looking words up."""
    return frozenset(map(fold, lines(__package__, name)))


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
