"""What has been sent for an update, so that handling it again after a crash sends nothing twice.

Every message is noted with the update that it was sent for as soon as Telegram has it. When an update is
handled again, the first messages of this time take the places of those of the time before: they are edited,
not sent. Before a message is sent, it is noted what numbers messages have so far, so that one that Telegram
took while the program died can be looked for behind them. It knows nothing of what messages say.
"""

from collections import deque
from collections.abc import Collection, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field

from telegram import Update

from bot.store import Store
from bot.store.inbox import Unfinished
from bot.telegram.doubt import Edit, Numbers, Unknowable
from bot.telegram.scene import person_of

_MOST_FORGOTTEN = 1000  # people who erased their data since the start


@dataclass(slots=True)
class Receipt:
    """Of the update at hand; `messages` and `shown` are what an earlier run left, oldest first."""

    update: int
    store: Store
    numbers: Numbers
    messages: deque[int] = field(default_factory=deque)
    shown: deque[int] = field(default_factory=deque)
    behind: int = 0  # an earlier run may have sent another message, with a higher number
    _is_announced: bool = False
    _sent: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._sent += self.messages

    def earlier(self) -> int | None:
        """The next message of an earlier run, for the next one of this run to take its place."""
        return self.messages.popleft() if self.messages else None

    def settle(self, messages: Collection[int]) -> None:
        """These messages of an earlier run have their place already."""
        self.messages = deque(message for message in self.messages if message not in messages)

    def announce(self, chat: int) -> int:
        """A message is about to be sent; the number that whoever calls notes as `Inbox.note_sending`."""
        self._is_announced = True
        return self.numbers.last(chat)

    async def sending(self, chat: int) -> None:
        """A message is about to be sent, which may have been noted with the answer that it shows."""
        if not self._is_announced:
            behind = self.announce(chat)
            await self.store.clerk.write(lambda: self.store.inbox.note_sending(self.update, behind))

    async def found(self, edit: Edit, chat: int) -> int | None:
        """The message that an earlier run sent and could not note; None when there is none, asked only once.

        `edit` changes nothing of a message, as for `Numbers.find`.
        """
        behind, self.behind = self.behind, 0
        if not behind:
            return None
        try:
            number = await self.numbers.find(edit, chat, behind)
        except Unknowable:
            return None  # a message that comes twice is less bad than one that never comes
        if number is not None:
            await self.note(number)
        return number

    async def note(self, message: int) -> None:
        """A message was sent."""
        self._is_announced = False
        self._sent.append(message)
        sent = [*self._sent]
        await self.store.clerk.write(lambda: self.store.inbox.note_sent(self.update, sent))


_current: ContextVar[Receipt | None] = ContextVar("receipt", default=None)


def receipt() -> Receipt | None:
    """The receipt of the update that is being handled; None outside of any."""
    return _current.get()


def end_receipt() -> None:
    """What is sent from now on is for no update."""
    _current.set(None)


@dataclass(slots=True)
class Receipts:
    """Makes receipts; knows what earlier runs left and who wants to be forgotten."""

    _left: dict[int, Unfinished] = field(default_factory=dict)
    _forgotten: dict[int, int] = field(default_factory=dict)  # person: the update that asked for it

    def add(self, left: Iterable[Unfinished]) -> None:
        """Remember what an earlier run did for the updates that it left."""
        self._left |= {each.number: each for each in left}

    def forget(self, person: int) -> None:
        """Handle nothing more of what a person sent before the update that is being handled."""
        if len(self._forgotten) >= _MOST_FORGOTTEN:
            del self._forgotten[next(iter(self._forgotten))]
        current = receipt()
        self._forgotten[person] = current.update if current else 0

    async def begin(self, update: Update, store: Store, numbers: Numbers) -> bool:
        """Begin the receipt of an update, in the context of the caller; False when it must not be handled."""
        _current.set(None)
        left = self._left.pop(update.update_id, None)
        if update.update_id < self._forgotten.get(person_of(update), 0):
            return False
        if left is not None:
            await store.clerk.write(lambda: store.inbox.tried(update.update_id))
        before = left or Unfinished("")
        sent, shown = deque(before.sent), deque(before.shown)
        _current.set(Receipt(update.update_id, store, numbers, sent, shown, before.behind))
        return True
