"""What a SOURCE of the command line stands for: files, folders, standard input, as bytes with a name.

The only place of ingest that touches the file system. It knows nothing of formats beyond
whether they can be read line by line.
"""

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.articles.decode import is_gzip
from bot.articles.jsonl import longest_line, parse_lines
from bot.articles.limits import Limits
from bot.articles.parse import looks_like_json_lines, parse
from bot.errors import UsageError
from bot.models import Draft, Failure

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    Reader = io.BufferedReader[Any]

_HEAD = 65_536  # bytes that tell JSON Lines from the rest


@dataclass(frozen=True, slots=True)
class Input:
    """One input: a file, or standard input when `path` is None."""

    name: str  # how reports and places call it
    path: Path | None = None


def is_address(source: str) -> bool:
    """Whether a source is one of the web."""
    return source.lower().startswith(("http://", "https://"))


def expand(sources: Iterable[str]) -> Iterator[Input | Failure]:
    """The inputs that sources stand for, in order: folders recursively, sorted, without hidden files.

    A missing file is a Failure; an http(s) address is a UsageError, before anything is read.
    """
    named = list(sources)
    for source in named:
        if is_address(source):
            raise UsageError(f"no addresses are read here: save {source} as a page and ingest the file")
    for source in named:
        yield from [Input("stdin")] if source == "-" else _files(Path(source))


def _files(path: Path) -> Iterator[Input | Failure]:
    try:
        if path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield Input(str(path), path)
        else:
            yield Failure(str(path), "no such file or folder")
    except OSError as error:
        yield Failure(str(path), f"cannot be read: {error.strerror}")


def _folder(path: Path) -> Iterator[Input | Failure]:
    """The files below a folder; a folder that is a link is not entered, so that no cycle can be."""
    for child in sorted(path.iterdir()):
        if child.name.startswith("."):
            continue
        if child.is_dir() and not child.is_symlink():
            yield from _files(child)
        elif child.is_file():
            yield Input(str(child), child)


def drafts(source: Input, limits: Limits) -> Iterator[Draft | Failure]:
    """The articles of one input; JSON Lines are read line by line, everything else whole."""
    try:
        if source.path is None:
            yield from _parsed(io.BufferedReader(_Stdin(), _HEAD), source.name, limits)
            return
        with source.path.open("rb") as stream:
            yield from _parsed(stream, source.name, limits)
    except OSError as error:
        yield Failure(source.name, f"cannot be read: {error.strerror or error}")


class _Stdin(io.RawIOBase):
    """Standard input as a raw stream whose end of use does not close it."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        part = memoryview(buffer).cast("B")
        data = sys.stdin.buffer.read1(len(part)) if hasattr(sys.stdin.buffer, "read1") else b""
        part[: len(data)] = data
        return len(data)


def _parsed(stream: "Reader", name: str, limits: Limits) -> Iterator[Draft | Failure]:
    packed = is_gzip(stream.peek(2)[:2])
    plain: Reader = io.BufferedReader(gzip.GzipFile(fileobj=stream), _HEAD) if packed else stream
    try:
        if looks_like_json_lines(plain.peek(_HEAD)[:_HEAD]):
            yield from parse_lines(_lines(plain, limits), name, limits)
        else:
            yield from parse(plain.read(limits.file + 1), name, limits)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        yield Failure(name, "the gzip data is damaged or cut off")
    except ValueError as error:
        yield Failure(name, str(error))


def _lines(stream: "Reader", limits: Limits) -> Iterator[bytes]:
    """Lines of a stream of any length, each read no further than it may be long.

    ValueError behind a line that is as long as a whole file may be: no JSON Lines, or a trap.
    """
    most = longest_line(limits)
    while line := stream.readline(most + 1):
        yield line
        skipped = len(line)
        while len(line) > most and not line.endswith(b"\n"):
            line = stream.readline(most + 1)
            skipped += len(line)
            if skipped > max(limits.file, most):
                raise ValueError(f"a line of more than {skipped / 1e6:.0f} MB: nothing behind it was read")
