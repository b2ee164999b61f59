"""Whom «его жена» means."""

import pytest

from bot.statements.people import People
from bot.statements.relatives import relative

CASES = [
    ("Илья Орлов говорил с женой Верой Розовой. Его жена", "его жена", "Вера Розова"),
    ("Нора Туликова и Юна Туликова пекли. Ее сестра", "ее сестра", "Юна Туликова"),
    ("Нора Туликова, Ада Туликова и Юна Туликова пекли. Ее сестра", "ее сестра", None),
    ("Илья Орлов пришел с адвокатом Марком Зиминым. Его адвокат", "его адвокат", "Марк Зимин"),
    ("Илья Орлов и Вера Розова ушли. Его жена", "его жена", None),
    ("Илья Орлов и Вера Орлова ушли. Его дом", "его дом", None),
]


@pytest.mark.parametrize(("text", "shown", "name"), CASES)
def test_relative(text: str, shown: str, name: str | None) -> None:
    people = People(text)
    found = relative(people, shown, len(text), people.all[0])
    assert (found.name if found else None) == name
