"""The buttons, and what they carry; it knows nothing of what they do.

Callback data is an action, the id of a shown answer and a number. It names no chat and gives no right:
whoever acts on it looks the answer up by its id and the chat that the button was pressed in.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answers.courses import is_course
from bot.models import Answer, Language
from bot.telegram.texts import TEXTS, Texts

MOST_NUMBERS = 16  # evidence buttons; further numbers are links in the text only
IN_A_ROW = 8
_DATA = re.compile(r"([a-z]):([0-9]{1,15}):([0-9]{1,3})", re.ASCII)


class Action(StrEnum):
    """What a button does, as a letter."""

    EVIDENCE = "e"
    MORE = "m"
    TODAY = "t"
    OTHERS = "o"
    WRONG = "w"
    REPORT = "r"
    BACK = "b"
    CLOSE = "x"
    EXAMPLE = "q"
    LANGUAGE = "l"
    ERASE = "f"
    PICTURE = "p"
    FOLLOW = "s"  # what an answer is about
    TIME = "c"  # of an offered subscription
    TAKE = "y"
    UNSUBSCRIBE = "u"
    EMPTY = "n"  # whether to say that nothing is new
    DIGEST_MORE = "d"
    DIGEST_ASK = "a"
    DIGEST_LESS = "k"
    DIGEST_BACK = "g"
    LIKE_AGAIN = "v"  # what was wanted less of


class Pressed(NamedTuple):
    """The callback data of a button."""

    action: Action
    shown_id: int = 0
    number: int = 0


def read(data: str | None) -> Pressed | None:
    """What a button carries; None for anything that we do not write."""
    match = _DATA.fullmatch(data or "")
    if match is None or match[1] not in {*Action}:
        return None
    return Pressed(Action(match[1]), int(match[2]), int(match[3]))


class Button(InlineKeyboardButton):
    """A button with callback data.

    PTB looks for the attributes of each object whenever it is sent: of all the buttons under an answer that
    takes as long as sending it.
    """

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:  # noqa: ARG002
        """The two attributes that there are."""
        return {"text": self.text, "callback_data": self.callback_data}


class Keyboard(InlineKeyboardMarkup):
    """Rows of such buttons."""

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:  # noqa: ARG002
        """The rows."""
        return {"inline_keyboard": [[each.to_dict() for each in row] for row in self.inline_keyboard]}


def button(text: str, action: Action, shown_id: int = 0, number: int = 0) -> Button:
    """A button."""
    return Button(text, callback_data=f"{action}:{shown_id}:{number}")


def numbers(answer: Answer) -> list[int]:
    """The numbers of the citations of an answer, each once."""
    found = {citation.number for claim in answer.claims for citation in claim.citations}
    return sorted(found)[:MOST_NUMBERS]


def under_answer(answer: Answer, shown_id: int, *, draws: bool = False) -> Keyboard | None:
    """The buttons under an answer; none under one without claims. `draws`: a course can be drawn."""
    if not answer.claims:
        return None
    texts = TEXTS[answer.lang]
    further = [(texts.follow, Action.FOLLOW), (texts.wrong, Action.WRONG)]
    if draws and is_course(answer):
        further.insert(0, (texts.picture, Action.PICTURE))
    actions = [(texts.more, Action.MORE), (texts.today, Action.TODAY), (texts.others, Action.OTHERS)]
    return Keyboard(
        [
            *_numbered(answer, Action.EVIDENCE, shown_id),
            [button(text, action, shown_id) for text, action in actions],
            [button(text, action, shown_id) for text, action in further],
        ]
    )


def which_is_wrong(answer: Answer, shown_id: int) -> Keyboard:
    """A number for each citation, and the way back."""
    back = button(TEXTS[answer.lang].back, Action.BACK, shown_id)
    return Keyboard([*_numbered(answer, Action.REPORT, shown_id), [back]])


def _numbered(answer: Answer, action: Action, shown_id: int) -> list[list[Button]]:
    buttons = [button(f"[{number}]", action, shown_id, number) for number in numbers(answer)]
    return [buttons[at : at + IN_A_ROW] for at in range(0, len(buttons), IN_A_ROW)]


def closing(texts: Texts) -> Keyboard:
    """A button that takes its message away."""
    return Keyboard([[button(texts.close, Action.CLOSE)]])


def examples(questions: Sequence[str]) -> Keyboard | None:
    """A button for each question; what it asks is what stands on it."""
    rows = [[button(question, Action.EXAMPLE, 0, number)] for number, question in enumerate(questions)]
    return Keyboard(rows) if rows else None


LANGUAGES: tuple[Language | None, ...] = ("en", "ru", None)  # by the number that their buttons carry


def languages(texts: Texts) -> Keyboard:
    """The choice of a language, each in its own words."""
    names = ("English", "Русский", texts.as_in_telegram)
    first, second, own = (button(name, Action.LANGUAGE, 0, at) for at, name in enumerate(names))
    return Keyboard([[first, second], [own]])


def erasing(texts: Texts) -> Keyboard:
    """The question whether all is to be erased."""
    return Keyboard([[button(texts.erase_yes, Action.ERASE)], [button(texts.close, Action.CLOSE)]])
