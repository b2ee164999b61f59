"""Text with bold, links and quotations as values, and its Telegram HTML; it knows nothing of answers.

Splitting works on these values, so that no tag and no entity can ever be cut, and everything is escaped once.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from itertools import accumulate

# Telegram drops or rejects control characters and lone halves of surrogate pairs. Characters that turn the
# direction of writing would turn the rest of a message, too.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together, as a claim or a source; `gap` parts it from the block before in its message."""

    runs: tuple[Run, ...]
    quoted: bool = False  # shown as an expandable quotation
    gap: str = "\n\n"

    @property
    def text(self) -> str:
        """What a reader sees."""
        return "".join([run.text for run in self.runs])


def plain(text: str) -> Block:
    """A block in one plain style."""
    return Block((Run(text),))


def clean(text: str) -> str:
    """The text without characters that Telegram refuses."""
    return _UNPRINTABLE.sub("", text)


def units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(block: Block, offset: int) -> tuple[Block, Block]:
    """Part a block at an offset of its text; both sides keep their styles: tags close and open again."""
    ends = list(accumulate(len(run.text) for run in block.runs))
    starts = [0, *ends][: len(ends)]
    sides = [(run, offset - start) for run, start in zip(block.runs, starts, strict=True)]
    head = [replace(run, text=run.text[: max(0, at)]) for run, at in sides]
    tail = [replace(run, text=run.text[max(0, at) :]) for run, at in sides]
    return _holding(block, head), _holding(block, tail)


def _holding(block: Block, runs: Iterable[Run]) -> Block:
    return replace(block, runs=tuple(run for run in runs if run.text))


def to_html(blocks: Iterable[Block]) -> str:
    """The blocks of one message as Telegram HTML."""
    parts: list[str] = []
    for block in blocks:
        parts += [block.gap if parts else "", _block_html(block)]
    return "".join(parts)


def _block_html(block: Block) -> str:
    inner = "".join(map(_run_html, block.runs))
    return f"<blockquote expandable>{inner}</blockquote>" if block.quoted else inner


def _run_html(run: Run) -> str:
    shown = escape(clean(run.text), quote=False)
    if run.href:
        shown = f'<a href="{escape(run.href)}">{shown}</a>'
    if run.italic:
        shown = f"<i>{shown}</i>"
    return f"<b>{shown}</b>" if run.bold else shown
