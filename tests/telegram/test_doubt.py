"""Looking for messages that Telegram did not confirm."""

import aiohttp
import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, TimedOut

from bot.telegram.doubt import Numbers, Unknowable, in_doubt, is_silence

REFUSED = aiohttp.ClientConnectorError(None, OSError("refused"))


def caused(error, cause):
    error.__cause__ = cause
    return error


class Chat:
    """What a chat holds: numbers of our messages and of those of others."""

    def __init__(self, ours=(), others=(), error=None):
        self.ours, self.others, self.error, self.looked = ours, others, error, []

    async def edit(self, number):
        self.looked.append(number)
        if self.error:
            raise self.error
        if number in self.ours:
            raise BadRequest("Message is not modified: specified new message content and so on")
        words = "can't be edited" if number in self.others else "to edit not found"
        raise BadRequest(f"Bad Request: message {words}")


def met(chat, *numbers):
    found = Numbers()
    for number in numbers:
        found.meet(chat, number)
    return found


async def test_a_message_behind_others_is_found_and_then_known():
    chat, numbers = Chat(ours={13}, others={11}), met(1, 10)
    assert await numbers.find(chat.edit, 1, 10) == 13
    assert chat.looked == [11, 12, 13]
    assert numbers.last(1) == 13


async def test_what_was_met_since_is_not_looked_at():
    chat, numbers = Chat(ours={9, 11, 14}), met(1, 10)
    for other_chat, number in ((2, 11), (3, 12), (2, 13)):
        numbers.meet(other_chat, number)
    assert await numbers.find(chat.edit, 1, 10) == 14
    assert chat.looked == [14]


async def test_a_message_that_is_not_there_is_not_found_within_bounds():
    chat, numbers = Chat(), met(1, 10, 500)
    assert await numbers.find(chat.edit, 1, 10) is None
    assert len(chat.looked) == 60


async def test_each_group_has_numbers_of_its_own():
    numbers = met(-5, 10)
    assert (numbers.last(-5), numbers.last(-6), numbers.last(1)) == (10, 0, 0)
    with pytest.raises(Unknowable):
        await numbers.find(Chat().edit, -6, 0)


@pytest.mark.parametrize(
    "error", [BadRequest("not enough rights"), NetworkError("down"), Forbidden("blocked")]
)
async def test_telegram_may_not_tell(error):
    with pytest.raises(Unknowable):
        await met(1, 10).find(Chat(error=error).edit, 1, 10)


async def test_memory_is_bounded_and_private_chats_are_not_forgotten():
    numbers = met(1, 7)
    for group in range(1, 3000):
        numbers.meet(-group, 1)
    assert len(numbers._met) == 2000
    assert numbers.last(1) == 7


@pytest.mark.parametrize(
    ("error", "doubtful", "silent"),
    [
        (caused(TimedOut(), TimeoutError()), True, True),
        (caused(NetworkError("slow"), aiohttp.ConnectionTimeoutError()), False, False),
        (caused(NetworkError("cut"), aiohttp.ServerDisconnectedError()), True, False),
        (caused(NetworkError("refused"), REFUSED), False, False),
        (NetworkError("Bad Gateway"), True, False),
        (BadRequest("chat not found"), False, False),
    ],
)
def test_which_failures_leave_a_doubt(error, doubtful, silent):
    assert (in_doubt(error), is_silence(error)) == (doubtful, silent)
