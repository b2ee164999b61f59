"""Buttons: what they carry fits Telegram and is read back; anything else is not read."""

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.models import Claim
from bot.telegram.keyboards import (
    MOST_NUMBERS,
    Action,
    Pressed,
    button,
    closing,
    examples,
    languages,
    numbers,
    read,
    under_answer,
    which_is_wrong,
)
from bot.telegram.texts import EN, RU
from tests.telegram.fake_checks import check_keyboard
from tests.telegram.support import answer_of, citation, quoted, said


@pytest.mark.parametrize("action", [*Action])
def test_what_is_written_is_read(action):
    data = button("x", action, 10**15 - 1, 999).callback_data
    assert read(data) == Pressed(action, 10**15 - 1, 999)
    assert len(data.encode()) <= 64


@pytest.mark.parametrize("data", [None, "", "e:1", "z:1:1", "e:1:1 ", "e:١:1", "e:1:1000", "e:-1:1"])
def test_anything_else_is_not_read(data):
    assert read(data) is None


def test_actions_have_letters_of_their_own():
    assert len({*Action}) == len(Action)


def many(count):
    return answer_of(*(Claim("c", None, "fact", (citation(n, "q"),)) for n in range(1, count + 1)))


def test_an_answer_has_a_button_for_each_number_and_what_can_be_done():
    markup = under_answer(quoted(), 7).to_dict()
    check_keyboard(markup)
    assert [button["text"] for button in markup["inline_keyboard"][0]] == ["[1]"]
    assert under_answer(said("no"), 7) is None


def test_keyboards_are_sent_as_ptb_would_send_them():
    markup = under_answer(many(9), 7)
    rows = [
        [InlineKeyboardButton(each.text, callback_data=each.callback_data) for each in row]
        for row in markup.inline_keyboard
    ]
    assert markup.to_dict() == InlineKeyboardMarkup(rows).to_dict()


def test_more_numbers_than_fit_are_left_to_the_text():
    assert numbers(many(30)) == [*range(1, MOST_NUMBERS + 1)]
    markup = under_answer(many(30), 7).to_dict()
    check_keyboard(markup)
    assert max(map(len, markup["inline_keyboard"])) <= 8


def test_which_is_wrong_has_a_way_back_in_the_language_of_the_answer():
    rows = which_is_wrong(quoted(), 7).inline_keyboard
    assert [row[0].text for row in rows] == ["[1]", EN.back]


def test_small_keyboards():
    assert closing(RU).inline_keyboard[0][0].text == RU.close
    assert examples([]) is None
    assert [row[0].text for row in examples(["a?", "b?"]).inline_keyboard] == ["a?", "b?"]
    assert [b.text for row in languages(EN).inline_keyboard for b in row] == [
        "English",
        "Русский",
        EN.as_in_telegram,
    ]
