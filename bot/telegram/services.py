"""What every feature of the front end works with, in one value; it knows nothing of any feature."""

from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from telegram.ext import CallbackContext

from bot.store import Store
from bot.telegram.doubt import Numbers
from bot.telegram.metrics import Metrics
from bot.telegram.ports import AnswererProtocol, DigesterProtocol, LibrarianProtocol, PainterProtocol
from bot.telegram.receipts import Receipts

Context = CallbackContext[Any, Any, Any, Any]
AT_ONCE = 16  # answers in the making
AccessMode = Literal["open", "invite", "list"]


@dataclass(frozen=True, slots=True)
class Options:
    """What the operator can choose; 0 means no limit."""

    access: AccessMode = "open"
    owners: frozenset[int] = frozenset()
    per_minute: int = 20  # questions of a person
    group_per_minute: int = 20  # questions of a group
    per_day: int = 300  # questions of a person
    per_day_all: int = 0  # questions of everyone
    additions_per_day: int = 200  # links, posts, files and feeds of a person
    keep_days: int = 180  # how long questions and answers are kept
    model_host: str = ""  # of the endpoint that words of questions are sent to


DEFAULT_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class Services:
    """`clock` gives the moment that "yesterday" counts from, in the operator's zone."""

    answerer: AnswererProtocol
    digests: DigesterProtocol
    store: Store
    clock: Callable[[], datetime]
    options: Options = DEFAULT_OPTIONS
    librarian: LibrarianProtocol | None = None  # None: nothing can be added from here
    painter: PainterProtocol | None = None  # None: nothing can be drawn
    metrics: Metrics = field(default_factory=Metrics)
    receipts: Receipts = field(default_factory=Receipts)
    numbers: Numbers = field(default_factory=Numbers)
    # threads of their own for answers: those that wait for one must not keep the others from the database
    askers: Executor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE, "answers"))
