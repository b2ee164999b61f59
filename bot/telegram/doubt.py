"""Finds out whether a message that Telegram did not confirm was sent all the same; it knows nothing of pace.

The Bot API cannot be asked for messages, but an edit that changes nothing tells: it "is not modified" when it
is ours, it cannot be found or edited when it is not. Numbers of messages only grow, in private chats over all
of them together (https://core.telegram.org/bots/api#message), so that few come into question: those after the
last one that was there before, but for all that were met since.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.telegram.request import NEVER_ASKED

Edit = Callable[[int], Awaitable[object]]  # edits a message, given its number, to what it is

_REMEMBERED = 2000  # numbers of a chat, and chats
_BEYOND = 30  # numbers looked at that are higher than any that was met
_MOST = 60  # numbers looked at
_NOT_OURS = ("not found", "can't be edited", "message_id_invalid")


class Unknowable(Exception):
    """Telegram does not say what it holds."""


def in_doubt(error: TelegramError) -> bool:
    """Whether Telegram may have done what was asked although it did not say so."""
    if not isinstance(error, NetworkError) or isinstance(error, BadRequest):
        return False
    return not isinstance(error.__cause__, NEVER_ASKED)


def is_silence(error: TelegramError) -> bool:
    """Whether Telegram took what was asked and then said nothing in time: most likely it was done."""
    return isinstance(error, TimedOut) and in_doubt(error)


@dataclass(slots=True)
class Numbers:
    """The numbers of messages that were met lately."""

    _met: dict[int, deque[int]] = field(default_factory=dict)
    _highest: dict[int, int] = field(default_factory=dict)  # of the same chats

    def meet(self, chat: int, number: int) -> None:
        """There is a message with this number."""
        shared = _shared(chat)
        if len(self._met) >= _REMEMBERED and shared not in self._met:
            forgotten = next(key for key in self._met if key)
            del self._met[forgotten], self._highest[forgotten]
        self._met.setdefault(shared, deque(maxlen=_REMEMBERED)).append(number)
        self._highest[shared] = max(number, self._highest.get(shared, 0))

    def last(self, chat: int) -> int:
        """The highest number met where this chat's are from; 0 when none was."""
        return self._highest.get(_shared(chat), 0)

    async def find(self, edit: Edit, chat: int, after: int) -> int | None:
        """The number of a message of ours that was sent after `after` and not met; None when there is none.

        Raises Unknowable.
        """
        if not after:
            raise Unknowable
        for number in self._unmet(chat, after):
            if await _is_ours(edit, number):
                self.meet(chat, number)
                return number
        return None

    def _unmet(self, chat: int, after: int) -> Iterable[int]:
        met = {*self._met.get(_shared(chat), ())}
        highest = max(after, self.last(chat))
        return [number for number in range(after + 1, highest + _BEYOND + 1) if number not in met][:_MOST]


async def _is_ours(edit: Edit, number: int) -> bool:
    try:
        await edit(number)
    except BadRequest as error:
        words = str(error).lower()
        if "not modified" in words:
            return True
        if any(each in words for each in _NOT_OURS):
            return False
        raise Unknowable from error
    except TelegramError as error:
        raise Unknowable from error
    return True


def _shared(chat: int) -> int:
    return min(chat, 0)
