"""Names in running text and slips of the pen."""

import time

import pytest

from bot.language.names import find_names, similar_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The harbour master, Mira Holm, said so.", ["Mira Holm"]),
        ("The mayor of Tarn met Mr. Stark's dog.", ["Tarn", "Stark"]),
        ("President Ivan Orlov and Prime Minister Anna K. Lind spoke.", ["Ivan Orlov", "Anna K. Lind"]),
        ("In Verkhny Yar it rained. But Holm stayed.", ["Verkhny Yar", "Holm"]),
        ("Ludwig van Tamm met Kassym-Jomart Vetrov", ["Ludwig van Tamm", "Kassym-Jomart Vetrov"]),
        ("Паром опоздал. Он встретил Анну Крылову.", ["Анну Крылову"]),
        ("Глава совета Иван Орлов ушел.", ["Иван Орлов"]),
        ("nothing here", []),
        ("Завод имени Г.М. Тарнова закрыт.", ["Г.М. Тарнова"]),
        ("J.R. Holm left the U.S. Embassy.", ["J.R. Holm", "U.S. Embassy"]),
        ("It’s late. He's gone to Tarn.", ["Tarn"]),
        ("Omar Fadel al-Tarn met al-Holm.", ["Omar Fadel al-Tarn", "al-Holm"]),
        ("Sen. J. D. Stark and Gov. Ada Holm agreed.", ["J. D. Stark", "Ada Holm"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    found = find_names(text)
    assert [name.text for name in found] == names
    assert all(text[name.start : name.end] == name.text for name in found)


def test_a_megabyte_of_capitals_takes_no_more_than_its_length() -> None:
    began = time.perf_counter()
    find_names("Он " * 300_000)
    assert time.perf_counter() - began < 60


def test_offsets_are_of_the_whole_text() -> None:
    assert [name.start for name in find_names("Holm met Stark", 5)] == [9]


KNOWN = {"peskov", "lavrov", "nabulina", "putin", "rute", "orlov", "holm"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("писков", ["peskov"]),
        ("Lavrof", ["lavrov"]),
        ("Набиулина", ["nabulina"]),
        ("Prlov", []),
        ("Hol", []),
        ("Путь", []),
    ],
)
def test_slips_of_the_pen(typed: str, meant: list[str]) -> None:
    assert similar_names(typed, KNOWN) == meant


def test_a_day_behind_a_name_is_none_of_it():
    found = [name.text for name in find_names("said Gov. Ann Lee Monday in Georgia Tuesday on Black Friday")]
    assert found == ["Ann Lee", "Georgia", "Black Friday"]
    assert [name.text for name in find_names("It ended Monday.")] == ["Monday"]
