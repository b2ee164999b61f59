"""Whom «они» means when no group has spoken."""

import pytest

from bot.statements.groups import group_before, is_plural_person
from bot.statements.people import People

CASES = [
    ("Нора Туликова и Юна Розова пекли хлеб. ", "Нора Туликова и Юна Розова"),
    ("Ann Lee and Bob Orr met. ", "Ann Lee and Bob Orr"),
    ("Ученые нашли озеро. ", "ученые"),
    ("Нора Туликова пекла хлеб. ", None),
    ("Мосты открыли. ", None),
    ("Нора Туликова и Юна Розова пекли. Соседи пришли. ", "соседи"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_group_before(text: str, name: str | None) -> None:
    assert group_before(People(text), len(text)) == name


@pytest.mark.parametrize(("word", "persons"), [("ученые", True), ("мосты", False), ("сосед", False)])
def test_plural_persons(word: str, persons: bool) -> None:
    assert is_plural_person(word) is persons
