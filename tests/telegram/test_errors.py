"""What PTB raises, as the sentence that the operator needs."""

import pytest
from telegram import error as telegram_errors

from bot.errors import TelegramError
from bot.telegram.errors import REFUSED, telegram_errors_told
from tests.telegram.fake_api import TOKEN


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (telegram_errors.InvalidToken(TOKEN), REFUSED),
        (telegram_errors.NetworkError("no route"), "Telegram cannot be reached: no route. Check the network"),
        (telegram_errors.BadRequest("Bad webhook"), "Telegram refuses what it was asked: Bad webhook. Check"),
        (
            telegram_errors.NetworkError(f"at /bot{TOKEN}/getMe"),
            "Telegram cannot be reached: at /bot<token>/getMe",
        ),
    ],
)
def test_each_error_has_its_sentence_without_the_token(error, sentence):
    with pytest.raises(TelegramError) as raised, telegram_errors_told():
        raise error
    assert str(raised.value).startswith(sentence)
    assert TOKEN not in str(raised.value)
    assert raised.value.__cause__ is None


def test_other_errors_pass():
    with pytest.raises(KeyError), telegram_errors_told():
        raise KeyError
