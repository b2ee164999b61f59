"""Offices under one key in both languages."""

import pytest

from bot.statements.offices import is_body, office_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kremlin official representative", "пресс-секретаря Кремля"),
        ("the Kremlin spokeswoman", "официальный представитель Кремля"),
        ("head of state", "глава государства"),
        ("President of Russia", "российский президент"),
        ("Russian foreign minister", "глава МИД России"),
        ("head of Sberbank", "глава Сбербанка"),
        ("prime minister of Armenia", "премьер-министр Армении"),
        ("defense minister", "главе Минобороны"),
        ("White House press secretary", "пресс-секретарь Белого дома"),
        ("hydrologist", "гидролог"),
    ],
)
def test_same_office(one, other):
    assert office_key(one) == office_key(other) != frozenset()


@pytest.mark.parametrize("text", ["", "the bridge", "Ann Lee", "мост"])
def test_no_office(text):
    assert office_key(text) == frozenset()


def test_letters_that_are_nothing_but_one_sound_are_a_key_too():
    assert office_key("глава СС") != frozenset()


def test_less_exact_office_is_a_subset():
    assert office_key("the president") < office_key("president of Russia")


def test_bodies():
    assert is_body("Кремль")
    assert is_body("Russian government")
    assert not is_body("the bridge")
