"""Names of another clause."""

import pytest

from bot.support.borrowing import borrowed
from bot.support.case import make_case
from tests.support.rewordings import TRUE

TWO_FERRIES = "The new ferry will sail between Tarn and Osk; the old one will stay in Lunnet."
PAROMY = "Новый паром будет ходить между Тарном и Оском, а старый останется в Луннете."
PLANT = "The firm closed its plant in Tarn and opened one in Osk."


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (TWO_FERRIES, "The new ferry will sail between Tarn and Lunnet."),
        (PLANT, "The firm closed its plant in Osk."),
        (PAROMY, "Новый паром будет ходить между Тарном и Луннетом."),
        ("Фирма закрыла завод в Тарне и открыла в Оске.", "Фирма закрыла завод в Оске."),
    ],
)
def test_a_name_of_another_clause_in_the_place_of_its_own(source, claim):
    assert [reason.kind for reason in borrowed(make_case(claim, [source]))] == ["merged"]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        *TRUE,
        (TWO_FERRIES, TWO_FERRIES),
        (TWO_FERRIES, "The new ferry will sail between Tarn and Osk."),
        (PLANT, "The firm opened one in Osk."),
        (PLANT, "The firm closed its plant in Tarn."),
        (
            "The firm closed its plant in Tarn and still sells in Tarn and Osk.",
            "The firm closed its plant in Tarn.",
        ),
        ("Holm met Brask in Tarn, and they flew to Osk.", "Holm met Brask, and they flew to Osk."),
        (PAROMY, PAROMY),
    ],
)
def test_a_name_of_its_own_clause(source, claim):
    assert borrowed(make_case(claim, [source])) == []
