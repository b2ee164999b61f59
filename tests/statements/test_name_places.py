"""Where an office may stand in a question, judged by its words alone."""

import pytest

from bot.statements.name_places import may_be_office


@pytest.mark.parametrize(
    "office",
    [
        "the mayor",
        "mayor of Dolsk",
        "managing director",
        "boss",
        "press secretary of the Dolsk water company",
        "мэр Дольска",
        "министр",
        "представитель больницы",
    ],
)
def test_an_office(office: str) -> None:
    assert may_be_office(office.split())


@pytest.mark.parametrize(
    "words",
    [
        "bridge",  # no office at all
        "experts",  # many have it
        "mayor of which town",  # a clause begins
        "mayor say",  # a verb
        "headed to Dolsk",
        "mayor of",
        "эксперты",
        "мэр сказал",
    ],
)
def test_no_office(words: str) -> None:
    assert not may_be_office(words.split())
