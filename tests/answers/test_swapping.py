"""One thing in the place of another; the places are made up."""

import pytest

from bot.answers.swapping import swapped


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("How many people were hurt in Dolsk?", "in Zarechny?", "How many people were hurt in Zarechny?"),
        ("Why did the bridge collapse?", "the dam?", "Why did the dam collapse?"),
        ("Who is the mayor of Dolsk", "of Zarechny", "Who is the mayor of Zarechny"),
        ("How many jobs did Yarmost cut?", "Ladoga Ferries?", "How many jobs did Ladoga Ferries cut?"),
        ("когда откроют мост", "школу?", "когда откроют школу"),
        ("сколько погибло в Дольске (паводок)", "в Горелове?", "Сколько погибло в Горелове (паводок)"),
        ("How many died in the US (flood)?", "in Dolsk?", "How many died in Dolsk (flood)?"),
        ("When was the fair in the US (pier)?", "in Dolsk?", "When was the fair in Dolsk?"),
        ("что с рейсами в Дольск", "в Горелово", "что с рейсами в Горелово"),
    ],
)
def test_the_question_before_is_asked_about_another_thing(old, new, meant):
    assert swapped(old, new) == meant


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("How many people were hurt?", "houses?"),  # what is counted is the question itself
        ("Why did the bridge collapse?", "in Zarechny?"),
        ("Why did the bridge collapse?", "Orlov and the old dam of Zarechny near the mill?"),
        ("когда откроют мост", "кто?"),
    ],
)
def test_nothing_gives_way_to_what_does_not_fit(old, new):
    assert swapped(old, new) == ""


def test_a_person_does_not_stand_for_a_place():
    assert swapped("What happened in Dolsk?", "Orlov?", person=True) == ""
    assert swapped("What happened in Dolsk?", "in Vera?", person=True) == "What happened in Vera?"
    assert swapped("When was Krylova born?", "Orlov?", person=True) == "When was Orlov born?"


@pytest.mark.parametrize(
    ("old", "new", "period", "meant"),
    [
        ("Who was hurt in Dolsk in July?", "in Zarechny?", "in July", "Who was hurt in Zarechny in July?"),
        ("Who was hurt in July in Dolsk?", "in Zarechny?", "in July", "Who was hurt in July in Zarechny?"),
        ("кто пострадал в Дольске в июле?", "в Заречном?", "в июле", "кто пострадал в Заречном в июле?"),
        ("Why did the dam break in July?", "the bridge?", "in July", "Why did the bridge break in July?"),
        ("Who was hurt in July?", "in Zarechny?", "in July", ""),
    ],
)
def test_a_time_gives_way_to_nothing(old, new, period, meant):
    assert swapped(old, new, period=period) == meant
