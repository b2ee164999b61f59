"""Parts a long text into messages that Telegram takes; it knows nothing of answers and of sending.

Beside the documented 4096 UTF-16 units, Telegram silently drops every entity after the hundredth and refuses
more than about 9,500 characters of markup as ENTITIES_TOO_LONG (tdlib/telegram-bot-api issue 165).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from bot.telegram.richtext import Block, Run, cut, units

_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*\s")
_SPACE = re.compile(r"\s")
_FORMAT_MARKUP = 30  # characters of tags that an entity costs beside its address


@dataclass(frozen=True, slots=True)
class Limits:
    """What one message may hold."""

    units: int = 4096
    entities: int = 100
    markup: int = 8000


class Cost(NamedTuple):
    """What a text takes of each limit."""

    units: int
    entities: int
    markup: int

    def plus(self, other: "Cost") -> "Cost":
        """Both together."""
        return Cost(self.units + other.units, self.entities + other.entities, self.markup + other.markup)

    def within(self, limits: Limits) -> bool:
        """Whether a message can hold it."""
        return (
            self.units <= limits.units and self.entities <= limits.entities and self.markup <= limits.markup
        )


DEFAULT_LIMITS = Limits()
NOTHING = Cost(0, 0, 0)


def pages(blocks: Iterable[Block], limits: Limits = DEFAULT_LIMITS) -> list[list[Block]]:
    """Fill messages with blocks in order; only a block too long for a message of its own is cut."""
    filled: list[list[Block]] = []
    used = NOTHING
    for block, cost in chain.from_iterable(_pieces(block, limits) for block in blocks):
        joined = used.plus(cost)._replace(units=used.units + units(block.gap) + cost.units)
        if filled and joined.within(limits):
            filled[-1].append(block)
            used = joined
        else:
            filled.append([block])
            used = cost
    return filled


def shorten(text: str, most: int) -> str:
    """The text cut at a border of words to at most `most` characters, with an ellipsis when it was longer."""
    if len(text) <= most:
        return text
    return text[: _last_space(text[:most])].rstrip() + "…"


def _pieces(block: Block, limits: Limits) -> Iterator[tuple[Block, Cost]]:
    while (text := block.text).strip():
        cost = _cost(block, text)
        if cost.within(limits):
            yield block, cost
            return
        reach = max(1, _reach(block, limits))
        head, block = cut(block, _best_border(text[:reach]))
        if (text := head.text).strip():
            yield head, _cost(head, text)


def _cost(block: Block, text: str) -> Cost:
    """What a block takes that holds this text."""
    entities, addresses = int(block.quoted), 0
    for run in block.runs:
        entities += _entities(run)
        addresses += len(run.href.encode())
    return Cost(units(text), entities, entities * _FORMAT_MARKUP + addresses)


def _run_cost(run: Run) -> Cost:
    entities = _entities(run)
    return Cost(units(run.text), entities, entities * _FORMAT_MARKUP + len(run.href.encode()))


def _entities(run: Run) -> int:
    return run.bold + run.italic + bool(run.href)


def _reach(block: Block, limits: Limits) -> int:
    """How many characters of the block a message can hold."""
    cost = Cost(0, 1, _FORMAT_MARKUP) if block.quoted else NOTHING
    reached = 0
    for run in block.runs:
        without_text = _run_cost(run)._replace(units=0)
        if not cost.plus(without_text).within(limits):
            return reached
        room = _prefix(run.text, limits.units - cost.units)
        reached += room
        if room < len(run.text):
            return reached
        cost = cost.plus(_run_cost(run))
    return reached


def _prefix(text: str, room: int) -> int:
    """How many characters of the text take at most `room` UTF-16 units; a pair of surrogates stays whole."""
    encoded = text[:room].encode("utf-16-le", "surrogatepass")[: 2 * room]
    return len(encoded.decode("utf-16-le", "ignore"))


def _best_border(text: str) -> int:
    """Where to cut: after the last sentence of the second half, else after the last word, else at the end."""
    half = len(text) // 2
    ends = [match.end() for match in _SENTENCE_END.finditer(text, half)]
    return ends[-1] if ends else _last_space(text)


def _last_space(text: str) -> int:
    ends = [match.end() for match in _SPACE.finditer(text)]
    return ends[-1] if ends else len(text)
